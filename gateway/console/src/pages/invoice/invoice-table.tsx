import { Button, Flex, Spin, Tag, Typography, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../app/data-table';
import { Nothing, Reading } from '../../app/states';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatMoney, formatTime } from '../../shared/format';
import { texts } from './texts';
import type { FoundInvoice, Search } from './use-search';

interface InvoiceTableProps {
  readonly search: Search;
  readonly showBuyer: boolean;
  /** Numbers that came in while the page was open. */
  readonly fresh?: ReadonlySet<string>;
}

/** What a search has found, and how it goes on. */
export function InvoiceTable({ search, showBuyer, fresh }: InvoiceTableProps): ReactElement {
  const columns = useColumns(showBuyer);
  return (
    <Reading query={search.query}>
      {(items) => (
        <>
          <Progress search={search} count={items.length} />
          <DataTable<FoundInvoice>
            rowKey="number"
            dataSource={[...items]}
            {...columns}
            rowClassName={({ number }) => (fresh?.has(number) === true ? 'fresh' : '')}
            locale={{ emptyText: <NoneFound search={search} /> }}
          />
          <Further search={search} />
        </>
      )}
    </Reading>
  );
}

function useColumns(showBuyer: boolean): Readonly<Record<'columns' | 'narrowColumns', TableColumnsType<FoundInvoice>>> {
  const t = useTexts(texts);
  const total: TableColumnsType<FoundInvoice>[number] = {
    title: t.total,
    key: 'total',
    align: 'end',
    className: 'amount',
    render: (_, { gross, currency }) => (gross === '' ? <Tag>{t.erased}</Tag> : formatMoney(gross, currency)),
  };
  return {
    narrowColumns: [{ title: t.number, key: 'number', render: (_, invoice) => <ShortCell invoice={invoice} /> }, total],
    columns: [
      { title: t.number, key: 'number', render: (_, invoice) => <NumberCell invoice={invoice} /> },
      { title: t.date, key: 'date', className: 'number', render: (_, { issuedAt }) => formatTime(issuedAt) },
      { title: t.seller, key: 'seller', render: (_, { seller, sellerName }) => sellerName ?? seller },
      ...(showBuyer ? [buyerColumn(t.buyer)] : []),
      total,
    ],
  };
}

function buyerColumn(title: string): TableColumnsType<FoundInvoice>[number] {
  return { title, key: 'buyer', className: 'number', render: (_, { buyerTaxId }) => buyerTaxId ?? '—' };
}

function NumberCell({ invoice: { number, test } }: { readonly invoice: FoundInvoice }): ReactElement {
  const t = useTexts(texts);
  return (
    <Flex gap={8} align="center" wrap>
      <Link to={`/invoices/${number}`} className="number">
        {number}
      </Link>
      {test && <Tag color="warning">{t.test}</Tag>}
    </Flex>
  );
}

/** All but the total, for a narrow screen. */
function ShortCell({ invoice }: { readonly invoice: FoundInvoice }): ReactElement {
  return (
    <>
      <NumberCell invoice={invoice} />
      <Typography.Text type="secondary" className="short-facts">
        {invoice.sellerName ?? invoice.seller}
        <br />
        <span className="number">{formatTime(invoice.issuedAt)}</span>
      </Typography.Text>
    </>
  );
}

function Progress({ search, count }: { readonly search: Search; readonly count: number }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const { reached, fetching, stop } = search;
  return (
    <Flex gap={12} align="center" wrap className="found" role="status">
      <Typography.Text>{t.found(formatCount(count, language))}</Typography.Text>
      {reached !== undefined && (
        <>
          <Spin size="small" spinning={fetching} />
          <Typography.Text type="secondary">{t.reached(formatTime(reached))}</Typography.Text>
          <Button size="small" onClick={stop}>
            {t.stop}
          </Button>
        </>
      )}
    </Flex>
  );
}

function Further({ search: { items, hasMore, reached, fetching, more } }: { readonly search: Search }): ReactElement | null {
  const t = useTexts(texts);
  if (reached !== undefined || items.length === 0) return null;
  return (
    <Flex justify="center" className="gap-above">
      {hasMore ? (
        <Button onClick={more} loading={fetching}>
          {t.more}
        </Button>
      ) : (
        <Typography.Text type="secondary">{t.all}</Typography.Text>
      )}
    </Flex>
  );
}

function NoneFound({ search: { narrowed, hasMore, reached, more } }: { readonly search: Search }): ReactElement {
  const t = useTexts(texts);
  return (
    <Nothing>
      {reached === undefined && !hasMore && (narrowed ? t.none : t.noneYet)}
      {hasMore && <Button onClick={more}>{t.more}</Button>}
    </Nothing>
  );
}
