import { canonicalJson, type JsonValue } from '../encoding/canonical-json';
import { negated } from '../encoding/decimal';
import { LedgerError } from '../errors';
import type { InvoiceLine, InvoiceTotals, Party } from '../invoice/invoice-request';
import { checkRefund, type RefundLine } from '../sale/check-refund';
import { leftOfSale } from '../sale/refund-amounts';
import { fen } from './balance';
import type { OpenedInvoice } from './open-invoice';

/** A red invoice as a confirmed request will have it. */
export interface RedDocument {
  readonly kind: 'ordinary' | 'special';
  readonly buyer?: Party;
  readonly lines: readonly InvoiceLine[];
  readonly totals: InvoiceTotals;
  readonly note: string;
}

/** What of an invoice a request takes back, and whether anything is left. */
export interface Red {
  readonly taken: readonly RefundLine[];
  readonly document: RedDocument;
  readonly whole: boolean;
}

/**
 * The red invoice of a correction: each line of the blue one, in its order, with what is taken back of it as negative
 * amounts; net and tax within what earlier corrections left, the tax by the line's rate (rules `refund.*`, `cn.line-tax`).
 * @param before what completed corrections took.
 * @param asked lines by number, from 1; all that is left when absent.
 * @throws LedgerError REFUND_LINE_UNKNOWN, REFUND_TOO_LARGE, LINE_TAX_WRONG, FIELD_INVALID, DOCUMENT_UNSUPPORTED.
 */
export function composeRed(
  blue: OpenedInvoice,
  correction: string,
  before: readonly RefundLine[],
  asked: readonly RefundLine[] | undefined,
): Red {
  if (blue.header.profile !== 'cn')
    throw new LedgerError('DOCUMENT_UNSUPPORTED', { path: '/invoice', found: blue.header.profile });
  if (blue.header.corrects !== undefined) throw new LedgerError('INVOICE_RED', { path: '/invoice', rule: 'red-of-a-blue' });
  const taken = asked ?? restOf(blue.lines, before);
  requireOrder(taken);
  const { totals, whole } = checkRefund(blue.lines, before, taken);
  const document: RedDocument = {
    kind: blue.header.kind,
    ...(blue.buyer === undefined ? undefined : { buyer: blue.buyer }),
    lines: taken.map((line) => redLine(blue.lines[line.line - 1] as InvoiceLine, line)),
    totals: { net: negated(totals.net), tax: negated(totals.tax), gross: negated(totals.gross) },
    note: `被红冲蓝字数电发票号码：${blue.number} 红字发票信息确认单编号：${correction}`,
  };
  return { taken, document, whole };
}

/** All that is left, lines that are used up left out. */
function restOf(lines: readonly InvoiceLine[], before: readonly RefundLine[]): RefundLine[] {
  return leftOfSale(lines, before).flatMap(({ net, tax }, index): RefundLine[] => {
    if (fen(net) === 0n && fen(tax) === 0n) return [];
    return [{ line: index + 1, net, ...(lines[index]?.tax === undefined ? undefined : { tax }) }];
  });
}

/** The lines of a partial red invoice keep the order of the blue one (红字确认单 line numbers). */
function requireOrder(lines: readonly RefundLine[]): void {
  lines.forEach(({ line }, index) => {
    const previous = lines[index - 1];
    if (previous !== undefined && previous.line >= line)
      throw new LedgerError('FIELD_INVALID', { path: `/lines/${String(index)}/line`, rule: 'cn.red-line-order' });
  });
}

/** Of a whole line the quantity goes back too; of a part only an amount. */
function redLine(blue: InvoiceLine, { net, tax }: RefundLine): InvoiceLine {
  const { quantity, unitPrice, ...rest } = blue;
  const whole = net === blue.net && quantity !== undefined && unitPrice !== undefined;
  return {
    ...rest,
    ...(whole ? { quantity: negated(quantity), unitPrice } : undefined),
    net: negated(net),
    ...(tax === undefined ? undefined : { tax: negated(tax) }),
  };
}

/** Its one text, by which the red invoice is compared with what was confirmed. */
export function redText(document: RedDocument): string {
  return canonicalJson(JSON.parse(JSON.stringify(document)) as JsonValue);
}
