import { hasher, type Digest } from '../encoding/digest';
import type { RecordField, SealedRecord } from '../record/commitment';
import type { InvoiceRequest } from './invoice-request';

/** What the ledger adds to a request: the invoice's number, its time and its place in the till's chain. */
export interface InvoicePosition {
  readonly number: string;
  readonly counter: number;
  readonly previous: Digest;
  /** RFC 3339 UTC. */
  readonly issuedAt: string;
  /** Version of the rules by which the amounts were checked. */
  readonly rules: string;
  /** True for a sandbox organisation's invoice. */
  readonly test: boolean;
}

/**
 * Lays an invoice out as the named fields that its commitment covers. docs/formats.md, "Fields of an invoice".
 * @param sellerText RFC 8785 text of the seller as registered.
 */
export function invoiceFields(request: InvoiceRequest, sellerText: string, position: InvoicePosition): RecordField[] {
  const fields: RecordField[] = [
    { name: 'header', text: headerText(request, position) },
    { name: 'seller', text: sellerText },
  ];
  appendContent(fields, request);
  return fields;
}

/**
 * True when a request asks for the very invoice that a record holds: the same fields come out of it. What the ledger added
 * (number, time, place) is taken from the record, and a request that insists on a number must insist on this one.
 */
export function asksForInvoice(request: InvoiceRequest, record: SealedRecord): boolean {
  const [header, seller] = record.fields;
  if (header === undefined || seller === undefined) return false;
  const position = JSON.parse(header.text) as InvoicePosition;
  if (request.number !== undefined && request.number !== position.number) return false;
  const previous = position.previous.slice('sha256:'.length) as Digest;
  const fields = invoiceFields(request, seller.text, { ...position, previous });
  return fields.length === record.fields.length && fields.every((field, index) => sameField(field, record.fields[index]));
}

function sameField(left: RecordField, right: RecordField | undefined): boolean {
  return left.name === right?.name && left.text === right.text;
}

/** SHA-256 of seller and order reference: the key under which one invoice, and no second, is issued. */
export function referenceFingerprint(seller: string, orderReference: string): Digest {
  return hasher().sha256(`lianpiao-reference-v1\n${seller}\n${orderReference}`);
}

const LINE_NAMES = Array.from({ length: 64 }, (_, index) => `line/${String(index + 1)}`);

/**
 * The fields that come from the request alone. The parser leaves members in canonical order and texts well formed, so
 * JSON.stringify writes RFC 8785 (a test compares the two over random requests).
 */
function appendContent(fields: RecordField[], request: InvoiceRequest): void {
  fields.push({ name: 'orderReference', text: JSON.stringify(request.orderReference) });
  if (request.buyer !== undefined) fields.push({ name: 'buyer', text: JSON.stringify(request.buyer) });
  fields.push({ name: 'totals', text: JSON.stringify(request.totals) });
  if (request.adjustments !== undefined) fields.push({ name: 'adjustments', text: JSON.stringify(request.adjustments) });
  if (request.taxBreakdown !== undefined) fields.push({ name: 'taxBreakdown', text: JSON.stringify(request.taxBreakdown) });
  for (let index = 0; index < request.lines.length; index += 1) {
    fields.push({ name: LINE_NAMES[index] ?? `line/${String(index + 1)}`, text: JSON.stringify(request.lines[index]) });
  }
  if (request.trade !== undefined) fields.push({ name: 'trade', text: JSON.stringify(request.trade) });
  if (request.note !== undefined) fields.push({ name: 'note', text: JSON.stringify(request.note) });
  if (request.original !== undefined) fields.push({ name: 'original', text: JSON.stringify(request.original) });
}

function correctsText({ corrects }: InvoiceRequest): string {
  return corrects === undefined ? '' : `"corrects":{"correction":"${corrects.correction}","invoice":"${corrects.invoice}"},`;
}

function headerText(request: InvoiceRequest, position: InvoicePosition): string {
  // Every value is one of ours or plain ASCII by its form, so the template is RFC 8785 (a test compares).
  return (
    `{${correctsText(request)}"counter":${String(position.counter)},"currency":"${request.currency}","issuedAt":"${position.issuedAt}","kind":"${request.kind}",` +
    `"number":"${position.number}","previous":"sha256:${position.previous}","profile":"${request.profile}","rules":"${position.rules}",` +
    `"soldAt":"${request.soldAt ?? position.issuedAt}","test":${String(position.test)},"till":"${request.till}","type":"invoice"}`
  );
}
