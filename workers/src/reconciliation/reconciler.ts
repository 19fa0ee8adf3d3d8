import type { LedgerReader } from '@lianpiao/gateway/ledger';
import type { NewFinding, PayloadStore, ReconciliationStore, StoredFinding } from '@lianpiao/gateway/stores';
import {
  BadRecord,
  checkState,
  openSnapshot,
  REPAIR,
  type FolderSnapshot,
  type StretchEdge,
  type StretchKeys,
} from '@lianpiao/gateway/verify';
import { ChangeWatch } from './change-watch';
import { checkEnds } from './check-ends';
import { checkHeights, heightsOf, type Heights } from './heights';
import { nameFinding } from './name-finding';
import { Pace } from './pace';
import { readable } from './readable';
import { loadReplay, type Replay } from './replay';
import type { Repairer } from './repairer';
import { StallWatch } from './stall-watch';
import { lookForward, type LookedAt } from './stretch-check';
import { StretchPatrol } from './stretch-patrol';
import { StretchTable } from './stretch-table';

/** How long a chain that breaks is left before it is tried again: its replay has to be taken up anew each time. */
const RETRY_MS = 10_000;

export interface ReconcilerOptions {
  readonly folder: string;
  readonly store: ReconciliationStore;
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly keys: StretchKeys;
  /** Writes derived rows anew; without it findings are only told. */
  readonly repairer?: Repairer;
  readonly clock: () => number;
  /** Told of each new finding, once. */
  readonly onFinding: (finding: StoredFinding) => void;
  readonly pace?: Pace;
}

