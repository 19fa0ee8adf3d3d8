import type { CartItem } from '@lianpiao/chaincode/domain';
import { formatRate } from '../../../shared/format';

/** Goods as this till offers them. */
export interface Goods extends Pick<CartItem, 'name' | 'price' | 'taxCategory'> {
  readonly id: string;
  /** What is typed or scanned for them. */
  readonly code: string;
  readonly unit: string;
  readonly rate?: string;
}

/** The rates that a shop uses today: the ledger's own table has them all, with their days. */
export const RATES: readonly Pick<Goods, 'taxCategory' | 'rate'>[] = [
  { taxCategory: 'standard', rate: '0.13' },
  { taxCategory: 'standard', rate: '0.09' },
  { taxCategory: 'standard', rate: '0.06' },
  { taxCategory: 'levy', rate: '0.03' },
  { taxCategory: 'levy', rate: '0.01' },
  { taxCategory: 'exempt' },
];

const EXAMPLES: readonly Omit<Goods, 'id'>[] = [
  { code: '1001', name: '*谷物*东北大米 5kg', unit: '袋', price: '54.50', taxCategory: 'standard', rate: '0.09' },
  { code: '1002', name: '*饮料*矿泉水', unit: '瓶', price: '2.00', taxCategory: 'standard', rate: '0.13' },
  { code: '1003', name: '*日用杂品*毛巾', unit: '条', price: '15.90', taxCategory: 'standard', rate: '0.13' },
  { code: '1004', name: '*餐饮服务*简餐', unit: '份', price: '28.00', taxCategory: 'standard', rate: '0.06' },
  { code: '1005', name: '*蔬菜*青菜', unit: '斤', price: '3.80', taxCategory: 'exempt' },
];

function keyFor(organisation: string): string {
  return `lianpiao.goods.${organisation}`;
}

/** The goods of an organisation, kept on this device. */
export function loadGoods(organisation: string): readonly Goods[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyFor(organisation)) ?? '[]');
    return Array.isArray(stored) ? (stored as Goods[]) : [];
  } catch {
    return [];
  }
}

export function storeGoods(organisation: string, goods: readonly Goods[]): void {
  localStorage.setItem(keyFor(organisation), JSON.stringify(goods));
}

/** The rate of goods as people write it; `exempt` is the word for none. */
export function rateText({ rate }: Pick<Goods, 'rate'>, exempt: string): string {
  return rate === undefined ? exempt : formatRate(rate);
}

export function exampleGoods(): readonly Goods[] {
  return EXAMPLES.map((goods) => ({ ...goods, id: crypto.randomUUID() }));
}

/** `3*大米` asks for three of what matches 大米: a code first, then any part of the name. */
export function searchGoods(
  goods: readonly Goods[],
  typed: string,
): { readonly quantity: string; readonly found: readonly Goods[] } {
  const [, quantity = '1', rest = ''] = /^(?:(\d{1,6}(?:\.\d{1,3})?)[*×])?(.*)$/u.exec(typed.trim()) ?? [];
  const wanted = rest.trim().toLowerCase();
  const byCode = goods.filter(({ code }) => code !== '' && code === wanted);
  const found = byCode.length > 0 ? byCode : goods.filter(({ name, code }) => `${code} ${name}`.toLowerCase().includes(wanted));
  return { quantity, found };
}
