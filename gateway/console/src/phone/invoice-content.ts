import type { Party } from '@lianpiao/chaincode/domain';
import type { ClaimedInvoice } from './claim';

/** The buyer that an invoice names; undefined when its content was erased. */
export function buyerIn({ content }: ClaimedInvoice): Party | undefined {
  const buyer = content?.['buyer'];
  return typeof buyer === 'object' && buyer !== null ? (buyer as Party) : undefined;
}

/** Names and amounts of an invoice's lines, in their order. */
export function linesIn({ content }: ClaimedInvoice): { readonly name: string; readonly amount: string }[] {
  const lines: { name: string; amount: string }[] = [];
  for (let index = 1; ; index += 1) {
    const line = content?.[`line/${String(index)}`] as { readonly name: string; readonly net: string } | undefined;
    if (line === undefined) return lines;
    lines.push({ name: line.name, amount: line.net });
  }
}
