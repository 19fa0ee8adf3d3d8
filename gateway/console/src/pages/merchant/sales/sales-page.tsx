import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Input, Statistic } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session';
import { Reading } from '../../../app/states';
import { useLanguage, useTexts } from '../../../shared/dictionary';
import { formatCount, formatDate, formatMoney } from '../../../shared/format';
import { ReceiptDialog } from '../till/receipt-dialog';
import '../till/till.css';
import { RefundDrawer, type Sale } from './refund-drawer';
import { RefundsList } from './refunds-list';
import { SalesTable } from './sales-table';
import { texts } from './texts';

const PAGE = 100;

/** A day's sales with their totals, their receipts again, and refunds. */
export default function SalesPage(): ReactElement {
  const t = useTexts(texts);
  const session = useSession();
  const [day, setDay] = useState(() => formatDate(new Date()));
  const [receipt, setReceipt] = useState<Sale>();
  const [refunding, setRefunding] = useState<Sale>();
  const sales = useInfiniteQuery({
    queryKey: ['sales', day],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/v1/sales', {
          params: { query: { day, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      extra={
        <label>
          {t.day}{' '}
          <Input
            type="date"
            size="large"
            className="day-input"
            value={day}
            onChange={(event) => {
              if (event.target.value !== '') setDay(event.target.value);
            }}
          />
        </label>
      }
    >
      <DaySums day={day} />
      <Card>
        <Reading query={sales}>
          {({ pages }) => (
            <SalesTable sales={pages.flatMap(({ items }) => items)} onReceipt={setReceipt} onRefund={setRefunding} />
          )}
        </Reading>
        {sales.hasNextPage && (
          <Flex justify="center" className="gap-above">
            <Button loading={sales.isFetchingNextPage} onClick={() => void sales.fetchNextPage()}>
              {t.more}
            </Button>
          </Flex>
        )}
      </Card>
      <RefundsList day={day} />
      {receipt !== undefined && <ReceiptDialog sale={receipt} seller={session.name} onClose={() => setReceipt(undefined)} />}
      {refunding !== undefined && <RefundDrawer sale={refunding} onClose={() => setRefunding(undefined)} />}
    </Page>
  );
}

function DaySums({ day }: { readonly day: string }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const summary = useQuery({
    queryKey: ['sales-summary', day],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/sales/summary', { params: { query: { day } }, signal })),
  });
  return (
    <Reading query={summary}>
      {({ sums, complete }) => (
        <>
          {!complete && <Alert type="warning" showIcon title={t.partial} />}
          <div className="sale-sums">
            {sums.map(({ state, count, gross }) => (
              <Card key={state} size="small">
                <Statistic title={t.states[state]} value={formatMoney(gross, 'CNY')} />
                <span className="goods-price">{t.count(formatCount(count, language))}</span>
              </Card>
            ))}
          </div>
        </>
      )}
    </Reading>
  );
}
