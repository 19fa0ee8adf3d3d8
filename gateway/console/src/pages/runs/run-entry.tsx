import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Tag, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { ReasonDialog } from '../../app/reason-dialog';
import { useSession } from '../../app/session';
import { Reading } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { useDepartmentName } from '../directory/use-departments';
import { useResourceTitle } from '../sharing/use-names';
import { AnswerView, RunFacts } from '../templates/run-result';
import { texts } from './texts';
import type { ListedRun } from './types';

const COLOURS = { waiting: 'processing', permitted: 'success', refused: 'error', expired: 'default' } as const;

interface OfRun {
  readonly run: ListedRun;
}

/** A run as a sentence, what stands on the ledger of it, and what the reader can do about it. */
export function RunEntry({ run }: OfRun): ReactElement {
  const t = useTexts(texts);
  const { state, since, deadline, decided, grant, consumer, provider } = run;
  const nameOf = useDepartmentName();
  const title = useResourceTitle(run.resource);
  const { organisation } = useSession();
  const said =
    decided === null
      ? [t.deadline(formatTime(deadline))]
      : [t.decided(formatTime(decided.time)), ...(decided.why === null ? [] : [t.why(decided.why)])];
  return (
    <Card size="small">
      <Typography.Paragraph className="sentence">
        {t.sentence(nameOf(consumer), run.template, title, nameOf(provider))}
      </Typography.Paragraph>
      <Flex gap={10} align="center" wrap className="gap-below">
        <Tag color={COLOURS[state]}>{t.states[state]}</Tag>
        <Typography.Text type="secondary" className="short-facts">
          {[t.since(formatTime(since)), ...said].join(' · ')}
        </Typography.Text>
        <Link to={`/grants/${grant}`}>{t.grant}</Link>
      </Flex>
      <RunFacts run={run} />
      <Flex gap={8} wrap className="gap-above">
        {provider === organisation && <Result run={run} label={t.look} />}
        {consumer === organisation && state === 'permitted' && <Result run={run} label={t.read} />}
        {provider === organisation && state === 'waiting' && <Decisions run={run} />}
      </Flex>
    </Card>
  );
}

/** The answer, once it is asked for. */
function Result({ run: { grant, run }, label }: OfRun & { readonly label: string }): ReactElement {
  const [asked, setAsked] = useState(false);
  const query = useQuery({
    queryKey: ['run', grant, run],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/data/{grant}/runs/{run}', { params: { path: { grant, run } }, signal })),
    enabled: asked,
  });
  if (!asked) return <Button onClick={() => setAsked(true)}>{label}</Button>;
  return (
    <div className="full-width" role="status">
      <Reading query={query}>
        {({ answer }) => (answer === null ? null : <AnswerView answer={JSON.parse(answer) as object} />)}
      </Reading>
    </div>
  );
}

/** Who controls the resource lets the result leave, or keeps it for good. */
function Decisions({ run: { grant, run, result } }: OfRun): ReactElement {
  const t = useTexts(texts);
  const [asked, setAsked] = useState<'permit' | 'refuse'>();
  const params = { path: { grant, run } };
  const about = {
    onClose: () => setAsked(undefined),
    children: <Typography.Paragraph className="breaks short-facts">{result}</Typography.Paragraph>,
  };
  return (
    <>
      <Button type="primary" onClick={() => setAsked('permit')}>
        {t.permit}
      </Button>
      <Button danger onClick={() => setAsked('refuse')}>
        {t.refuse}
      </Button>
      {asked === 'permit' && (
        <ReasonDialog
          title={t.permitTitle}
          confirm={t.permit}
          hint={t.permitHint}
          done={t.permitted}
          act={(reason) => answerOf(api.POST('/v1/data/{grant}/runs/{run}/permit', { params, body: { reason } }))}
          {...about}
        />
      )}
      {asked === 'refuse' && (
        <ReasonDialog
          title={t.refuseTitle}
          confirm={t.refuse}
          hint={t.refuseHint}
          danger
          done={t.refused}
          act={(reason) => answerOf(api.POST('/v1/data/{grant}/runs/{run}/refuse', { params, body: { reason } }))}
          {...about}
        />
      )}
    </>
  );
}
