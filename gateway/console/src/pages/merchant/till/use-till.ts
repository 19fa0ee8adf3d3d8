import { useCallback, useReducer, useState } from 'react';
import { answerOf, api } from '../../../api/client';
import type { Answer } from '../../../api/answers';
import { checkSale } from './check-sale';
import { changeCart, composed, emptyCart, type Cart, type CartAct } from './cart';
import type { ComposedCart } from '@lianpiao/chaincode/domain';

export type Sale = Answer<'readSale'>;
export type Method = 'cash' | 'wechat' | 'alipay' | 'card';

/** A sale that was recorded, and how long it took from the payment to here. */
export interface Receipt {
  readonly sale: Sale;
  readonly tookMs: number;
}

export interface Till {
  readonly cart: Cart;
  readonly sums: ComposedCart | undefined;
  readonly change: (act: CartAct) => void;
  readonly receipt: Receipt | undefined;
  readonly pay: (till: string, method: Method, reference: string) => Promise<void>;
  readonly next: () => void;
}

export function useTill(): Till {
  const [cart, change] = useReducer(changeCart, undefined, emptyCart);
  const [receipt, setReceipt] = useState<Receipt>();
  const sums = composed(cart);

  const pay = async (till: string, method: Method, reference: string): Promise<void> => {
    if (sums === undefined) return;
    const started = performance.now();
    const { orderReference } = cart;
    // All of it is the same in every attempt: the gateway answers a repetition with the first sale.
    const payment = { reference: reference === '' ? `${method}-${orderReference}` : reference, method };
    const request = { till, orderReference, lines: [...sums.lines], totals: sums.totals };
    checkSale(request);
    const body = { ...request, payment };
    const sale = await answerOf<Sale>(api.POST('/v1/sales', { body: body as never }));
    setReceipt({ sale, tookMs: Math.round(performance.now() - started) });
    change({ kind: 'clear' });
  };
  const next = useCallback(() => {
    setReceipt(undefined);
  }, []);
  return { cart, sums, change, receipt, pay, next };
}
