import { canonicalJson } from '../encoding/canonical-json';
import { hasher, type Digest } from '../encoding/digest';
import { sealRecord, type RecordField, type SealedRecord } from '../record/commitment';
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

/** An invoice as a record, its commitment, and the fingerprint by which a replay is known. */
export interface ComposedInvoice {
  readonly record: SealedRecord;
  readonly commitment: Digest;
  readonly request: Digest;
}

/**
 * Lays an invoice out as named fields and commits to them. docs/formats.md, "Fields of an invoice".
 * @param sellerText RFC 8785 text of the seller as registered.
 */
export function composeInvoice(
  request: InvoiceRequest,
  sellerText: string,
  position: InvoicePosition,
  seed: string,
): ComposedInvoice {
  const content = contentFields(request);
  const fields: RecordField[] = [
    { name: 'header', text: headerText(request, position) },
    { name: 'seller', text: sellerText },
    {
      name: 'till',
      text: `{"counter":${String(position.counter)},"previous":"sha256:${position.previous}","till":"${request.till}"}`,
    },
    ...content,
  ];
  const record = { seed, fields };
  return { record, commitment: sealRecord(record), request: fingerprint(request, content, seed) };
}

/** The fingerprint of a request under a record's seed: equal for the same content only. */
export function requestFingerprint(request: InvoiceRequest, seed: string): Digest {
  return fingerprint(request, contentFields(request), seed);
}

function fingerprint(request: InvoiceRequest, content: readonly RecordField[], seed: string): Digest {
  let text = `${seed}\n${request.profile} ${request.kind} ${request.currency} ${request.till} ${request.soldAt ?? '-'} ${request.number ?? '-'}\n`;
  for (const field of content) text += `${field.name} ${field.text}\n`;
  return hasher().sha256(text);
}

/** SHA-256 of seller and order reference: the key under which one invoice, and no second, is issued. */
export function referenceFingerprint(seller: string, orderReference: string): Digest {
  return hasher().sha256(`lianpiao-reference-v1\n${seller}\n${orderReference}`);
}

/**
 * The fields that come from the request alone. The parser leaves members in canonical order and texts well formed, so
 * JSON.stringify writes RFC 8785 (a test compares the two over random requests).
 */
function contentFields(request: InvoiceRequest): RecordField[] {
  const fields: RecordField[] = [{ name: 'orderReference', text: JSON.stringify(request.orderReference) }];
  if (request.buyer !== undefined) fields.push({ name: 'buyer', text: JSON.stringify(request.buyer) });
  fields.push({ name: 'totals', text: JSON.stringify(request.totals) });
  if (request.adjustments !== undefined) fields.push({ name: 'adjustments', text: JSON.stringify(request.adjustments) });
  if (request.taxBreakdown !== undefined) fields.push({ name: 'taxBreakdown', text: JSON.stringify(request.taxBreakdown) });
  for (let index = 0; index < request.lines.length; index += 1) {
    fields.push({ name: `line/${String(index + 1)}`, text: JSON.stringify(request.lines[index]) });
  }
  if (request.note !== undefined) fields.push({ name: 'note', text: JSON.stringify(request.note) });
  return fields;
}

function headerText(request: InvoiceRequest, position: InvoicePosition): string {
  return canonicalJson({
    currency: request.currency,
    issuedAt: position.issuedAt,
    kind: request.kind,
    number: position.number,
    profile: request.profile,
    rules: position.rules,
    soldAt: request.soldAt ?? position.issuedAt,
    test: position.test,
    type: 'invoice',
  });
}
