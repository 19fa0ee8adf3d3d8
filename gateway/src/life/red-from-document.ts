import {
  formatUnits,
  isIdentifier,
  LedgerError,
  minorUnits,
  multiply,
  negated,
  parseDecimal,
  type InvoiceLine,
  type RefundLine,
} from '@lianpiao/chaincode/domain';
import type { ImportedInvoice } from '../documents';

const SCALE = 2;

/** What a red document of another system asks for. */
export interface RedFromDocument {
  /** The confirmation's number where the document has one; else made from the document, so that it is asked for once. */
  readonly correction: string;
  /** The blue invoice. */
  readonly invoice: string;
  readonly lines: readonly RefundLine[];
}

/** The blue invoice that a red document names. @throws LedgerError DOCUMENT_UNSUPPORTED for a blue one, FIELD_MISSING. */
export function blueOf({ red, originalNumber }: ImportedInvoice): string {
  if (red !== true)
    throw new LedgerError('DOCUMENT_UNSUPPORTED', { found: 'a blue invoice 蓝字发票', wanted: 'a credit note or a red letter' });
  if (originalNumber === undefined) throw new LedgerError('FIELD_MISSING', { path: '/originalNumber', rule: 'BT-25' });
  return originalNumber;
}

/**
 * What a red document takes back of each line of the blue invoice. Its lines name those of the blue one, in their order; amounts
 * are negative in an EInvoice and positive in a credit note, which says no tax of a line: it follows from the blue line.
 * @throws LedgerError REFUND_LINE_UNKNOWN for a line that the blue invoice does not have, TOTALS_WRONG.
 */
export function redFromDocument(document: ImportedInvoice, blue: readonly InvoiceLine[]): RedFromDocument {
  const { request, originalDigest, confirmationNumber } = document;
  let place = 0;
  const lines = request.lines.map((line, index): RefundLine => {
    const net = positive(line.net);
    while (place < blue.length && !fits(blue[place], line.name, net)) place += 1;
    const of = blue[place];
    if (of === undefined) throw new LedgerError('REFUND_LINE_UNKNOWN', { path: `/lines/${String(index)}`, found: line.name });
    place += 1;
    const tax = line.tax === undefined ? taxOf(of, net) : positive(line.tax);
    return { line: place, net, ...(tax === undefined ? undefined : { tax }) };
  });
  const gross = lines.reduce((sum, { net, tax }) => sum + minorUnits(net, '/lines') + minorUnits(tax ?? '0', '/lines'), 0n);
  if (gross !== minorUnits(positive(request.totals.gross), '/lines'))
    throw new LedgerError('TOTALS_WRONG', { path: '/totals/gross', wanted: formatUnits(gross, SCALE) });
  return { correction: idOf(confirmationNumber, originalDigest), invoice: blueOf(document), lines };
}

function idOf(confirmation: string | undefined, digest: string): string {
  if (confirmation === undefined) return `document-${digest.slice(0, 24)}`;
  const ours: boolean = isIdentifier(confirmation);
  return ours ? confirmation : `confirmation-${confirmation}`;
}

function fits(line: InvoiceLine | undefined, name: string, net: string): boolean {
  return line?.name === name && minorUnits(net, '/lines') <= minorUnits(line.net, '/lines');
}

/** Of a whole line its own tax; of a part what the rate makes of it, half a fen up. */
function taxOf({ net, rate, tax }: InvoiceLine, taken: string): string | undefined {
  if (tax === undefined || minorUnits(net, '/lines') === minorUnits(taken, '/lines')) return tax;
  const product = multiply(parseDecimal(taken, SCALE) ?? ZERO, parseDecimal(rate ?? '0', 13) ?? ZERO);
  const step = 10n ** BigInt(product.scale - SCALE);
  return formatUnits((product.units + step / 2n) / step, SCALE);
}

const ZERO = { units: 0n, scale: SCALE };

function positive(amount: string): string {
  return amount.startsWith('-') ? negated(amount) : amount;
}
