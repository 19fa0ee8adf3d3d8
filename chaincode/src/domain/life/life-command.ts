import type { JsonObject } from '../encoding/reader';
import type { RecordField } from '../record/commitment';
import type { PartyOpening } from '../registry/party-opening';
import type { LifeEntry } from './life-entries';
import type { InvoiceOpening } from './open-invoice';

/** A command that changes the life of an invoice. What it asks in public stands in `facts`; all else is private. */
export interface ChangeLife {
  readonly type: 'life.change';
  readonly facts: { readonly type: LifeEntry['type'] } & JsonObject;
  /** Private inputs: amounts, names, salts. */
  readonly asked: JsonObject;
  /** The invoices it is about, opened. */
  readonly openings: readonly InvoiceOpening[];
  /** The organisation that acts for the buyer's side, as registered. */
  readonly party?: PartyOpening;
  /** Who did it and why: kept in the record as they are. */
  readonly words: readonly RecordField[];
  readonly seed: string;
}

/** What a plan makes of a command: the public facts in full, and the private fields behind them. */
export interface LifePlan {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly fields: readonly RecordField[];
}
