import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Flex, Segmented, Statistic, Tag, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { Page } from '../../../app/page';
import { PagedTable } from '../../../app/paged-table';
import { useSession } from '../../../app/session';
import { Reading } from '../../../app/states';
import { pageQuery, usePages } from '../../../app/use-pages';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount, formatTime } from '../../../shared/format';
import { RunButton } from './run-button';
import { texts } from './texts';

type State = Answer<'readReconciliation'>;
type Finding = Answer<'listFindings'>['items'][number];
type Repair = Answer<'listRepairs'>['items'][number];
const REFRESH_MS = 5_000;

/** What reconciliation knows: how far it has come, what is wrong, what it repaired. */
export default function ReconciliationPage(): ReactElement {
  const t = useTexts(texts);
  const { role } = useSession();
  const state = useQuery({
    queryKey: ['reconciliation'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/reconciliation', { signal })),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      extra={role === 'bureau' && <RunButton waiting={(state.data?.waitingPass ?? null) !== null} />}
    >
      <Reading query={state}>{(known) => <Overview state={known} />}</Reading>
      <Findings />
      <Repairs />
    </Page>
  );
}

function Overview({ state }: { readonly state: State }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const { openFindings, height, ledger, lookedAt, lastTimeToDetectSeconds: seconds } = state;
  const count = (value: number): string => formatCount(value, language);
  return (
    <>
      <Alert
        showIcon
        type={openFindings === 0 ? 'success' : 'error'}
        title={openFindings === 0 ? t.sound : t.unsound(count(openFindings))}
        description={<PassText state={state} />}
      />
      <div className="grid-cards">
        <Card size="small">
          <Statistic title={t.compared} value={count(height)} />
        </Card>
        <Card size="small">
          <Statistic title={t.ledger} value={count(ledger)} />
        </Card>
        <Card size="small">
          <Statistic title={t.lookedAt} value={lookedAt === null ? '—' : formatTime(lookedAt).slice(11)} />
        </Card>
        <Card size="small">
          <Statistic title={t.detected} value={seconds === null ? '—' : t.seconds(String(seconds))} />
        </Card>
      </div>
    </>
  );
}

function PassText({ state: { lastFullPass, waitingPass } }: { readonly state: State }): ReactElement {
  const t = useTexts(texts);
  const results: Readonly<Record<string, string>> = t.results;
  const wordFor = (result: string | null | undefined): string => results[result ?? ''] ?? result ?? '—';
  const finished = lastFullPass?.finishedAt ?? null;
  const last = finished === null ? t.noPass : t.lastPass(formatTime(finished), wordFor(lastFullPass?.result));
  return <>{waitingPass === null ? last : t.runningPass}</>;
}

/** A place as words: `sequence 12 · number 2644…`. */
function placeText(place: Readonly<Record<string, string | number>>): string {
  return Object.entries(place)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(' · ');
}

function Findings(): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const [shown, setShown] = useState<'open' | 'all'>('open');
  const filter = shown === 'open' ? ({ open: 'true' } as const) : {};
  const pages = usePages<Finding>(['findings', shown], (after, signal) =>
    answerOf(api.GET('/v1/reconciliation/findings', { params: { query: { ...pageQuery(after), ...filter } }, signal })),
  );
  return (
    <Card
      title={t.findings}
      extra={
        <Segmented
          aria-label={t.findings}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'open', label: t.onlyOpen },
            { value: 'all', label: t.all },
          ]}
        />
      }
    >
      <PagedTable<Finding>
        pages={pages}
        rowKey={({ id }) => String(id)}
        more={t.more}
        empty={shown === 'open' ? t.noneOpen : t.noneEver}
        columns={[
          { title: t.detectedAt, className: 'number', render: (_, { detectedAt }) => formatTime(detectedAt) },
          { title: t.code, render: (_, { code }) => <Typography.Text code>{code}</Typography.Text> },
          { title: t.part, dataIndex: 'part' },
          { title: t.place, render: (_, { place }) => placeText(place) },
          { title: t.cause, dataIndex: 'cause' },
          { title: t.repair, render: (_, { repair }) => repair[language] },
          {
            title: t.resolvedAt,
            render: (_, { resolvedAt }) =>
              resolvedAt === null ? (
                <Tag color="error">{t.unresolved}</Tag>
              ) : (
                <span className="number">{formatTime(resolvedAt)}</span>
              ),
          },
        ]}
      />
    </Card>
  );
}

function Repairs(): ReactElement {
  const t = useTexts(texts);
  const pages = usePages<Repair>(['repairs'], (after, signal) =>
    answerOf(api.GET('/v1/reconciliation/repairs', { params: { query: pageQuery(after) }, signal })),
  );
  return (
    <Card title={t.repairs}>
      <PagedTable<Repair>
        pages={pages}
        rowKey={({ id }) => String(id)}
        more={t.more}
        empty={t.noRepairs}
        columns={[
          { title: t.repairedAt, className: 'number', render: (_, { repairedAt }) => formatTime(repairedAt) },
          { title: t.part, dataIndex: 'part' },
          { title: t.place, render: (_, { place }) => placeText(place) },
          { title: t.what, dataIndex: 'what' },
          {
            title: `${t.before} → ${t.after}`,
            render: (_, { before, after }) => (
              <Flex vertical>
                <Typography.Text code>{before.slice(0, 20)}…</Typography.Text>
                <Typography.Text code>{after.slice(0, 20)}…</Typography.Text>
              </Flex>
            ),
          },
        ]}
      />
    </Card>
  );
}
