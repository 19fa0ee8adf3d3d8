import { DeleteOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Input, type InputRef } from 'antd';
import type { ReactElement, RefObject } from 'react';
import { Nothing } from '../../../app/states';
import { useTexts } from '../../../shared/dictionary';
import { formatMoney } from '../../../shared/format';
import { addMoney } from '../../../shared/add-money';
import { rowLines, type CartRow } from './cart';
import { rateText } from './goods';
import { texts } from './texts';
import type { Till } from './use-till';

interface CartPanelProps {
  readonly till: Till;
  readonly discount: RefObject<InputRef | null>;
  readonly onPay: () => void;
}

const NOTHING = { net: '0.00', tax: '0.00', gross: '0.00' };

/** What the customer takes, and what it comes to. */
export function CartPanel({ till: { cart, sums, change }, discount, onPay }: CartPanelProps): ReactElement {
  const t = useTexts(texts);
  const empty = cart.rows.length === 0;
  const totals = sums?.totals ?? NOTHING;
  const lines = sums === undefined ? [] : rowLines(sums);
  return (
    <Card
      title={t.cart.label}
      className="till-cart"
      extra={
        <Button disabled={empty} onClick={() => change({ kind: 'clear' })}>
          {t.cart.clear}
        </Button>
      }
    >
      {empty && <Nothing>{t.cart.empty}</Nothing>}
      <ul className="cart-list">
        {cart.rows.map((row, at) => (
          <Row
            key={`${String(at)} ${row.goods.id}`}
            row={row}
            gross={grossOf(lines[at])}
            at={at}
            chosen={at === cart.at}
            change={change}
          />
        ))}
      </ul>
      {!empty && (
        <label className="cart-discount">
          <span>{t.cart.whole}</span>
          <Input
            ref={discount}
            size="large"
            inputMode="decimal"
            value={cart.discount}
            onChange={(event) => change({ kind: 'discount', discount: event.target.value.trim() })}
          />
        </label>
      )}
      {sums === undefined && <Alert type="error" showIcon role="alert" title={t.cart.wrong} />}
      <Flex justify="space-between" className="cart-sums">
        <span>
          {t.cart.net} {formatMoney(totals.net, 'CNY')} · {t.cart.tax} {formatMoney(totals.tax, 'CNY')}
        </span>
      </Flex>
      <Flex justify="space-between" align="center" gap={12} wrap>
        <div className="cart-total" aria-live="polite">
          <span>{t.cart.total}</span> <strong>{formatMoney(totals.gross, 'CNY')}</strong>
        </div>
        <Button type="primary" className="pay-button" disabled={empty || sums === undefined} onClick={onPay}>
          {t.pay.button}
          <span className="till-keys"> (F9)</span>
        </Button>
      </Flex>
    </Card>
  );
}

/** What a line of the cart comes to before its discount; undefined while the cart does not add up. */
function grossOf(line: ReturnType<typeof rowLines>[number] | undefined): string | undefined {
  return line && addMoney(line.net, line.tax);
}

interface RowProps {
  readonly row: CartRow;
  readonly gross: string | undefined;
  readonly at: number;
  readonly chosen: boolean;
  readonly change: Till['change'];
}

function Row({ row: { goods, quantity, discount }, gross, at, chosen, change }: RowProps): ReactElement {
  const { cart: t, goods: words } = useTexts(texts);
  return (
    <li className={chosen ? 'chosen' : ''} aria-current={chosen}>
      <div className="cart-name">
        <span>
          {goods.name}
          <br />
          <span className="goods-price short-facts">
            {formatMoney(goods.price, 'CNY')} × {quantity} · {rateText(goods, words.exempt)}
          </span>
        </span>
        <strong className="cart-gross">{gross === undefined ? '–' : formatMoney(gross, 'CNY')}</strong>
      </div>
      <div className="cart-tools">
        <Button
          size="large"
          icon={<MinusOutlined />}
          aria-label={`${t.less} ${goods.name}`}
          onClick={() => change({ kind: 'step', by: -1, at })}
        />
        <Input
          size="large"
          className="cart-quantity"
          inputMode="decimal"
          aria-label={t.quantity(goods.name)}
          value={quantity}
          onChange={(event) => change({ kind: 'change', at, row: { quantity: event.target.value.trim() } })}
        />
        <Button
          size="large"
          icon={<PlusOutlined />}
          aria-label={`${t.more} ${goods.name}`}
          onClick={() => change({ kind: 'step', by: 1, at })}
        />
        <Input
          size="large"
          className="cart-off"
          inputMode="decimal"
          placeholder={t.discountShort}
          aria-label={t.discount(goods.name)}
          value={discount}
          onChange={(event) => change({ kind: 'change', at, row: { discount: event.target.value.trim() } })}
        />
        <Button
          size="large"
          danger
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t.remove(goods.name)}
          onClick={() => change({ kind: 'remove', at })}
        />
      </div>
    </li>
  );
}
