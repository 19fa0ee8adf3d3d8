import {
  chinaDate,
  fapiaoQrText,
  LedgerError,
  type InvoiceIssued,
  type InvoiceTotals,
  type Profile,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import type { Receipt } from '../ledger/receipt';

/** The final answer to a request for an invoice: the same bytes for every repetition of the request. */
export interface InvoiceAnswer {
  readonly number: string;
  readonly status: 'issued';
  readonly issuedAt: string;
  /** True for a sandbox organisation's invoice: it is no invoice. */
  readonly test: boolean;
  readonly totals: InvoiceTotals;
  /** Text for the QR code on the paper (profile cn). */
  readonly qr?: string;
  readonly receipt: Receipt;
  readonly links: { readonly self: string; readonly proof: string };
}

/** The header field of an invoice's record. */
export interface InvoiceHeader {
  readonly currency: string;
  readonly issuedAt: string;
  readonly kind: 'ordinary' | 'special';
  readonly number: string;
  readonly profile: Profile;
  readonly rules: string;
  readonly soldAt: string;
  readonly test: boolean;
}

/** A field of a record as canonical JSON text. @throws LedgerError INTERNAL when a record of ours lacks it. */
export function fieldText(record: SealedRecord, name: string): string {
  const field = record.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new LedgerError('INTERNAL', { found: `a record without ${name}` });
  return field.text;
}

/** A field of a record as its value. */
export function fieldValue(record: SealedRecord, name: string): unknown {
  return JSON.parse(fieldText(record, name));
}

/**
 * The JSON text of an {@link InvoiceAnswer}. It is put together from texts that exist already: parsing and writing them
 * again would cost a tenth of issuing.
 */
export function invoiceAnswerText(entry: InvoiceIssued, record: SealedRecord, receipt: Receipt): string {
  const header = fieldValue(record, 'header') as InvoiceHeader;
  const totals = fieldText(record, 'totals');
  const qr = header.profile === 'cn' ? `"qr":"${qrOf(header, totals)}",` : '';
  const self = `/v1/invoices/${entry.number}`;
  return (
    `{"number":"${entry.number}","status":"issued","issuedAt":"${entry.time}","test":${String(header.test)},"totals":${totals},${qr}` +
    `"receipt":${JSON.stringify(receipt)},"links":{"self":"${self}","proof":"${self}/proof"}}`
  );
}

function qrOf(header: InvoiceHeader, totalsText: string): string {
  const { number, kind } = header;
  const { gross } = JSON.parse(totalsText) as InvoiceTotals;
  return fapiaoQrText({ kind, number, gross, date: chinaDate(Date.parse(header.issuedAt)) });
}
