import type { Digest } from '../encoding/digest';
import { readObject, type JsonObject } from '../encoding/reader';
import { LedgerError } from '../errors';
import type { InvoiceLine, InvoiceTotals, Party } from '../invoice/invoice-request';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { sealOfShown, type SealedRecord } from '../record/commitment';
import type { Entry } from '../record/entry';
import { requireTill } from '../registry/require';
import { requireHandedOver, type HandedOverPlace } from './require-handed-over';

/** An invoice shown to a rule: where its entry stands, its record, and the record that holds its balance. */
export interface InvoiceOpening {
  /**
   * The engine's own name of the entry's place: a sequence, or on Fabric `<transaction id>/<index>`. Of an entry of the
   * ledger from which this one goes on: its place in that one's log, proved.
   */
  readonly place: HandedOverPlace | string;
  readonly record: SealedRecord;
  readonly balance?: SealedRecord;
}

/** The header of an invoice's record, as far as its life depends on it. */
export interface OpenedHeader {
  readonly number: string;
  readonly currency: string;
  readonly kind: 'ordinary' | 'special';
  readonly profile: 'cn' | 'en16931';
  readonly till: string;
  readonly soldAt: string;
  /** Of a red invoice: what it corrects. */
  readonly corrects?: { readonly correction: string; readonly invoice: string };
}

/** An invoice's content that is proved to be on the ledger. */
export interface OpenedInvoice {
  readonly number: string;
  readonly seller: string;
  readonly header: OpenedHeader;
  readonly buyer: Party | undefined;
  readonly totals: InvoiceTotals;
  readonly lines: readonly InvoiceLine[];
}

/**
 * Opens an invoice: the ledger has its entry at that place, and the record is what the entry commits to. Number and till are
 * read from the record, where the rules put them when they issued it.
 * @throws LedgerError INVOICE_UNKNOWN when there is no such entry, LIFE_OPENING_WRONG when the record is another one.
 */
export function openInvoice(state: LedgerState, { place, record }: InvoiceOpening): OpenedInvoice {
  const commitment = sealOfShown(record);
  if (typeof place === 'string') requireEntry(state, place, commitment);
  else requireHandedOver(state, place, commitment);
  return readInvoice(state, record);
}

function requireEntry(state: LedgerState, place: string, commitment: Digest): void {
  const text = state.get<string>(stateKeys.entry(place));
  const entry = text === undefined ? undefined : (JSON.parse(text) as Entry);
  if (entry?.type !== 'invoice.issued') throw new LedgerError('INVOICE_UNKNOWN', { path: '/invoice' });
  if (entry.commitment !== commitment) throw new LedgerError('LIFE_OPENING_WRONG', { path: '/invoice' });
}

function readInvoice(state: LedgerState, record: SealedRecord): OpenedInvoice {
  const fields = new Map(record.fields.map(({ name, text }) => [name, JSON.parse(text) as unknown]));
  const lines = [...fields].flatMap(([name, value]) => (name.startsWith('line/') ? [value as InvoiceLine] : []));
  const header = fields.get('header') as OpenedHeader;
  return {
    number: header.number,
    seller: requireTill(state, header.till).seller,
    header,
    buyer: fields.get('buyer') as Party | undefined,
    totals: fields.get('totals') as InvoiceTotals,
    lines,
  };
}

/** The private inputs of a change, as an object to read member by member. */
export function askedOf(asked: unknown): JsonObject {
  return readObject(asked ?? {}, '/asked');
}
