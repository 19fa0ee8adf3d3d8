import {
  chinaDate,
  fapiaoQrText,
  fieldText,
  invoiceFields,
  paperSlipText,
  parseInvoiceRequest,
  parseStatementText,
  parseTime,
  sealRecord,
  LedgerError,
  type DeviceSigner,
  type InvoiceTotals,
  type IssuedOffline,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import type { InvoiceHeader } from '../issuing/invoice-answer';
import type { TillBook } from './till-book';
import type { IssuedLine } from './till-lines';

/** What a till prints of an invoice that it issued without the network. */
export interface Paper {
  readonly number: string;
  readonly till: string;
  readonly status: 'issued-offline';
  /** Words for the paper: no ledger knows of it yet. */
  readonly notice: string;
  readonly issuedAt: string;
  /** A sandbox organisation's invoice is no invoice. */
  readonly test: boolean;
  readonly totals: InvoiceTotals;
  /** Text for the QR code of the finished invoice (profile cn). */
  readonly qr?: string;
  /** Text for the QR code that shows, against the till's registered key, that the till issued it. */
  readonly slip: string;
}

const NOTICE = '离线开具，尚未入账 issued offline, not yet recorded';

/** The paper of an invoice; the same bytes whenever it is asked for, since an Ed25519 signature is. */
export function paperOf(issued: IssuedOffline, signer: DeviceSigner): Paper {
  const { entry, record } = issued;
  const header = valueOf(record, 'header') as InvoiceHeader;
  const totals = valueOf(record, 'totals') as InvoiceTotals;
  const { kind, number, issuedAt, test } = header;
  const date = chinaDate(parseTime(issuedAt) ?? Number.NaN);
  return {
    number,
    till: entry.till,
    status: 'issued-offline',
    notice: NOTICE,
    issuedAt,
    test,
    totals,
    ...(header.profile === 'cn' ? { qr: fapiaoQrText({ kind, number, gross: totals.gross, date }) } : {}),
    slip: paperSlipText(issued, signer),
  };
}

function valueOf(record: SealedRecord, name: string): unknown {
  return JSON.parse(fieldText(record, name) ?? 'null');
}

/**
 * The record of an invoice in the journal, laid out again from its request.
 * @throws LedgerError JOURNAL_BROKEN when it is not what the statement commits to.
 */
export function recordOfLine({ request, seed, statement }: IssuedLine, { opening, sandbox }: TillBook): SealedRecord {
  const { number, counter, previous, time, rules, commitment } = parseStatementText(statement);
  const position = { number, counter, previous, issuedAt: time, rules, test: sandbox };
  const record = { seed, fields: invoiceFields(parseInvoiceRequest(request), opening.text, position) };
  if (sealRecord(record) !== commitment) throw new LedgerError('JOURNAL_BROKEN', { found: `another content of ${number}` });
  return record;
}
