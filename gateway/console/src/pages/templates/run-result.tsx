import { Alert, Button, Descriptions, Flex, Typography } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { DataTable } from '../../app/data-table';
import { Refusal } from '../../app/form-end';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { texts } from './texts';
import type { Run } from './types';

/** As the gateway writes it: the text whose digest stands on the ledger. */
interface RunAnswer {
  readonly count?: string;
  readonly sum?: string;
  readonly fact?: boolean;
  readonly groups?: readonly { readonly value: string | null; readonly count: string }[];
  readonly suppressed?: number;
}

interface RunResultProps {
  readonly grant: string;
  readonly run: Run;
  readonly onRead: (run: Run) => void;
}

/** The answer of a run, or that its provider has to permit its export first. */
export function RunResult({ grant, run, onRead }: RunResultProps): ReactElement {
  const { run: t } = useTexts(texts);
  const act = useAct(
    () => answerOf(api.GET('/v1/data/{grant}/runs/{run}', { params: { path: { grant, run: run.run } } })),
    onRead,
  );
  return (
    <Flex vertical gap={12} className="gap-above" role="status" data-run={run.run}>
      {run.answer === null ? (
        <>
          {run.state === 'refused' || run.state === 'expired' ? (
            <Alert type="warning" showIcon title={t[run.state]} />
          ) : (
            <Alert type="info" showIcon title={t.waits} description={t.waitsHint} />
          )}
          <Typography.Text copyable={{ text: run.run }} className="number breaks">
            {run.run}
          </Typography.Text>
          <Refusal act={act} />
          <div>
            <Button loading={act.busy} onClick={() => act.run(undefined)}>
              {t.again}
            </Button>
          </div>
        </>
      ) : (
        <AnswerView answer={JSON.parse(run.answer) as RunAnswer} />
      )}
      <RunFacts run={run} />
    </Flex>
  );
}

export function AnswerView({
  answer: { count, sum, fact, groups, suppressed = 0 },
}: {
  readonly answer: RunAnswer;
}): ReactElement {
  const { run: t } = useTexts(texts);
  return (
    <>
      {count !== undefined && <strong>{t.count(count)}</strong>}
      {sum !== undefined && <strong>{t.sum(sum)}</strong>}
      {fact !== undefined && <strong>{fact ? t.yes : t.no}</strong>}
      {groups !== undefined && (
        <DataTable
          size="small"
          rowKey={({ value }) => value ?? ''}
          dataSource={[...groups]}
          columns={[
            { title: t.value, render: (_, { value }) => value ?? '—' },
            { title: t.rows, dataIndex: 'count', className: 'amount' },
          ]}
        />
      )}
      {suppressed > 0 && <Typography.Text type="secondary">{t.suppressed(String(suppressed))}</Typography.Text>}
    </>
  );
}

/** What of a run stands on the ledger. */
export function RunFacts({
  run: { template, input, result },
}: {
  readonly run: Pick<Run, 'input' | 'result' | 'template'>;
}): ReactElement {
  const { run: t } = useTexts(texts);
  return (
    <Descriptions size="small" column={1}>
      <Descriptions.Item label={t.version}>{template}</Descriptions.Item>
      <Descriptions.Item label={t.input}>
        <span className="breaks short-facts">{input}</span>
      </Descriptions.Item>
      <Descriptions.Item label={t.result}>
        <span className="breaks short-facts">{result}</span>
      </Descriptions.Item>
    </Descriptions>
  );
}
