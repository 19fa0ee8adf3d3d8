import type { Party } from '@lianpiao/chaincode/domain';
import { addMoney } from '../shared/add-money';
import type { ClaimedInvoice } from './claim';

/** The buyer that an invoice names; undefined when its content was erased. */
export function buyerIn({ content }: ClaimedInvoice): Party | undefined {
  const buyer = content?.['buyer'];
  return typeof buyer === 'object' && buyer !== null ? (buyer as Party) : undefined;
}

interface Line {
  readonly name: string;
  readonly net: string;
  readonly tax?: string;
}

/** Names of an invoice's lines and what was paid for them, in their order. */
export function linesIn({ content }: ClaimedInvoice): { readonly name: string; readonly amount: string }[] {
  const lines: { name: string; amount: string }[] = [];
  for (let index = 1; ; index += 1) {
    const line = content?.[`line/${String(index)}`] as Line | undefined;
    if (line === undefined) return lines;
    lines.push({ name: line.name, amount: addMoney(line.net, line.tax) });
  }
}
