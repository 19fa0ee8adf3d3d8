import { leftOfSale, refundLineOf, type InvoiceLine, type RefundLine, type RefundTotals } from '@lianpiao/chaincode/domain';
import { addMoney } from '../../../shared/add-money';

/** One line of a sale in the refund form. */
export interface RefundRow {
  readonly line: InvoiceLine;
  readonly left: RefundTotals;
  /** With tax; empty for nothing. */
  readonly typed: string;
}

export function refundRows(
  lines: readonly InvoiceLine[],
  refunded: readonly RefundLine[],
  typed: readonly string[],
): RefundRow[] {
  const left = leftOfSale(lines, refunded);
  return lines.map((line, index) => ({ line, left: left[index] as RefundTotals, typed: typed[index] ?? '' }));
}

/** Everything that is left, line by line. */
export function allThatIsLeft(rows: readonly RefundRow[]): string[] {
  return rows.map(({ left }) => (Number(left.gross) === 0 ? '' : left.gross));
}

/** The lines of the refund, or the index of the row that is wrong. */
export function refundLines(rows: readonly RefundRow[]): { readonly lines: readonly RefundLine[]; readonly wrong?: number } {
  const lines: RefundLine[] = [];
  for (const [index, { line, left, typed }] of rows.entries()) {
    if (typed.trim() === '') continue;
    try {
      lines.push(refundLineOf(index + 1, line, left, typed.trim()));
    } catch {
      return { lines, wrong: index };
    }
  }
  return { lines };
}

/** Exact sum of what is typed; undefined while something is wrong. */
export function refundSum(rows: readonly RefundRow[]): string | undefined {
  const { lines, wrong } = refundLines(rows);
  if (wrong !== undefined) return undefined;
  return addMoney(...lines.flatMap(({ net, tax }) => [net, tax]));
}
