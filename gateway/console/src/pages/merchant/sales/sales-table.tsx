import { Button, Flex, Typography, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../../app/data-table';
import { Nothing } from '../../../app/states';
import { useTexts } from '../../../shared/dictionary';
import { formatMoney, formatTime } from '../../../shared/format';
import type { Sale } from './refund-drawer';
import { texts } from './texts';

interface SalesTableProps {
  readonly sales: readonly Sale[];
  readonly onReceipt: (sale: Sale) => void;
  readonly onRefund: (sale: Sale) => void;
}

/** A day's sales, newest first. */
export function SalesTable({ sales, onReceipt, onRefund }: SalesTableProps): ReactElement {
  const t = useTexts(texts);
  const actions = {
    title: t.columns.actions,
    render: (_: unknown, sale: Sale) => (
      <Flex gap={8} wrap>
        <Button disabled={sale.qr === null} onClick={() => onReceipt(sale)}>
          {t.receipt}
        </Button>
        <Button disabled={sale.lines === null || sale.state === 'cancelled'} onClick={() => onRefund(sale)}>
          {t.refund}
        </Button>
      </Flex>
    ),
  };
  const columns: TableColumnsType<Sale> = [
    { title: t.columns.time, className: 'number', render: (_, { createdAt }) => clockOf(createdAt) },
    { title: t.columns.total, align: 'end', className: 'amount', render: (_, { totals }) => formatMoney(totals.gross, 'CNY') },
    { title: t.columns.state, render: (_, sale) => <State sale={sale} /> },
    actions,
    { title: t.columns.invoice, render: (_, sale) => <InvoiceLink sale={sale} /> },
    {
      title: t.columns.order,
      className: 'order-cell',
      dataIndex: 'orderReference',
      render: (text: string | null) => text ?? t.erased,
    },
    { title: t.columns.till, dataIndex: 'till' },
  ];
  return (
    <DataTable<Sale>
      rowKey="id"
      columns={columns}
      narrowColumns={[{ title: t.columns.total, render: (_, sale) => <ShortCell sale={sale} /> }, actions]}
      dataSource={[...sales]}
      locale={{ emptyText: <Nothing>{t.empty}</Nothing> }}
    />
  );
}

interface Cell {
  readonly sale: Sale;
}

/** The time of day. */
function clockOf(time: string): string {
  return formatTime(time).slice(11);
}

function State({ sale: { state } }: Cell): ReactElement {
  const t = useTexts(texts);
  return <span className={`sale-state ${state}`}>{t.states[state]}</span>;
}

function InvoiceLink({ sale: { invoice } }: Cell): ReactElement | null {
  return invoice === null ? null : (
    <Link to={`/invoices/${invoice.number}`} className="number">
      {invoice.number}
    </Link>
  );
}

/** All of a sale but what can be done with it, for a narrow screen. */
function ShortCell({ sale }: Cell): ReactElement {
  const { createdAt, totals } = sale;
  return (
    <Flex vertical gap={4} align="start">
      <span>
        <strong className="number">{formatMoney(totals.gross, 'CNY')}</strong>{' '}
        <Typography.Text type="secondary" className="number">
          {clockOf(createdAt)}
        </Typography.Text>
      </span>
      <State sale={sale} />
      <InvoiceLink sale={sale} />
    </Flex>
  );
}
