import { Button, Card, Flex, Form, Input, Typography, type TableColumnsType } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { Page } from '../../app/page';
import { PagedTable } from '../../app/paged-table';
import { ReasonButton } from '../../app/reason-button';
import { useSession } from '../../app/session';
import { pageQuery, usePages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { useResourceTitle } from '../sharing/use-names';
import { ConsentForm } from './consent-form';
import { ConsentTag } from './consent-tag';
import { PSEUDONYM } from './pseudonym';
import { texts } from './texts';
import '../sharing/sharing.css';

type Consent = Answer<'listConsents'>['items'][number];
/** Characters of a digest that a table shows. */
const SHORT = 12;

/** Consents, newest first; of one data subject when asked so. */
export default function ConsentsPage(): ReactElement {
  const t = useTexts(texts);
  const { role } = useSession();
  const [subject, setSubject] = useState<string>();
  const only = subject === undefined ? {} : { subject };
  const pages = usePages<Consent>(['consents', only], (after, signal) =>
    answerOf(api.GET('/v1/consents', { params: { query: { ...only, ...pageQuery(after) } }, signal })),
  );
  return (
    <Page title={t.title} lead={t.lead} extra={role === 'provider' ? <ConsentForm /> : undefined}>
      <Card>
        <SubjectForm onSubject={setSubject} />
        <PagedTable<Consent>
          pages={pages}
          rowKey={({ consent }) => consent}
          more={t.more}
          empty={t.none}
          columns={useColumns()}
        />
      </Card>
    </Page>
  );
}

function SubjectForm({ onSubject }: { readonly onSubject: (subject: string | undefined) => void }): ReactElement {
  const t = useTexts(texts);
  const [form] = Form.useForm<{ who: string }>();
  return (
    <Form<{ who: string }> form={form} layout="vertical" onFinish={({ who }) => onSubject(who.trim())}>
      <Form.Item label={t.subject} extra={t.subjectHint} htmlFor="who">
        <Flex gap={8} wrap>
          <Form.Item name="who" noStyle rules={[{ required: true, pattern: PSEUDONYM, message: t.subjectWrong }]}>
            <Input id="who" className="number grows" maxLength={64} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {t.find}
          </Button>
          <Button
            onClick={() => {
              form.resetFields();
              onSubject(undefined);
            }}
          >
            {t.all}
          </Button>
        </Flex>
      </Form.Item>
    </Form>
  );
}

function useColumns(): TableColumnsType<Consent> {
  const { columns: t } = useTexts(texts);
  return [
    { title: t.subject, className: 'number', render: (_, { subject }) => <Short digest={subject} /> },
    { title: t.resource, className: 'fields-cell', render: (_, consent) => <Sentence consent={consent} /> },
    { title: t.text, render: (_, consent) => <TextCell consent={consent} /> },
    { title: t.given, className: 'number', render: (_, { since }) => formatTime(since) },
    {
      title: t.state,
      render: (_, { until, withdrawn }) => <ConsentTag until={until} withdrawn={withdrawn} />,
    },
    { title: t.actions, render: (_, consent) => <WithdrawButton consent={consent} /> },
  ];
}

function Short({ digest }: { readonly digest: string }): ReactElement {
  return <span title={digest}>{digest.slice(0, SHORT)}…</span>;
}

interface OfConsent {
  readonly consent: Consent;
}

function Sentence({ consent: { resource, consumer, purpose } }: OfConsent): ReactElement {
  const t = useTexts(texts);
  return <>{t.sentence(useResourceTitle(resource), purpose?.text ?? '', consumer)}</>;
}

function TextCell({ consent: { text, textVersion, until } }: OfConsent): ReactElement {
  const t = useTexts(texts);
  return (
    <>
      {t.version(textVersion)}{' '}
      <Typography.Text type="secondary" className="short-facts number">
        <Short digest={text} />
        {until !== undefined && ` · ${t.until(formatTime(until))}`}
      </Typography.Text>
    </>
  );
}

function WithdrawButton({ consent: { consent: id, collector, controller, withdrawn } }: OfConsent): ReactElement | null {
  const t = useTexts(texts);
  const { organisation } = useSession();
  if (withdrawn || ![collector, controller].includes(organisation)) return null;
  return (
    <ReasonButton
      title={t.withdrawTitle}
      confirm={t.withdraw}
      hint={t.withdrawHint}
      danger
      done={t.withdrawn}
      act={(reason) => answerOf(api.POST('/v1/consents/{id}/withdraw', { params: { path: { id } }, body: { reason } }))}
    />
  );
}
