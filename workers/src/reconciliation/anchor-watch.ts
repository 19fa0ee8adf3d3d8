import { CompactRange, hasher, leafOfText } from '@lianpiao/chaincode/domain';
import { hashOrigin, type AnchorReader } from '@lianpiao/contracts';
import type { LedgerReader } from '@lianpiao/gateway/ledger';
import type { ReconciliationStore, StoredFinding } from '@lianpiao/gateway/stores';
import type { Logger } from 'pino';
import { checkAnchors, type ConfirmedAnchor, type ConfirmedAnchors } from './check-anchors';
import { START, StretchTable } from './stretch-table';

const LOOK_EVERY_MS = 10_000;
/** Blocks asked for in one call: nodes limit it. */
const WINDOW_BLOCKS = 10_000;
const POINTERS_A_PAGE = 1000;

export interface AnchorWatchOptions {
  readonly reader: AnchorReader;
  readonly anchors: ConfirmedAnchors;
  /** Origins of our logs, those that were closed too. */
  readonly origins: () => readonly string[];
  readonly store: ReconciliationStore;
  readonly ledger: LedgerReader;
  readonly clock: () => number;
  readonly logger: Logger;
  readonly onFinding: (finding: StoredFinding) => void;
  /** Events of newer blocks may be of anchors that are not confirmed yet: they are not called foreign. */
  readonly confirmations: number;
}

/**
 * Compares the anchors on the chain with the log: every few seconds the newest blocks, and one span of old ones, from our first
 * anchor on, round and round.
 */
export class AnchorWatch {
  readonly #options: AnchorWatchOptions;
  readonly #table: StretchTable;
  #timer: NodeJS.Timeout | undefined;
  #soundAt: number;
  #isClosed = false;
  /** The span of old blocks to look at next. */
  #old = 0;

  constructor(options: AnchorWatchOptions) {
    this.#options = options;
    this.#table = new StretchTable(options.store.database);
    this.#soundAt = options.clock();
  }

  start(): void {
    const again = (): void => {
      if (!this.#isClosed) this.#timer = setTimeout(() => this.start(), LOOK_EVERY_MS);
    };
    this.look().then(again, (error: unknown) => {
      this.#options.logger.warn({ err: error }, 'the anchors could not be compared with the chain');
      again();
    });
  }

  /** @throws AnchorError when the node does not answer: then nothing is said of the anchors. */
  async look(): Promise<void> {
    const now = this.#options.clock();
    // Pointers first: an anchor that is confirmed while we look has its event all the same.
    const confirmed = allPointers(this.#options.anchors);
    const head = Number((await this.#options.reader.head()).number);
    const last = Math.floor(head / WINDOW_BLOCKS);
    const first = Math.min(last, ...confirmed.map(({ block }) => Math.floor(block / WINDOW_BLOCKS)));
    if (this.#old < first || this.#old > last) this.#old = first;
    for (const window of new Set([this.#old, Math.max(first, last - 1), last])) await this.#compare(window, head, confirmed);
    this.#old += 1;
    this.#soundAt = now;
  }

  async #compare(window: number, head: number, all: readonly ConfirmedAnchor[]): Promise<void> {
    const { reader, origins, store, clock, confirmations, onFinding } = this.#options;
    const from = window * WINDOW_BLOCKS;
    const to = Math.min(from + WINDOW_BLOCKS - 1, head);
    const events = [];
    for (const origin of origins()) events.push(...(await reader.events(hashOrigin(origin), BigInt(from), BigInt(to))));
    const pointers = new Map(all.map((pointer) => [pointer.size, pointer]));
    const isSettled = (block: bigint): boolean => head - Number(block) >= confirmations;
    const roots = new Map<number, string | undefined>();
    const found = checkAnchors({
      events: events.filter(({ size, block }) => pointers.has(Number(size)) || isSettled(block.number)),
      confirmed: all.filter(({ block }) => block >= from && (block <= to || window === Math.floor(head / WINDOW_BLOCKS))),
      pointerOf: (size) => pointers.get(size),
      rootAt: (size) => {
        if (!roots.has(size)) roots.set(size, this.#rootAt(size));
        return roots.get(size);
      },
    });
    for (const finding of store.settle(`anchors/${String(window)}`, found, clock(), this.#soundAt)) onFinding(finding);
  }

  #rootAt(size: number): string | undefined {
    const stretch = size === 0 ? undefined : this.#table.holding(size - 1);
    if (size > 0 && stretch === undefined) return undefined;
    const edge = stretch === undefined ? START : this.#table.startOf(stretch);
    const range = CompactRange.restore(edge.length, edge.subtrees);
    for (const text of this.#options.ledger.readTexts(edge.length, size - edge.length)) {
      range.append(hasher().leafHash(leafOfText(text)));
    }
    return range.root();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }
}

function allPointers(anchors: ConfirmedAnchors): ConfirmedAnchor[] {
  const all: ConfirmedAnchor[] = [];
  for (let from = 0; ;) {
    const page = anchors.confirmed(from, POINTERS_A_PAGE);
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < POINTERS_A_PAGE) return all;
    from = last.size + 1;
  }
}
