import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { PagedTable } from '../../../app/paged-table';
import { pageQuery, usePages } from '../../../app/use-pages';
import { useTexts } from '../../../shared/dictionary';
import { formatTime } from '../../../shared/format';
import { texts } from './texts';

type Handed = Answer<'listHandovers'>['items'][number];

/** Invoices that people handed to the company from their phones. */
export function HandedCard({ onReserve }: { readonly onReserve: (number: string) => void }): ReactElement {
  const { handed: t } = useTexts(texts);
  const pages = usePages<Handed>(['handovers'], (after, signal) =>
    answerOf(api.GET('/v1/handovers', { params: { query: pageQuery(after) }, signal })),
  );
  return (
    <Card title={t.title}>
      <PagedTable<Handed>
        pages={pages}
        rowKey={({ invoice }) => invoice}
        more={t.more}
        empty={t.none}
        columns={[
          {
            title: t.invoice,
            className: 'number',
            render: (_, { invoice }) => <Link to={`/invoices/${invoice}`}>{invoice}</Link>,
          },
          { title: t.at, className: 'number', render: (_, { handedAt }) => formatTime(handedAt) },
          { title: '', render: (_, { invoice }) => <Button onClick={() => onReserve(invoice)}>{t.reserve}</Button> },
        ]}
      />
    </Card>
  );
}
