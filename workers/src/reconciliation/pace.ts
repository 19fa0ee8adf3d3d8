/** New entries between two looks from which on the tills are busy: some thousands a second. */
const BUSY_ENTRIES = 1500;
/** How far the comparison falls behind a burst before it takes its share all the same. */
const MAX_LAG = 250_000;
/**
 * New entries since the tick before from which on somebody waits for answers, a hundred a second: then only each fourth tick
 * is used. More than a tenth of a CPU beside the tills doubled the time that they wait (docs/performance.md).
 */
const SELLING_ENTRIES = 25;
const SELLING_TICKS = 4;
const SELLING_MS = 80;
/** Of each tick of 250 ms: in ordinary times, and when something changed that no growth explains. */
const ORDINARY_MS = 60;
const URGENT_MS = 200;
/** Looks between two that go on with the slow second look, while nothing changes. */
const PATROL_LOOKS = 4;

/** How much of its process's time reconciliation takes: issuing, sealing and indexing go before it. */
export class Pace {
  #looks = 0;
  #length = 0;
  #rested = 0;

  /** True for most ticks while tills sell. @param length entries of the ledger now. */
  rests(length: number): boolean {
    const isSelling = length - this.#length > SELLING_ENTRIES;
    this.#length = length;
    this.#rested = isSelling ? (this.#rested + 1) % SELLING_TICKS : 0;
    return this.#rested !== 0;
  }

  isPatrolTime(): boolean {
    this.#looks += 1;
    return this.#looks % PATROL_LOOKS === 0;
  }

  /** @returns until when the look may last, by `performance.now()`. */
  next(fresh: number, lag: number, urgent: boolean): number {
    return performance.now() + this.#milliseconds(fresh, lag, urgent);
  }

  #milliseconds(fresh: number, lag: number, urgent: boolean): number {
    if (fresh > BUSY_ENTRIES) return lag < MAX_LAG ? 0 : SELLING_MS;
    if (fresh > SELLING_ENTRIES) return SELLING_MS;
    return urgent || lag > BUSY_ENTRIES ? URGENT_MS : ORDINARY_MS;
  }
}
