import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../../api/client';
import { DataTable } from '../../../app/data-table';
import { Nothing, Reading } from '../../../app/states';
import { useTexts } from '../../../shared/dictionary';
import { formatMoney, formatTime } from '../../../shared/format';
import { texts } from './texts';

const PAGE = 200;

/** A day's refunds, prepared for their red letters. */
export function RefundsList({ day }: { readonly day: string }): ReactElement {
  const t = useTexts(texts);
  const query = useQuery({
    queryKey: ['refunds', day],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/refunds', { params: { query: { day, limit: PAGE } }, signal })),
  });
  return (
    <Card title={t.refundsTitle}>
      <Reading query={query}>
        {({ items }) => (
          <DataTable
            rowKey="id"
            dataSource={items}
            locale={{ emptyText: <Nothing>{t.noRefunds}</Nothing> }}
            columns={[
              { title: t.columns.time, render: (_, { createdAt }) => formatTime(createdAt).slice(11) },
              {
                title: t.columns.total,
                align: 'end',
                render: (_, { gross }) => <span className="amount">{formatMoney(gross, 'CNY')}</span>,
              },
              { title: t.columns.state, render: (_, { state }) => <Tag>{t.refundStates[state]}</Tag> },
              {
                title: t.columns.invoice,
                render: (_, { invoice }) =>
                  invoice !== null && (
                    <Link to={`/invoices/${invoice}`} className="breaks">
                      {invoice}
                    </Link>
                  ),
              },
              { title: t.form.reason, className: 'breaks', render: (_, { reason }) => reason ?? t.erased },
            ]}
          />
        )}
      </Reading>
    </Card>
  );
}
