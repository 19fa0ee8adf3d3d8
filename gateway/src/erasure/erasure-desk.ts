import {
  attestationSubject,
  cosign,
  fieldText,
  formatErasure,
  formatNote,
  hasher,
  leafText,
  parseErasure,
  parseNote,
  ATTESTATION_ACT,
  ERASURE_ACT,
  LedgerError,
  type Entry,
} from '@lianpiao/chaincode/domain';
import type { LogKey } from '../crypto/log-keys';
import type { ActRecorder } from '../issuing/act-recorder';
import { erasureSubject } from '../ledger/erasure-subject';
import type { Ledger, PlacedAct, PlacedEntry } from '../ledger/ledger';
import type { PayloadStore } from '../stores/payload-store';
import type { Holders } from './holders';

export interface ErasureDeskParts {
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
  readonly acts: ActRecorder;
  /** Origin of the log. */
  readonly log: string;
  /** This organisation's key for cosignatures. */
  readonly key: LogKey;
  readonly holders: Holders;
  /** The copy that the organisation's machines share; undefined when there is none. */
  readonly shared: SharedCopy | undefined;
  readonly clock: () => number;
}

/** Records in a shared database: docs/runbook.md, `LIANPIAO_DATABASE_URL`. */
export interface SharedCopy {
  /** Up to which entry it has taken the ledger in, acts of erasure included. */
  height(): Promise<number>;
  read(sequence: number): Promise<unknown>;
}

/** The rule that an attestation waits for: somebody asks again, and it holds. */
export const SHARED_COPY_IS_GONE = 'shared-copy-is-gone';

/** One holder's attestation, as the ledger has it. */
export interface Attestation {
  readonly holder: string;
  readonly organisation: string;
  readonly time: string;
  readonly sequence: number;
  /** Which of its stores it looked at; null when this gateway was not given the words of it. */
  readonly stores: readonly string[] | null;
}

/** What is known of the erasure of one entry's record. */
export interface ErasureReport {
  readonly sequence: number;
  /** The act; null while the record stands. */
  readonly erased: { readonly sequence: number; readonly time: string } | null;
  /** The first of each holder, by time. */
  readonly attestations: readonly Attestation[];
  /** Holders that were given the record and have not attested. */
  readonly missing: readonly string[];
}

/** Nobody attests more often than this: there are a handful of holders. */
const MAX_ATTESTATIONS = 100;

/** Attests that this organisation has erased a record, and tells who has. docs/formats.md, "Attestations of erasure". */
export class ErasureDesk {
  readonly #parts: ErasureDeskParts;

  constructor(parts: ErasureDeskParts) {
    this.#parts = parts;
  }

  /**
   * Records on the ledger, in this organisation's name, that its stores do not hold the record of an entry any more.
   * @param stores which ones were looked at, by short names; the payload store, and a shared copy, are looked at here.
   * @throws LedgerError ACTION_FORBIDDEN while one of these still holds the record; what the ledger refuses.
   */
  async attest(
    sequence: number,
    stores: readonly string[],
    actor: { readonly keyId: string; readonly why: string },
  ): Promise<PlacedEntry> {
    const { payloads, acts, log, key, holders, shared, clock } = this.#parts;
    const signer = holders.signer();
    if (signer === undefined) throw new LedgerError('ORGANISATION_UNKNOWN');
    if (payloads.read(sequence) !== undefined) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'record-is-gone' });
    if (shared !== undefined) await this.#requireGone(shared, sequence);
    const leaf = hasher().leafHash(leafText(this.#entry(sequence)));
    const looked = ['payloads', ...stores, ...(shared === undefined ? [] : ['postgresql'])];
    const text = formatErasure({ log, index: sequence, leaf, stores: looked });
    const attestation = formatNote({ text, signatures: [cosign(text, BigInt(Math.floor(clock() / 1000)), key, key)] });
    const facts = { type: 'act.recorded', act: ATTESTATION_ACT, subject: attestationSubject(sequence) } as const;
    return acts.record(signer, facts, actor, { attestation });
  }

  report(sequence: number): ErasureReport {
    const { ledger, holders } = this.#parts;
    const entry = this.#entry(sequence);
    const subject = erasureSubject(entry, sequence);
    const acts = subject === undefined ? [] : ledger.acts({ subject, type: 'act.recorded', limit: MAX_ATTESTATIONS });
    const erased = acts.findLast((act) => isAct(act.entry, ERASURE_ACT));
    if (erased === undefined) return { sequence, erased: null, attestations: [], missing: [] };
    const attestations = firstOfEach(this.#attestations(sequence).filter((one) => one.sequence > erased.sequence));
    const there = new Set(attestations.map(({ holder }) => holder));
    const missing = holders.of(entry).filter((holder) => !there.has(holder));
    return { sequence, erased: { sequence: erased.sequence, time: erased.entry.time }, attestations, missing };
  }

  /** True when the record of an entry is said to be erased, and this organisation has not attested it yet. */
  isOwing(sequence: number): boolean {
    const { erased, missing } = this.report(sequence);
    return erased !== null && missing.includes(this.#parts.holders.own);
  }

  /** A page of records that was on its way when they were erased comes in before the act: so the act has to be in, too. */
  async #requireGone(shared: SharedCopy, sequence: number): Promise<void> {
    const act = this.report(sequence).erased?.sequence ?? sequence;
    const isGone = (await shared.height()) > act && (await shared.read(sequence)) === undefined;
    if (!isGone) throw new LedgerError('ACTION_FORBIDDEN', { rule: SHARED_COPY_IS_GONE });
  }

  /** Acts of attestation for an entry, oldest first, of those who may speak for a holder of it. */
  #attestations(sequence: number): Attestation[] {
    const { ledger, holders } = this.#parts;
    const subject = attestationSubject(sequence);
    const acts = ledger.acts({ subject, type: 'act.recorded', after: -1, limit: MAX_ATTESTATIONS });
    const known = holders.of(this.#entry(sequence));
    return acts.flatMap((act) => {
      if (!isAct(act.entry, ATTESTATION_ACT)) return [];
      const organisation = this.#callerOf(act.sequence);
      const holder = holders.holderOf(organisation);
      if (holder === undefined || !known.includes(holder)) return [];
      return [{ holder, organisation, time: act.entry.time, sequence: act.sequence, stores: this.#storesOf(act) }];
    });
  }

  /** Who signed an entry, by the ledger itself: what its record says of that, nobody has checked. */
  #callerOf(sequence: number): string {
    const block = this.#parts.ledger.committedBlock({ sequence });
    return block?.callers[sequence - block.first] ?? '';
  }

  #storesOf({ sequence }: PlacedAct): readonly string[] | null {
    const attestation = fieldText(this.#parts.payloads.read(sequence), 'attestation');
    if (attestation === undefined) return null;
    try {
      return parseErasure(parseNote(JSON.parse(attestation) as string).text).stores;
    } catch (error) {
      if (error instanceof LedgerError) return null;
      throw error;
    }
  }

  #entry(sequence: number): Entry {
    const [placed] = this.#parts.ledger.read(sequence, 1);
    if (placed === undefined) throw new LedgerError('NOT_FOUND');
    return placed.entry;
  }
}

function isAct(entry: Entry, act: string): boolean {
  return entry.type === 'act.recorded' && entry.act === act;
}

function firstOfEach(attestations: readonly Attestation[]): Attestation[] {
  const seen = new Set<string>();
  return attestations.filter(({ holder }) => !seen.has(holder) && seen.add(holder));
}
