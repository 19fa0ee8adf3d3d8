import {
  chinaDate,
  fapiaoQrText,
  fieldText,
  parseTime,
  LedgerError,
  type Corrects,
  type InvoiceIssued,
  type InvoiceTotals,
  type Profile,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { receiptText, type Receipt } from '../ledger/receipt';

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
  /** Place in the till's chain, and the hash of the till's entry before. */
  readonly counter: number;
  readonly previous: string;
  readonly till: string;
  readonly currency: string;
  readonly issuedAt: string;
  readonly kind: 'ordinary' | 'special';
  readonly number: string;
  readonly profile: Profile;
  readonly rules: string;
  readonly soldAt: string;
  readonly test: boolean;
  /** Of a red invoice: what it corrects. */
  readonly corrects?: Corrects;
}

/** A field of a record as canonical JSON text. @throws LedgerError INTERNAL when a record of ours lacks it. */
function requireField(record: SealedRecord, name: string): string {
  const text = fieldText(record, name);
  if (text === undefined) throw new LedgerError('INTERNAL', { found: `a record without ${name}` });
  return text;
}

/**
 * The JSON text of an {@link InvoiceAnswer}. It is put together from texts that exist already, and what it needs of them is
 * cut out of their one canonical form: parsing and writing them again would cost a tenth of issuing.
 */
export function invoiceAnswerText(entry: InvoiceIssued, record: SealedRecord, receipt: Receipt): string {
  const header = requireField(record, 'header');
  const totals = requireField(record, 'totals');
  const qr = memberText(header, 'profile') === '"cn"' ? `"qr":"${qrOf(entry, header, totals)}",` : '';
  const self = `/v1/invoices/${entry.number}`;
  return (
    `{"number":"${entry.number}","status":"issued","issuedAt":"${entry.offline?.time ?? entry.time}","test":${memberText(header, 'test')},"totals":${totals},${qr}` +
    `"receipt":${receiptText(receipt)},"links":{"self":"${self}","proof":"${self}/proof"}}`
  );
}

function qrOf({ number, time, offline }: InvoiceIssued, header: string, totals: string): string {
  const kind = memberText(header, 'kind') === '"special"' ? 'special' : 'ordinary';
  const gross = memberText(totals, 'gross').slice(1, -1);
  return fapiaoQrText({ kind, number, gross, date: chinaDate(parseTime(offline?.time ?? time) ?? Number.NaN) });
}

/** The text of a member of a flat canonical object whose texts hold neither quotes nor commas: headers and totals. */
function memberText(object: string, name: string): string {
  const start = object.indexOf(`"${name}":`) + name.length + 3;
  const comma = object.indexOf(',', start);
  return object.slice(start, comma < 0 ? object.length - 1 : comma);
}
