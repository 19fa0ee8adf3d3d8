import { formatUnits } from '../encoding/decimal';
import { minorUnits } from '../encoding/money';
import { LedgerError } from '../errors';
import type { DecimalText, InvoiceLine } from '../invoice/invoice-request';
import type { RefundLine, RefundTotals } from './check-refund';
import { splitGross } from './compose-cart';

const SCALE = 2;

/** What is left of each line of a sale after its refunds. */
export function leftOfSale(sold: readonly InvoiceLine[], refunded: readonly RefundLine[]): RefundTotals[] {
  return sold.map((line, index) => {
    let [net, tax] = [fen(line.net), fen(line.tax)];
    for (const refund of refunded) {
      if (refund.line !== index + 1) continue;
      net -= fen(refund.net);
      tax -= fen(refund.tax);
    }
    return { net: text(net), tax: text(tax), gross: text(net + tax) };
  });
}

/**
 * A refund's line for an amount with tax, as a customer gets it back. Net and tax are the step from what was given back before
 * to what is given back then, each split by the line's rate: however often a part is given back, no rounding adds up, and all
 * that is left takes net and tax as they are.
 * @throws LedgerError REFUND_TOO_LARGE, MONEY_MALFORMED.
 */
export function refundLineOf(line: number, of: InvoiceLine, left: RefundTotals, gross: DecimalText): RefundLine {
  const [wanted, most] = [fen(gross), fen(left.gross)];
  if (magnitude(wanted) > magnitude(most) || wanted < 0n !== most < 0n)
    throw new LedgerError('REFUND_TOO_LARGE', { path: '/gross', wanted: `between 0 and ${left.gross}` });
  const netOf = (amount: bigint): bigint => (amount < 0n ? -1n : 1n) * splitGross(magnitude(amount), of.rate ?? '0').net;
  const givenGross = fen(of.net) + fen(of.tax) - most;
  const net = wanted === most ? fen(left.net) : netOf(givenGross + wanted) - (fen(of.net) - fen(left.net));
  return { line, net: text(net), ...(of.tax === undefined ? undefined : { tax: text(wanted - net) }) };
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function fen(amount: DecimalText = '0'): bigint {
  return minorUnits(amount, '/gross');
}

function text(amount: bigint): DecimalText {
  return formatUnits(amount, SCALE);
}
