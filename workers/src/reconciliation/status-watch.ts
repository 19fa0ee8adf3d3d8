import { bucketNode, stateKeys, StatusTree, type StatusNode, type StatusSealState } from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '@lianpiao/gateway/ledger';
import {
  StatusComparison,
  StatusReader,
  StatusStore,
  type KeptSeal,
  type NewFinding,
  type PayloadStore,
  type ReconciliationStore,
  type StoredFinding,
} from '@lianpiao/gateway/stores';

/** A round begins at most so often, and goes in steps of so long. */
const EVERY_MS = 5000;
const STEP_MS = 20;
const PAGE = 256;
/** How long what happened to an invoice may wait for its seal. */
const STALL_MS = 60_000;

const REPAIR = {
  map: {
    en: 'stop gateways and workers and delete status.db: it is made again from the seals',
    zh: '停止网关和工作进程并删除 status.db：将由封印重新生成',
  },
  seal: {
    en: 'look at the gateways: the map of statuses is not sealed; a later seal mends a value',
    zh: '请检查网关：状态图没有封印；之后的封印会更正状态值',
  },
} as const;

export interface StatusWatchOptions {
  readonly folder: string;
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly find: (number: string) => { readonly sequence: number } | undefined;
  readonly store: ReconciliationStore;
  readonly clock: () => number;
  readonly onFinding: (finding: StoredFinding) => void;
}

/**
 * Holds the map of statuses against the ledger: the pairs that are kept against the root that was sealed, and the value of each
 * invoice that something happened to against the state that the ledger has it in. A round at a time, when nothing else waits.
 */
export class StatusWatch {
  readonly #options: StatusWatchOptions;
  readonly #map: StatusStore;
  readonly #values: StatusComparison;
  #round: Generator<undefined, NewFinding[]> | undefined;
  #nextAt = 0;

  constructor(options: StatusWatchOptions) {
    this.#options = options;
    const { ledger, payloads, find, folder } = options;
    this.#map = new StatusStore(folder);
    const reader = new StatusReader({ ledger, payloads, finder: { find } });
    this.#values = new StatusComparison({ ledger, reader, pairs: this.#map });
  }

  /** Goes on for a moment. */
  look(): void {
    const { clock, store, onFinding } = this.#options;
    if (this.#round === undefined && clock() < this.#nextAt) return;
    this.#round ??= this.#compare(this.#map.sealed());
    const until = performance.now() + STEP_MS;
    while (performance.now() < until) {
      const step = this.#round.next();
      if (step.done !== true) continue;
      this.#round = undefined;
      this.#nextAt = clock() + EVERY_MS;
      for (const finding of store.settle('status', step.value, clock(), clock() - EVERY_MS)) onFinding(finding);
      return;
    }
  }

  *#compare(kept: KeptSeal): Generator<undefined, NewFinding[]> {
    const found = [...(yield* this.#comparePairs(kept)), ...(yield* this.#compareValues(kept)), ...this.#stalled(kept)];
    // A seal that came meanwhile changes both sides: the next round looks again.
    return this.#map.sealed().number === kept.number ? found : [];
  }

  *#comparePairs(kept: KeptSeal): Generator<undefined, NewFinding[]> {
    const found: NewFinding[] = [];
    const nodes: [number, StatusNode][] = [];
    for (const [bucket, head] of this.#map.changedSince(-1)) {
      const node = bucketNode(this.#map.get(bucket));
      if (node.hash !== head.hash) found.push(finding('status-pairs-differ', { bucket }));
      nodes.push([bucket, node]);
      if (nodes.length % PAGE === 0) yield;
    }
    return [...found, ...this.#compareRoot(kept, nodes)];
  }

  #compareRoot(kept: KeptSeal, nodes: readonly (readonly [number, StatusNode])[]): NewFinding[] {
    const { root } = new StatusTree().with(nodes);
    const place = { seal: kept.number };
    const state = this.#options.ledger.state(stateKeys.status) as StatusSealState | undefined;
    if (kept.number > (state?.number ?? 0)) return [finding('status-ahead', place)];
    return kept.number > 0 && this.#sealedRoot(kept) !== root ? [finding('status-root-differs', place)] : [];
  }

  #sealedRoot({ number, sequence }: KeptSeal): string | undefined {
    const [placed] = number === 0 ? [] : this.#options.ledger.read(sequence, 1);
    const entry = placed?.entry.type === 'status.sealed' ? placed.entry : undefined;
    return entry?.number === number ? entry.root : undefined;
  }

  /** Every invoice that something happened to before the seal, and nothing since. */
  *#compareValues({ number: seal, covers }: KeptSeal): Generator<undefined, NewFinding[]> {
    if (seal === 0) return [];
    const found: NewFinding[] = [];
    for (const page of this.#values.differing(covers)) {
      found.push(...page.map((number) => finding('status-differs', { number })));
      yield;
    }
    return found;
  }

  #stalled({ covers }: KeptSeal): NewFinding[] {
    const waiting = this.#values.entriesFrom(covers).sort((left, right) => left.sequence - right.sequence)[0];
    if (waiting === undefined || this.#options.clock() - Date.parse(waiting.entry.time) < STALL_MS) return [];
    return [finding('status-stalled', { sequence: waiting.sequence })];
  }

  close(): void {
    this.#map.close();
  }
}

const CAUSES = {
  'status-pairs-differ': 'edited value',
  'status-root-differs': 'edited value',
  'status-ahead': 'stale',
  'status-differs': 'edited value',
  'status-stalled': 'stale',
} as const;

function finding(code: keyof typeof CAUSES, place: NewFinding['place']): NewFinding {
  const repair = code === 'status-stalled' || code === 'status-differs' ? REPAIR.seal : REPAIR.map;
  return { code, part: 'status', place, cause: CAUSES[code], repair };
}
