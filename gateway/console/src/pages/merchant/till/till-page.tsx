import { Button, ConfigProvider, Typography, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session';
import { WITHOUT_MOTION } from '../../../app/theme';
import { useTexts } from '../../../shared/dictionary';
import { formatMoney } from '../../../shared/format';
import { CartPanel } from './cart-panel';
import { GoodsPanel } from './goods-panel';
import { PayDialog } from './pay-dialog';
import { ReceiptDialog } from './receipt-dialog';
import { texts } from './texts';
import { storedTill, TillSetup } from './till-setup';
import { useTill, type Till } from './use-till';
import './till.css';

/** The till: goods, cart, payment, receipt. All of it by keys. */
export default function TillPage(): ReactElement {
  const t = useTexts(texts);
  const session = useSession();
  const [id, setId] = useState(storedTill);
  const [paying, setPaying] = useState(false);
  const till = useTill();
  const search = useRef<InputRef>(null);
  const discount = useRef<InputRef>(null);
  const canPay = till.cart.rows.length > 0 && till.sums !== undefined;
  const startPaying = (): void => setPaying(canPay);
  useTillKeys({ till, search, discount, idle: !paying && till.receipt === undefined, onPay: startPaying });

  if (id === undefined)
    return (
      <Page title={t.title} lead={t.lead}>
        <TillSetup onTill={setId} />
      </Page>
    );
  return (
    <Page
      title={t.title}
      lead={t.lead}
      extra={
        <Typography.Text type="secondary">
          {t.setup.title} {id}{' '}
          <Button type="link" onClick={() => setId(undefined)}>
            {t.setup.change}
          </Button>
        </Typography.Text>
      }
    >
      <div className="till">
        <GoodsPanel
          organisation={session.organisation}
          search={search}
          onPick={(goods, quantity) => till.change({ kind: 'add', goods, quantity })}
        />
        <CartPanel till={till} discount={discount} onPay={startPaying} />
      </div>
      <Typography.Text type="secondary" className="till-keys">
        {t.keys}
      </Typography.Text>
      {/* A dialog that grows loses the press of whoever is faster: it begins on the button and ends beside it. */}
      <ConfigProvider theme={WITHOUT_MOTION}>
        {paying && (
          <PayDialog
            total={formatMoney(till.sums?.totals.gross ?? '0.00', 'CNY')}
            onPay={async (method, reference) => {
              await till.pay(id, method, reference);
              setPaying(false);
            }}
            onClose={() => setPaying(false)}
          />
        )}
        {till.receipt !== undefined && (
          <ReceiptDialog
            sale={till.receipt.sale}
            seller={session.name}
            tookMs={till.receipt.tookMs}
            onClose={() => {
              till.next();
              setTimeout(() => search.current?.focus(), 0);
            }}
          />
        )}
      </ConfigProvider>
    </Page>
  );
}

interface TillKeys {
  readonly till: Till;
  readonly search: RefObject<InputRef | null>;
  readonly discount: RefObject<InputRef | null>;
  readonly idle: boolean;
  readonly onPay: () => void;
}

/** The keys of the till; those that write are the field's while somebody writes in one. */
function useTillKeys({ till, search, discount, idle, onPay }: TillKeys): void {
  const acts: Readonly<Record<string, () => void>> = {
    F2: () => search.current?.focus(),
    F8: () => discount.current?.focus(),
    F9: onPay,
    ArrowUp: () => till.change({ kind: 'move', by: -1 }),
    ArrowDown: () => till.change({ kind: 'move', by: 1 }),
  };
  const writing: Readonly<Record<string, () => void>> = {
    '+': () => till.change({ kind: 'step', by: 1 }),
    '=': () => till.change({ kind: 'step', by: 1 }),
    '-': () => till.change({ kind: 'step', by: -1 }),
    Delete: () => till.change({ kind: 'remove' }),
  };
  const handler = useRef<(event: globalThis.KeyboardEvent) => void>(() => undefined);
  useEffect(() => {
    handler.current = (event) => {
      const { target } = event;
      // In the empty search field nothing can be meant but the cart.
      const free = !(target instanceof HTMLInputElement) || (target === search.current?.input && target.value === '');
      const act = acts[event.key] ?? (free ? writing[event.key] : undefined);
      if (!idle || act === undefined) return;
      event.preventDefault();
      act();
    };
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => handler.current(event);
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
