import { Card, Flex, Form, Input, Button, Select, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { Page } from '../../app/page';
import { useSession } from '../../app/session';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { RunList } from './run-list';
import { texts } from './texts';
import { STATES, type ListedRun } from './types';
import '../sharing/sharing.css';

/** Runs whose results need a permit; a supervisor says under which grant and why before anything is asked for. */
export default function RunsPage(): ReactElement {
  const t = useTexts(texts);
  const { role } = useSession();
  const party = role === 'provider' || role === 'consumer';
  return (
    <Page title={t.title} lead={party ? t.leads[role] : t.leads.supervisor}>
      {party ? <Filtered /> : <Inspected />}
    </Page>
  );
}

function Filtered(): ReactElement {
  const t = useTexts(texts);
  const [state, setState] = useState<ListedRun['state']>();
  return (
    <>
      <Flex gap={8} align="center">
        <Typography.Text id="run-state">{t.filter}</Typography.Text>
        <Select<ListedRun['state'] | 'all'>
          aria-labelledby="run-state"
          className="filter-select"
          value={state ?? 'all'}
          onChange={(chosen) => setState(chosen === 'all' ? undefined : chosen)}
          options={[{ value: 'all', label: t.all }, ...STATES.map((value) => ({ value, label: t.states[value] }))]}
        />
      </Flex>
      <RunList query={state === undefined ? {} : { state }} />
    </>
  );
}

interface Look {
  readonly grant: string;
  readonly reason: string;
}

function Inspected(): ReactElement {
  const { supervisor: t } = useTexts(texts);
  const [look, setLook] = useState<Look>();
  return (
    <>
      <Card>
        <Form<Look> layout="vertical" onFinish={({ grant, reason }) => setLook({ grant: grant.trim(), reason: reason.trim() })}>
          <Form.Item name="grant" label={t.grant} rules={[{ required: true, pattern: IDENTIFIER, message: t.grantWrong }]}>
            <Input autoComplete="off" maxLength={40} />
          </Form.Item>
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, whitespace: true, message: t.required }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {t.look}
          </Button>
        </Form>
      </Card>
      {look !== undefined && <RunList query={look} />}
    </>
  );
}
