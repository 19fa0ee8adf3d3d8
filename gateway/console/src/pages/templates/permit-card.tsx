import { Button, Card, Flex, Form, Input, Tag, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { Refusal } from '../../app/form-end';
import { ReasonDialog } from '../../app/reason-dialog';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { AnswerView, RunFacts } from './run-result';
import { texts } from './texts';
import type { Run } from './types';

/** The provider looks at the result of a run, whose number the consumer has told, and lets this very result leave. */
export function PermitCard({ grant }: { readonly grant: string }): ReactElement {
  const { permit: t, run: words } = useTexts(texts);
  const [run, setRun] = useState<Run>();
  const [asked, setAsked] = useState(false);
  const read = useAct(
    (name: string) => answerOf(api.GET('/v1/data/{grant}/runs/{run}', { params: { path: { grant, run: name } } })),
    setRun,
  );
  return (
    <Card title={t.title}>
      <Typography.Paragraph type="secondary">{t.lead}</Typography.Paragraph>
      <Form<{ run: string }> layout="inline" onFinish={(form) => read.run(form.run.trim())}>
        <Form.Item
          name="run"
          label={t.number}
          htmlFor="permit-run"
          className="grows"
          rules={[{ required: true, pattern: IDENTIFIER, message: t.numberWrong }]}
        >
          <Input id="permit-run" autoComplete="off" maxLength={40} />
        </Form.Item>
        <Button htmlType="submit" loading={read.busy}>
          {t.look}
        </Button>
      </Form>
      <Refusal act={read} />
      {run !== undefined && read.error === null && (
        <Flex vertical gap={12} align="start" className="gap-above">
          {run.released ? <Tag color="success">{t.released}</Tag> : <Tag>{t.kept}</Tag>}
          {run.answer !== null && <AnswerView answer={JSON.parse(run.answer) as object} />}
          <RunFacts run={run} />
          {!run.released && (
            <Button type="primary" onClick={() => setAsked(true)}>
              {t.permit}
            </Button>
          )}
        </Flex>
      )}
      {asked && run !== undefined && (
        <ReasonDialog
          title={t.permitTitle}
          confirm={t.permit}
          hint={t.hint}
          done={t.done}
          act={async (reason) => {
            const params = { path: { grant, run: run.run } };
            await answerOf(api.POST('/v1/data/{grant}/runs/{run}/permit', { params, body: { reason } }));
            setRun({ ...run, released: true });
          }}
          onClose={() => setAsked(false)}
        >
          <Typography.Paragraph className="breaks">
            {words.result}: {run.result}
          </Typography.Paragraph>
        </ReasonDialog>
      )}
    </Card>
  );
}
