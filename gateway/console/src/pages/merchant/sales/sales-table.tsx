import { Button, Flex, Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
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
  const columns: TableColumnsType<Sale> = [
    { title: t.columns.time, render: (_, { createdAt }) => <span className="number">{formatTime(createdAt).slice(11)}</span> },
    {
      title: t.columns.total,
      align: 'end',
      render: (_, { totals }) => <span className="amount">{formatMoney(totals.gross, 'CNY')}</span>,
    },
    { title: t.columns.state, render: (_, { state }) => <span className={`sale-state ${state}`}>{t.states[state]}</span> },
    {
      title: t.columns.actions,
      render: (_, sale) => (
        <Flex gap={8}>
          <Button disabled={sale.qr === null} onClick={() => onReceipt(sale)}>
            {t.receipt}
          </Button>
          <Button disabled={sale.lines === null || sale.state === 'cancelled'} onClick={() => onRefund(sale)}>
            {t.refund}
          </Button>
        </Flex>
      ),
    },
    {
      title: t.columns.invoice,
      render: (_, { invoice }) =>
        invoice !== null && (
          <Link to={`/invoices/${invoice.number}`} className="number">
            {invoice.number}
          </Link>
        ),
    },
    {
      title: t.columns.order,
      responsive: ['md'],
      className: 'breaks',
      dataIndex: 'orderReference',
      render: (text: string | null) => text ?? t.erased,
    },
    { title: t.columns.till, responsive: ['md'], dataIndex: 'till' },
  ];
  return (
    <Table<Sale>
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={[...sales]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Nothing>{t.empty}</Nothing> }}
    />
  );
}