/**
 * Holds ledger, payloads, index and log against each other, down to the values, while they grow. Each look compares what is
 * new since its own durable checkpoint, executing it; and looks again, by a digest a stretch, at what was compared before,
 * whenever a file has changed, and slowly all the time. docs/architecture.md, "Reconciliation".
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #store: ReconciliationStore;
  readonly #table: StretchTable;
  readonly #watch: ChangeWatch;
  readonly #patrol: StretchPatrol;
  readonly #pace: Pace;
  readonly #stalls = new StallWatch();
  #replay: Replay | undefined;
  #heights: Heights = { ledger: 0, index: 0, log: 0 };
  /** When the databases were last seen unchanged, or were just compared. */
  #soundAt: number;
  /** Where the next stretch begins. */
  #edge: StretchEdge;
  /** The chain breaks at the edge: until then it is not tried again, while the ledger goes on growing. */
  #brokenUntil = 0;

  constructor(options: ReconcilerOptions) {
    this.#options = options;
    this.#store = options.store;
    this.#table = new StretchTable(options.store.database);
    this.#watch = new ChangeWatch(options.folder);
    this.#patrol = new StretchPatrol(this.#table, options.store.openScopes(), (scope, found, soundAt) => {
      this.#settle(scope, found, soundAt);
    });
    this.#pace = options.pace ?? new Pace();
    this.#soundAt = options.clock();
    this.#edge = this.#table.edge();
  }

  /** Entries that were compared so far. */
  get height(): number {
    return this.#edge.length;
  }

  /** True while nothing has changed that was not looked at since. */
  get isCalm(): boolean {
    return !this.#patrol.isGoing && this.height === this.#heights.ledger;
  }

  /** @returns how many entries were compared for the first time. */
  look(): number {
    if (this.#pace.rests(this.#options.ledger.length())) return 0;
    const now = this.#options.clock();
    const changed = this.#watch.poll();
    const patrols = this.#pace.isPatrolTime();
    if (changed.length === 0 && !patrols && this.isCalm) {
      this.#soundAt = now;
      return 0;
    }
    const snapshot = openSnapshot(this.#options.folder);
    try {
      const before = this.#heights;
      this.#heights = heightsOf(snapshot);
      this.#patrol.changed(changed, before, this.#heights, now, this.#soundAt);
      this.#takeUp();
      const compared = this.#lookAt(snapshot, changed.length > 0 || patrols, before);
      this.#soundAt = now;
      return compared;
    } finally {
      snapshot.close();
    }
  }

  /** Another process may have gone on: its place is ours, and our state is of another one. */
  #takeUp(): void {
    const edge = this.#table.edge();
    if (edge.length !== this.#edge.length) this.#replay = undefined;
    this.#edge = edge;
  }

  #lookAt(snapshot: FolderSnapshot, ends: boolean, before: Heights): number {
    const heights = this.#heights;
    const until = this.#pace.next(heights.ledger - before.ledger, heights.ledger - this.height, this.#patrol.isUrgent);
    const compared = this.#forward(snapshot, until);
    if (ends) this.#checkEnds(snapshot);
    this.#patrol.look(this.#look(snapshot), until);
    this.#settle('stall', this.#stalls.check(heights, this.height, this.#options.clock()), this.#soundAt);
    return compared;
  }

  #look(snapshot: FolderSnapshot): { snapshot: FolderSnapshot; keys: StretchKeys; replay: Replay; now: number } {
    this.#replay ??= loadReplay(this.#table, snapshot, this.#options);
    return { snapshot, keys: this.#options.keys, replay: this.#replay, now: this.#options.clock() };
  }

  /** Goes on from the checkpoint, as far as index and log have come and the time allows. */
  #forward(snapshot: FolderSnapshot, until: number): number {
    const from = this.height;
    const now = this.#options.clock();
    const { ledger, index, log } = this.#heights;
    const end = Math.min(ledger, snapshot.settled, index, log);
    while (performance.now() < until && this.height < end && now >= this.#brokenUntil) {
      const before = this.height;
      const looked = this.#step(snapshot, end, until);
      this.#settleStretch(looked);
      if (this.height === before) break;
    }
    if (this.height > from) this.#patrol.joinSmall(snapshot);
    return this.height - from;
  }

  #step(snapshot: FolderSnapshot, end: number, until: number): LookedAt {
    const look = this.#look(snapshot);
    const looked = lookForward(look, this.#edge, end, () => performance.now() >= until);
    const broken = looked.result.findings.some(({ part }) => part === 'blocks');
    if (!broken) {
      this.#keep(looked, look.replay);
      return looked;
    }
    // The state is worth nothing behind a bad block: what comes before it is executed once more, alone.
    this.#replay = undefined;
    const good = looked.result.end.length;
    if (good > this.height) this.#settleStretch(this.#step(snapshot, good, Number.POSITIVE_INFINITY));
    this.#brokenUntil = this.#options.clock() + RETRY_MS;
    return looked;
  }

  #keep({ stretch, result }: LookedAt, replay: Replay): void {
    if (result.end.length === this.height) return;
    // Until it is written, the state in memory is ahead of the table.
    this.#replay = undefined;
    this.#table.append(stretch, replay.state.written);
    replay.state.written.clear();
    this.#replay = replay;
    this.#edge = result.end;
  }

  #settleStretch({ stretch, result }: LookedAt): void {
    const forward = result.findings.filter(({ part }) => part === 'blocks').map(nameFinding);
    this.#settle('forward', forward, this.#soundAt);
    const beside = result.findings.filter(({ part }) => part !== 'blocks').map(nameFinding);
    if (beside.length > 0) this.#patrol.settleStretch(stretch.firstBlock, beside, this.#soundAt);
  }

  #checkEnds(snapshot: FolderSnapshot): void {
    const found = checkHeights(this.#heights, this.#table.last());
    const ends = readable(() => checkEnds(snapshot, this.#heights, this.height)) ?? [];
    this.#settle('ends', [...found, ...ends], this.#soundAt);
    if (this.height === this.#heights.ledger && this.#replay !== undefined) {
      this.#settle('state', stateFindings(snapshot, this.#replay), this.#soundAt);
    }
  }

  #settle(scope: string, found: readonly NewFinding[], soundAt: number): void {
    if (found.length === 0 && this.#store.openCount(scope) === 0) return;
    const opened = this.#store.settle(scope, found, this.#options.clock(), soundAt);
    for (const finding of opened) this.#options.onFinding(finding);
    this.#options.repairer?.mend(found);
  }
}

function stateFindings({ ledger }: FolderSnapshot, { state }: Replay): NewFinding[] {
  try {
    checkState(ledger.prepare('SELECT key, value FROM state').all() as { key: string; value: string }[], state.values);
    return [];
  } catch (error) {
    if (!(error instanceof BadRecord)) throw error;
    const { reason: cause, place, detail } = error;
    return [nameFinding({ part: 'state', cause, place, repair: REPAIR.state, ...(detail === undefined ? {} : { detail }) })];
  }
}
