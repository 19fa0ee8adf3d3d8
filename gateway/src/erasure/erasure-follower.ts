import { ERASURE_ACT, LedgerError } from '@lianpiao/chaincode/domain';
import type { Ledger, PlacedAct } from '../ledger/ledger';
import { SHARED_COPY_IS_GONE, type ErasureDesk } from './erasure-desk';

export interface ErasureFollowerParts {
  readonly ledger: Pick<Ledger, 'acts'>;
  readonly desk: ErasureDesk;
  /** The sequence of an invoice; undefined when it is not known yet. */
  readonly locate: (number: string) => number | undefined;
  /** Stores that the erasure of this organisation's copy emptied, beside the payload store. */
  readonly stores: readonly string[];
  readonly clock: () => number;
  readonly onFault: (error: unknown) => void;
}

const LOOK_MS = 5000;
const PAGE = 500;
/** The gateway that erases attests at once; whoever follows it gives it this time, so that there is one attestation. */
const GRACE_MS = 10_000;
const ENTRY = /^entry-(\d+)$/;

/**
 * Follows the acts of erasure and attests those that this organisation still owes: its own, when a process ended before it
 * could, and those that another member of the channel ordered, once this organisation's copy is without the record.
 */
export class ErasureFollower {
  readonly #parts: ErasureFollowerParts;
  #timer: NodeJS.Timeout | undefined;
  #after = -1;
  #looking = false;

  constructor(parts: ErasureFollowerParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer ??= setInterval(() => {
      this.look().catch(this.#parts.onFault);
    }, LOOK_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** One look at the acts behind the last one that is settled; a page a look. */
  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const acts = this.#parts.ledger.acts({ type: 'act.recorded', after: this.#after, limit: PAGE });
      for (const act of acts) {
        if (!(await this.#settle(act))) return;
        this.#after = act.sequence;
      }
    } finally {
      this.#looking = false;
    }
  }

  /** False when the act has to be looked at again. */
  async #settle({ entry, subject }: PlacedAct): Promise<boolean> {
    if (entry.type !== 'act.recorded' || entry.act !== ERASURE_ACT) return true;
    if (this.#parts.clock() - Date.parse(entry.time) < GRACE_MS) return false;
    const sequence = this.#sequenceOf(subject);
    if (sequence === undefined) return false;
    return !this.#parts.desk.isOwing(sequence) || this.#attest(sequence);
  }

  #sequenceOf(subject: string): number | undefined {
    const [, digits] = ENTRY.exec(subject) ?? [];
    return digits === undefined ? this.#parts.locate(subject) : Number(digits);
  }

  /** False while the shared copy still holds the record: the workers bring it there. */
  async #attest(sequence: number): Promise<boolean> {
    const { desk, stores } = this.#parts;
    try {
      await desk.attest(sequence, stores, { keyId: 'erasure-follower', why: 'the record is gone from this holder' });
    } catch (error) {
      const rule = error instanceof LedgerError ? error.detail.rule : undefined;
      if (rule === SHARED_COPY_IS_GONE) return false;
      // A record that is still there is `ledger verify`'s finding; the others are attested all the same.
      if (rule !== 'record-is-gone') throw error;
    }
    return true;
  }
}
