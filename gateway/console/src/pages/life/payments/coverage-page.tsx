import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Input, Typography } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { DataTable } from '../../../app/data-table';
import { Page } from '../../../app/page';
import { Nothing, Reading } from '../../../app/states';
import { Chart } from '../../../charts/chart';
import { barOption } from '../../../charts/options';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount, formatDate } from '../../../shared/format';
import { texts } from './texts';
import './payments.css';

type Coverage = Answer<'coverageOfSales'>;
type Channel = Coverage['channels'][number];
const DRAWN = 12;

/** Which invoices of a day rest on a payment, channel by channel, and which do not. */
export default function CoveragePage(): ReactElement {
  const t = useTexts(texts);
  const [day, setDay] = useState(() => formatDate(new Date()));
  const query = useQuery({
    queryKey: ['coverage', day],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/sales/coverage', { params: { query: { day } }, signal })),
  });
  const chooser = (
    <label>
      {t.day}{' '}
      <Input
        type="date"
        className="day-input"
        value={day}
        onChange={(event) => {
          if (event.target.value !== '') setDay(event.target.value);
        }}
      />
    </label>
  );
  return (
    <Page title={t.title} lead={t.lead} extra={chooser}>
      <Reading query={query}>
        {(coverage) => (
          <>
            {!coverage.complete && <Alert type="warning" showIcon title={t.partial} />}
            <Channels channels={coverage.channels} />
            <Flagged numbers={coverage.flagged} />
          </>
        )}
      </Reading>
    </Page>
  );
}

/** Share of a channel's invoices that rest on a payment, in whole per cents. */
function shareOf({ invoices, withPayment }: Channel): number {
  return invoices === 0 ? 100 : Math.floor((100 * withPayment) / invoices);
}

function Channels({ channels }: { readonly channels: readonly Channel[] }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  // The worst first: that is what somebody has to look at.
  const sorted = useMemo(() => channels.toSorted((left, right) => shareOf(left) - shareOf(right)), [channels]);
  const option = useMemo(
    () =>
      barOption(
        sorted.slice(0, DRAWN).map((channel) => ({
          name: channel.till,
          value: shareOf(channel),
          text: `${String(shareOf(channel))}% · ${formatCount(channel.withPayment, language)} / ${formatCount(channel.invoices, language)}`,
        })),
        100,
      ),
    [sorted, language],
  );
  if (sorted.length === 0)
    return (
      <Card title={t.chart}>
        <Nothing>{t.none}</Nothing>
      </Card>
    );
  const count = (value: number): string => formatCount(value, language);
  return (
    <Card title={t.chart}>
      <Chart label={t.chart} option={option} height={40 + Math.min(DRAWN, sorted.length) * 30} />
      <details className="figures-table" open>
        <summary>{t.figures}</summary>
        <DataTable<Channel>
          size="small"
          rowKey="till"
          dataSource={sorted}
          pagination={sorted.length > 50 ? { pageSize: 50 } : false}
          columns={[
            { title: t.channel, dataIndex: 'till' },
            { title: t.invoices, className: 'amount', align: 'end', render: (_, { invoices }) => count(invoices) },
            { title: t.paid, className: 'amount', align: 'end', render: (_, { withPayment }) => count(withPayment) },
            { title: t.share, className: 'amount', align: 'end', render: (_, channel) => `${String(shareOf(channel))}%` },
          ]}
        />
      </details>
    </Card>
  );
}

function Flagged({ numbers }: { readonly numbers: readonly string[] }): ReactElement {
  const t = useTexts(texts);
  return (
    <Card title={t.flagged}>
      {numbers.length === 0 ? (
        <Nothing>{t.noneFlagged}</Nothing>
      ) : (
        <>
          <ul className="flagged">
            {numbers.map((number) => (
              <li key={number}>
                <Link to={`/invoices/${number}`} className="number">
                  {number}
                </Link>
              </li>
            ))}
          </ul>
          <Typography.Text type="secondary">{t.most}</Typography.Text>
        </>
      )}
    </Card>
  );
}
