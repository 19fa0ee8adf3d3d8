import {
  canonicalJson,
  fieldText,
  partyDigest,
  sealRecord,
  stateKeys,
  type InvoiceIssued,
  type OrganisationRegistered,
  type OrganisationState,
  type Party,
  type SealedRecord,
  type TillState,
} from '@lianpiao/chaincode/domain';
import { erasureSubject } from '../../erasure-subject';
import { invoiceDifference } from './check-invoice-record';
import { provenanceDifference } from './check-provenance-record';
import { BadRecord } from './findings';
import type { PayloadReader } from './payload-reader';
import type { ReplayState } from './replay-state';
import type { Place } from './report';
import type { FoundRecord, WalkedEntry } from './walked-entry';

/** What a check of a part of the ledger knows from elsewhere; a walk from the first entry on learns it by itself. */
export interface PayloadsKnown {
  /** RFC 8785 texts of the registered parties, by organisation; the check adds those that it meets. */
  readonly partyTexts?: Map<string, string>;
  /** True when an act anywhere in the ledger says that the content of this subject was erased. */
  readonly isErased?: (subject: string) => boolean;
}

/** Compares every stored record with its entry, and every missing one with the acts of erasing. */
export class PayloadsCheck {
  readonly #reader: PayloadReader;
  readonly #state: ReplayState;
  /** Subjects of the acts of erasing. */
  readonly #erased = new Set<string>();
  readonly #partyTexts: Map<string, string>;
  readonly #isErased: (subject: string) => boolean;
  /** Entries without a record for which no such act was seen yet, by its subject. */
  readonly #absent = new Map<string, Place & { readonly sequence: number }>();
  #lost: (Place & { readonly sequence: number }) | undefined;
  erased = 0;
  erasuresPending = 0;

  constructor(reader: PayloadReader, state: ReplayState, known: PayloadsKnown = {}) {
    this.#reader = reader;
    this.#state = state;
    this.#partyTexts = known.partyTexts ?? new Map<string, string>();
    this.#isErased = known.isErased ?? (() => false);
  }

  /** @throws BadRecord */
  visit(walked: WalkedEntry): FoundRecord {
    const { entry, sequence } = walked;
    if (entry.type === 'act.recorded' && entry.act === 'content.erased') this.#noteErasure(entry.subject);
    const record = this.#reader.record(sequence);
    if (record === undefined) {
      this.#noteAbsence(walked);
      return { kind: 'absent' };
    }
    const difference = this.#difference(walked, record);
    if (difference !== undefined) throw new BadRecord('payload-differs', placeOf(walked), difference);
    return { kind: 'held', record };
  }

  /** @throws BadRecord for a record that is missing although nobody erased it. */
  end(): void {
    const places = [...this.#absent.values(), ...(this.#lost === undefined ? [] : [this.#lost])];
    const [first] = places.sort((left, right) => left.sequence - right.sequence);
    if (first !== undefined) throw new BadRecord('payload-lost', first, 'it is not there, and no act says that it was erased');
  }

  #noteErasure(subject: string): void {
    // An erasure may be asked for again: it counts once.
    if (this.#erased.has(subject)) return;
    this.#erased.add(subject);
    if (this.#absent.delete(subject)) this.erased += 1;
    else this.erasuresPending += 1;
  }

  #noteAbsence(walked: WalkedEntry): void {
    const subject = erasureSubject(walked.entry, walked.sequence);
    if (subject === undefined) this.#lost ??= placeOf(walked);
    else if (this.#isErased(subject)) this.erased += 1;
    else this.#absent.set(subject, placeOf(walked));
  }

  #difference({ entry }: WalkedEntry, record: SealedRecord): string | undefined {
    if (sealRecord(record) !== entry.commitment) return 'its commitment differs';
    try {
      if (entry.type === 'organisation.registered') return this.#openingDifference(entry, record);
      if (entry.type === 'provenance.registered') return provenanceDifference(entry, record);
      return entry.type === 'invoice.issued' ? this.#invoiceDifference(entry, record) : undefined;
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof TypeError) return 'a field cannot be read';
      throw error;
    }
  }

  #invoiceDifference(entry: InvoiceIssued, record: SealedRecord): string | undefined {
    const id = this.#state.get<TillState>(stateKeys.till(entry.till))?.seller ?? '';
    const sandbox = this.#state.get<OrganisationState>(stateKeys.organisation(id))?.sandbox === true;
    return invoiceDifference(entry, record, { id, sandbox, partyText: this.#partyTexts.get(id) });
  }

  #openingDifference(entry: OrganisationRegistered, record: SealedRecord): string | undefined {
    const opening = fieldText(record, 'opening');
    if (opening === undefined) return undefined;
    const { party, salt } = JSON.parse(opening) as { party: Party; salt: string };
    const text = canonicalJson({ ...party });
    if (partyDigest({ text, salt }) !== entry.party) return 'its party is not the registered one';
    this.#partyTexts.set(entry.organisation, text);
    return undefined;
  }
}

/** The place of an entry, with its number when it is an invoice. */
export function placeOf({ entry, sequence, block }: WalkedEntry): Place & { readonly sequence: number } {
  return { block, sequence, ...(entry.type === 'invoice.issued' ? { number: entry.number } : {}) };
}
