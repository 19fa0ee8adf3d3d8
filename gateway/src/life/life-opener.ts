import {
  fieldText,
  hasher,
  leafText,
  lifeOf,
  stateKeys,
  LedgerError,
  type Digest,
  type HandoverState,
  type InvoiceOpening,
  type LifeState,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import type { InvoiceFinder } from '../issuing/invoice-finder';
import type { Ledger } from '../ledger/ledger';
import type { IndexedInvoice } from '../stores/index-store';
import type { LogStore } from '../stores/log-store';
import type { PayloadStore } from '../stores/payload-store';
import { Recent } from '../stores/recent';
import { provenPath } from '../verification/proven-path';

export interface LifeOpenerParts {
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
  readonly finder: InvoiceFinder;
  readonly log: LogStore;
}

/** Records of each of two generations: of some hundred invoices that many ask for at the same moment. */
const REMEMBERED = 256;
/** What was erased is out of this process's memory after twice this time. */
const REMEMBERED_MS = 1000;

interface Remembered {
  readonly sequence: number;
  readonly seal: string | undefined;
  readonly record: SealedRecord | undefined;
}

/** Shows the ledger's rules what they need of an invoice: its entry's place, its record, and the record of its balance. */
export class LifeOpener {
  readonly #parts: LifeOpenerParts;
  readonly #recent = new Recent<Remembered>(REMEMBERED, REMEMBERED_MS);

  constructor(parts: LifeOpenerParts) {
    this.#parts = parts;
  }

  /** @throws LedgerError INVOICE_UNKNOWN, INVOICE_ERASED. */
  open(number: string): InvoiceOpening {
    const { record, sequence } = this.#read(number, () => this.find(number).sequence) ?? {};
    if (record === undefined || sequence === undefined) throw new LedgerError('INVOICE_ERASED', { path: '/invoice' });
    const balance = this.balance(number);
    return { place: this.#placeOf(sequence), record, ...(balance === undefined ? undefined : { balance }) };
  }

  /** The ledger names the places of its own entries; those of the ledger from which it goes on stand in that one's log. */
  #placeOf(sequence: number): InvoiceOpening['place'] {
    const { ledger, log } = this.#parts;
    const handover = this.state.get<HandoverState>(stateKeys.handover);
    const [placed] = sequence < (handover?.size ?? 0) ? ledger.read(sequence, 1) : [];
    if (handover === undefined || placed === undefined) return ledger.entryPlace(sequence);
    const leafHash = hasher().leafHash(leafText(placed.entry));
    const { size, root } = handover;
    return { index: sequence, time: placed.entry.time, path: provenPath(log, { leafHash, index: sequence, size, root }) };
  }

  /** @throws LedgerError INVOICE_UNKNOWN. */
  find(number: string): IndexedInvoice {
    const row = this.#parts.finder.find(number);
    if (row === undefined) throw new LedgerError('INVOICE_UNKNOWN', { path: '/invoice' });
    return row;
  }

  /** The record that holds an invoice's amounts; undefined where nothing rests on them yet. */
  balance(number: string): SealedRecord | undefined {
    const life = lifeOf(this.state, number);
    return life?.balance === undefined ? undefined : this.#recordOf(life, life.balance);
  }

  /** The record behind the first entry of a claim, a correction or a pledge. */
  recordOf(id: string, type: 'claim.reserved' | 'correction.requested' | 'pledge.made'): SealedRecord | undefined {
    const act = this.#parts.ledger.acts({ subject: id, type, limit: 1 })[0];
    return act === undefined ? undefined : this.#parts.payloads.read(act.sequence);
  }

  /** Opening a record takes its whole chunk, and companies that want one invoice come together; used while the store holds the same bytes. */
  #read(key: string, locate: () => number | undefined): Remembered | undefined {
    const { payloads } = this.#parts;
    const known = this.#recent.get(key);
    const sequence = known?.sequence ?? locate();
    if (sequence === undefined) return undefined;
    // Asked for before the record is: what is erased in between is read again next time.
    const seal = payloads.sealOf(sequence);
    if (known !== undefined && known.seal === seal) return known;
    const read = { sequence, seal, record: payloads.read(sequence) };
    this.#recent.set(key, read);
    return read;
  }

  get state(): { get: <Value>(key: string) => Value | undefined } {
    return { get: <Value>(key: string) => this.#parts.ledger.state(key) as Value | undefined };
  }

  /** It was written by the last claim or by the last correction; a commitment has one record. */
  #recordOf({ claims, correction }: LifeState, commitment: Digest): SealedRecord | undefined {
    const last = [
      [claims.at(-1), 'claim.reserved'],
      [correction, 'correction.requested'],
    ] as const;
    return this.#read(commitment, () => {
      const acts = last.flatMap(([subject, type]) =>
        subject === undefined ? [] : this.#parts.ledger.acts({ subject, type, limit: 1 }),
      );
      return acts.find(({ entry }) => entry.commitment === commitment)?.sequence;
    })?.record;
  }
}

/** The value of a record's field. */
export function fieldOf(record: SealedRecord | undefined, name: string): unknown {
  const text = fieldText(record, name);
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}
