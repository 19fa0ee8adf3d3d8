import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Span } from '@opentelemetry/api';
import type { Ledger, Submission, Verdict } from '../ledger/ledger';
import type { GroupTraces } from '../tracing/trace-groups';

interface Waiting {
  readonly submissions: readonly Submission[];
  readonly lanes: readonly string[];
  readonly resolve: (verdicts: readonly Verdict[]) => void;
  readonly reject: (error: unknown) => void;
  readonly span?: Span | undefined;
}

export interface GroupCommitOptions {
  /** Commands that may wait; more are refused with QUEUE_FULL. */
  readonly limit: number;
  /** Commands of one ledger transaction at most. */
  readonly groupSize: number;
  /** Groups that may be under way side by side; one when absent. */
  readonly atOnce?: number;
  /** What a command needs for itself alone: two groups that share a lane are never under way together. */
  readonly lanesOf?: (submission: Submission) => readonly string[];
  /** Absent where nobody traces. */
  readonly traces?: GroupTraces | undefined;
  /** First lanes of one group at most, with all that waits in each; no limit when absent. */
  readonly lanesAtMost?: number;
}

/**
 * How far apart groups start while callers come side by side: a group costs one to three milliseconds of its own, most of them
 * syncs, whatever is in it. A caller that is alone never waits for others.
 */
const PACE_MS = 10;
/**
 * How long two callers who met count as a crowd. Without it, tills that sell at a thousand a second meet in every other group only, and
 * the groups between them would be of one sale each, which took most of a CPU.
 */
const CROWD_MS = 100;
const LARGE_CALL = 256;

/**
 * Gathers what arrives while the ledger is busy into one ledger transaction, so that many callers share one signature and
 * one sync to disk; each gets a verdict of its own. Groups take what waits in order of arrival; where several may be under
 * way, a command whose lane is taken waits for the next group, and whoever comes after it in that lane stays behind it.
 */
export class GroupCommit {
  readonly #ledger: Pick<Ledger, 'submit'>;
  readonly #options: GroupCommitOptions;
  #waiting: Waiting[] = [];
  #commands = 0;
  #underWay = 0;
  readonly #taken = new Set<string>();
  #draining = false;
  #startedAt = 0;
  /** Until when callers count as coming side by side. */
  #crowdedUntil = 0;

  constructor(ledger: Pick<Ledger, 'submit'>, options: GroupCommitOptions) {
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
    const { lanesOf } = this.#options;
    const lanes = lanesOf === undefined ? [] : [...new Set(submissions.flatMap(lanesOf))];
    return new Promise((resolve, reject) => {
      this.#waiting.push({ submissions, lanes, resolve, reject, span: this.#options.traces?.current() });
      this.#wake();
    });
  }

  #wake(): void {
    if (this.#draining || this.#waiting.length === 0 || this.#underWay >= (this.#options.atOnce ?? 1)) return;
    this.#draining = true;
    // After the requests of this turn of the event loop have all arrived.
    setImmediate(() => void this.#drain());
  }

  async #drain(): Promise<void> {
    const now = performance.now();
    // A group that is full already gains nothing by waiting.
    const gathers = now < this.#crowdedUntil && this.#commands < this.#options.groupSize;
    const pause = gathers ? this.#startedAt + PACE_MS - now : 0;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    this.#draining = false;
    const group = this.#takeGroup();
    if (group.length === 0) return;
    this.#startedAt = performance.now();
    this.#underWay += 1;
    void this.#commit(group).then(() => {
      this.#underWay -= 1;
      for (const { lanes } of group) for (const lane of lanes) this.#taken.delete(lane);
      if (group.length > 1 || this.#waiting.length > 0) this.#crowdedUntil = performance.now() + CROWD_MS;
      this.#wake();
    });
    this.#wake();
  }

  /**
   * What may go now. A lane whose turn it is brings along all that waits in it: so a group has few tills with several sales each,
   * and the others are free for the groups beside it. The lanes of whoever has to stay are closed to those behind.
   */
  #takeGroup(): Waiting[] {
    const group = new Set<Waiting>();
    const closed = new Set(this.#taken);
    const lanesAtMost = this.#options.lanesAtMost ?? Infinity;
    let [commands, lanes] = [0, 0];
    for (const queue of this.#queues()) {
      const before = group.size;
      for (const one of queue) {
        if (group.size > 0 && commands + one.submissions.length > this.#options.groupSize) return this.#take(group, commands);
        if (one.lanes.some((lane) => closed.has(lane))) {
          for (const lane of one.lanes) closed.add(lane);
        } else {
          group.add(one);
          commands += one.submissions.length;
        }
      }
      if (group.size > before) lanes += 1;
      if (lanes >= lanesAtMost) break;
    }
    return this.#take(group, commands);
  }

  /** Those who wait, by their first lane; lanes in the order of who came first, and in each the order of arrival. */
  #queues(): Iterable<readonly Waiting[]> {
    const queues = new Map<unknown, Waiting[]>();
    for (const one of this.#waiting) {
      const place = one.lanes[0] ?? one;
      const queue = queues.get(place);
      if (queue === undefined) queues.set(place, [one]);
      else queue.push(one);
    }
    return queues.values();
  }

  #take(group: ReadonlySet<Waiting>, commands: number): Waiting[] {
    for (const { lanes } of group) for (const lane of lanes) this.#taken.add(lane);
    this.#commands -= commands;
    this.#waiting = this.#waiting.filter((one) => !group.has(one));
    return [...group];
  }

  #submit(group: readonly Waiting[]): Promise<readonly Verdict[]> {
    const commands = group.flatMap(({ submissions }) => submissions);
    const submit = (): Promise<readonly Verdict[]> => this.#ledger.submit(commands);
    const { traces } = this.#options;
    return traces === undefined
      ? submit()
      : traces.commit(
          group.map(({ span }) => span),
          commands.length,
          submit,
        );
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      const verdicts = await this.#submit(group);
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
