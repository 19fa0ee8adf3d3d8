import { chinaDate } from '@lianpiao/chaincode/domain';
import {
  addUpDay,
  DayTotals,
  type DayBooks,
  type DayTotal,
  type IndexStore,
  type ReconciliationStore,
  type StoredFinding,
} from '@lianpiao/gateway/stores';
import { compareBooks, platformsIn } from './compare-books';
import { StretchTable } from './stretch-table';

/** A day's books are compared at most so often, and in steps of so long. */
const EVERY_MS = 10_000;
const STEP_MS = 20;
const AGAIN_MS = 1000;

export interface BooksWatchOptions {
  readonly index: IndexStore;
  readonly store: ReconciliationStore;
  readonly clock: () => number;
  readonly onFinding: (finding: StoredFinding) => void;
}

/**
 * Compares the books that the API gives (added up from the index) with those that the records give (added up when the entries
 * were compared): each seller's, each platform's as the sum of its sellers', and the bureau's as the sum of all. Today's and
 * one earlier day at a time, when nothing else waits.
 */
export class BooksWatch {
  readonly #options: BooksWatchOptions;
  readonly #table: StretchTable;
  #running: { readonly day: string; readonly length: number; readonly steps: Generator<undefined, DayBooks> } | undefined;
  #nextAt = 0;
  /** A day whose books differed, and are compared once more before anybody is told. */
  #doubted: string | undefined;
  #turn = 0;

  constructor(options: BooksWatchOptions) {
    this.#options = options;
    this.#table = new StretchTable(options.store.database);
  }

  /** Goes on for a moment; called when everything is compared. */
  look(): void {
    const { clock } = this.#options;
    if (this.#running === undefined) {
      if (clock() < this.#nextAt) return;
      this.#start();
    }
    const until = performance.now() + STEP_MS;
    while (this.#running !== undefined && performance.now() < until) {
      const step = this.#running.steps.next();
      if (step.done === true) this.#finish(step.value);
    }
  }

  #start(): void {
    const days = [...new Set([...this.#table.all()].flatMap(({ totals }) => totals.map(({ day }) => day)))].sort();
    const today = chinaDate(this.#options.clock());
    if (this.#doubted === undefined) this.#turn += 1;
    const inTurn = this.#turn % 2 === 0 ? days[(this.#turn / 2) % Math.max(1, days.length)] : days.at(-1);
    const day = this.#doubted ?? inTurn;
    this.#nextAt = this.#options.clock() + EVERY_MS;
    this.#running = {
      day: day ?? today,
      length: this.#table.edge().length,
      steps: addUpDay(this.#options.index, day ?? today, platformsIn([...this.#table.state()])),
    };
  }

  #finish(books: DayBooks): void {
    const { day, length } = this.#running ?? { day: '', length: -1 };
    this.#running = undefined;
    // What came in meanwhile is in one of the two only: the next turn compares again.
    if (this.#table.edge().length !== length || this.#options.index.height() !== length) return;
    const { store, clock, onFinding } = this.#options;
    const found = compareBooks(day, this.#recorded(day), books, platformsIn([...this.#table.state()]));
    // An erasure in this very moment shows in one of the two first: a difference counts when it is still there.
    if (found.length > 0 && this.#doubted !== day) {
      this.#doubted = day;
      this.#nextAt = clock() + AGAIN_MS;
      return;
    }
    this.#doubted = undefined;
    for (const finding of store.settle(`books/${day}`, found, clock(), clock() - EVERY_MS)) onFinding(finding);
  }

  /** The day's books by the records, seller by seller. */
  #recorded(day: string): DayTotal[] {
    const totals = new DayTotals();
    for (const stretch of this.#table.all()) totals.merge(stretch.totals.filter((line) => line.day === day));
    return totals.lines();
  }
}
