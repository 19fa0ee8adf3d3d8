import {
  stateKeys,
  type ClaimState,
  type CorrectionState,
  type Entry,
  type InvoiceOpening,
  type JsonValue,
  type LifeState,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';

/** An entry that a ledger has taken in, as its records are opened later. */
interface Noted {
  readonly number: string;
  readonly place: InvoiceOpening['place'];
  readonly record: SealedRecord;
}

/** What no ledger has: an opening of the right form that every one of them refuses. */
const NOWHERE: InvoiceOpening = {
  place: 'f'.repeat(16),
  record: { seed: '0'.repeat(64), fields: [{ name: 'header', text: '{}' }] },
};

/**
 * What somebody who changes invoices' lives has to know of a ledger: where its invoices stand, and what stands in their
 * records and balances. Two ledgers name places and times in their own ways, so each has a book of its own.
 */
export class LifeBook {
  readonly #invoices: Noted[] = [];
  readonly #records = new Map<string, SealedRecord>();
  readonly #state: (key: string) => JsonValue | undefined;

  constructor(state: (key: string) => JsonValue | undefined) {
    this.#state = state;
  }

  /** @param place where the entry stands, as a rule is told. */
  note(text: string, place: InvoiceOpening['place'], record: SealedRecord): void {
    const entry = JSON.parse(text) as Entry;
    this.#records.set(entry.commitment, record);
    if (entry.type === 'invoice.issued') this.#invoices.push({ number: entry.number, place, record });
  }

  /** The number of the invoice that came as the n-th, from 0. */
  number(nth: number): string {
    return this.#invoices[nth]?.number ?? '0'.repeat(20);
  }

  opening(number: string): InvoiceOpening {
    const found = this.#invoices.find((invoice) => invoice.number === number);
    if (found === undefined) return NOWHERE;
    const { place, record } = found;
    const balance = this.#records.get(this.#read<LifeState>(stateKeys.life(number))?.balance ?? '');
    return { place, record, ...(balance === undefined ? {} : { balance }) };
  }

  claim(id: string): ClaimState | undefined {
    return this.#read(stateKeys.claim(id));
  }

  correction(id: string): CorrectionState | undefined {
    return this.#read(stateKeys.correction(id));
  }

  /** The record behind an entry of this ledger, by what the entry commits to. */
  record(commitment: string): SealedRecord | undefined {
    return this.#records.get(commitment);
  }

  /** The number of the red invoice that was issued for a correction. */
  redOf(correction: string): string {
    const isRed = ({ record }: Noted): boolean => {
      const header = record.fields.find(({ name }) => name === 'header')?.text ?? '{}';
      return (JSON.parse(header) as { corrects?: { correction: string } }).corrects?.correction === correction;
    };
    return this.#invoices.find(isRed)?.number ?? this.number(-1);
  }

  #read<Value>(key: string): Value | undefined {
    return this.#state(key) as Value | undefined;
  }
}
