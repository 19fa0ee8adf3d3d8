import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Statistic, Typography } from 'antd';
import type { ReactElement } from 'react';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { Page } from '../../../app/page';
import { PagedTable } from '../../../app/paged-table';
import { Reading } from '../../../app/states';
import { pageQuery, usePages } from '../../../app/use-pages';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount, formatTime } from '../../../shared/format';
import { texts } from './texts';

type Status = Answer<'readAnchorStatus'>;
type Anchor = Answer<'listAnchors'>['items'][number];
const REFRESH_MS = 5_000;

/** How far the log is anchored, what is wrong with it, and where the anchors are. */
export default function AnchorsPage(): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const status = useQuery({
    queryKey: ['anchor-status'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/anchors/status', { params: { query: {} }, signal })),
    refetchInterval: REFRESH_MS,
  });
  const pages = usePages<Anchor>(['anchors'], (after, signal) =>
    answerOf(api.GET('/v1/anchors', { params: { query: pageQuery(after) }, signal })),
  );
  return (
    <Page title={t.title} lead={t.lead}>
      <Reading query={status}>{(known) => <Standing status={known} />}</Reading>
      <Card title={t.list}>
        <PagedTable<Anchor>
          pages={pages}
          rowKey={({ transaction }) => transaction}
          more={t.more}
          empty={t.none}
          columns={[
            { title: t.time, className: 'number', render: (_, { confirmedAt }) => formatTime(confirmedAt) },
            { title: t.size, align: 'end', className: 'amount', render: (_, { size }) => formatCount(size, language) },
            { title: t.chain, dataIndex: 'chainId', className: 'number' },
            { title: t.block, align: 'end', className: 'amount', render: (_, { block }) => formatCount(block, language) },
            { title: t.transaction, render: (_, { transaction }) => <Hash text={transaction} /> },
            { title: t.contract, render: (_, { contract }) => <Hash text={contract} /> },
            { title: t.root, render: (_, { root }) => <Hash text={root} /> },
          ]}
        />
      </Card>
    </Page>
  );
}

/** A long value cut short; all of it is copied. */
function Hash({ text }: { readonly text: string }): ReactElement {
  return (
    <Typography.Text code copyable={{ text }}>
      {`${text.slice(0, 14)}…${text.slice(-4)}`}
    </Typography.Text>
  );
}

function Standing({ status: { logSize, newest, alarms } }: { readonly status: Status }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <>
      {alarms.length === 0 && <Alert type="success" showIcon title={t.noAlarms} />}
      {alarms.map(({ code, title, titleZh, detail, since }) => (
        <Alert
          key={code}
          type="error"
          showIcon
          role="alert"
          title={language === 'zh' ? titleZh : title}
          description={`${code} · ${detail} · ${t.since(formatTime(since))}`}
        />
      ))}
      <div className="grid-cards">
        <Card size="small">
          <Statistic title={t.logSize} value={formatCount(logSize, language)} />
        </Card>
        <Card size="small">
          <Statistic title={t.anchored} value={newest === null ? '—' : formatCount(newest.size, language)} />
        </Card>
        <Card size="small">
          <Statistic title={t.newest} value={newest === null ? t.none : formatTime(newest.confirmedAt)} />
        </Card>
      </div>
    </>
  );
}
