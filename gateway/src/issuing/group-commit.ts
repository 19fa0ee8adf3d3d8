import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Ledger, Submission, Verdict } from '../ledger/ledger';

interface Waiting {
  readonly submissions: readonly Submission[];
  readonly resolve: (verdicts: readonly Verdict[]) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommitOptions {
  /** Commands that may wait; more are refused with QUEUE_FULL. */
  readonly limit: number;
  /** Commands of one ledger transaction at most. */
  readonly groupSize: number;
}

/**
 * How far apart groups start while callers come side by side: a group costs half a millisecond of its own, whatever is in
 * it. A caller that is alone never waits for others.
 */
const PACE_MS = 5;
const LARGE_CALL = 256;

/**
 * Gathers what arrives while the ledger is busy into one ledger transaction, so that many callers share one signature and
 * one sync to disk; each gets a verdict of its own. One group is under way at a time, in order of arrival.
 */
export class GroupCommit {
  readonly #ledger: Ledger;
  readonly #options: GroupCommitOptions;
  #waiting: Waiting[] = [];
  #commands = 0;
  #running = false;
  #startedAt = 0;
  /** True when the last group had several callers, or somebody came while it was under way. */
  #crowded = false;

  constructor(ledger: Ledger, options: GroupCommitOptions) {
    this.#ledger = ledger;
    this.#options = options;
  }

  /** How many commands wait. */
  get depth(): number {
    return this.#commands;
  }

  /** Commands are decided in their order; those of one call stay in one ledger transaction. */
  submit(submissions: readonly Submission[]): Promise<readonly Verdict[]> {
    if (this.#commands + submissions.length > this.#options.limit) return Promise.reject(new LedgerError('QUEUE_FULL'));
    this.#commands += submissions.length;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ submissions, resolve, reject });
      if (!this.#running) {
        this.#running = true;
        // After the requests of this turn of the event loop have all arrived.
        setImmediate(() => void this.#drain());
      }
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather();
      const group = this.#takeGroup();
      this.#startedAt = performance.now();
      await this.#commit(group);
      await new Promise(setImmediate);
      this.#crowded = group.length > 1 || this.#waiting.length > 0;
    }
    this.#running = false;
  }

  async #gather(): Promise<void> {
    const pause = this.#crowded ? this.#startedAt + PACE_MS - performance.now() : 0;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }

  #takeGroup(): Waiting[] {
    let commands = 0;
    let count = 0;
    for (const { submissions } of this.#waiting) {
      if (count > 0 && commands + submissions.length > this.#options.groupSize) break;
      commands += submissions.length;
      count += 1;
    }
    this.#commands -= commands;
    return this.#waiting.splice(0, count);
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      const verdicts = await this.#ledger.submit(group.flatMap(({ submissions }) => submissions));
      let start = 0;
      for (const { submissions, resolve } of group) {
        resolve(verdicts.slice(start, start + submissions.length));
        start += submissions.length;
        // The answers to a large call are some ten milliseconds of work, which come in a turn of their own.
        if (submissions.length >= LARGE_CALL) await new Promise(setImmediate);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
