import {
  fieldText,
  parseDigest,
  LedgerError,
  StatusTree,
  type ChangedTree,
  type Digest,
  type SealedRecord,
  type StatusPair,
  type StatusSealed,
  type StatusWay,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader, PlacedAct } from '../ledger/ledger';
import type { PayloadStore } from '../stores/payload-store';
import type { BucketNode, ChangedBucket, KeptSeal, StatusStore } from '../stores/status-store';

/** Seals that are taken in between two looks at other work. */
const SEALS_PAGE = 16;

/** Changes worked out against the map as it stood at a seal. */
interface WorkedOut {
  readonly after: number;
  readonly changes: readonly StatusPair[];
  readonly buckets: readonly ChangedBucket[];
  readonly tree: ChangedTree;
}

/**
 * The map of statuses as it is sealed on the ledger: the store's pairs, and the upper tree in memory. It follows the ledger's
 * seals and nothing else, so a crash between a seal and the store leaves the store behind, and the next look goes on.
 */
export class StatusMap {
  readonly #ledger: Pick<LedgerReader, 'acts'>;
  readonly #payloads: Pick<PayloadStore, 'read'>;
  readonly #store: StatusStore;
  readonly #tree = new StatusTree();
  /** The seal that the tree stands at. */
  #seal: KeptSeal | undefined;
  /** The changes that a root was asked for last: mostly they come back as the next seal, and are not hashed again. */
  #workedOut: WorkedOut | undefined;

  constructor(ledger: Pick<LedgerReader, 'acts'>, payloads: Pick<PayloadStore, 'read'>, store: StatusStore) {
    this.#ledger = ledger;
    this.#payloads = payloads;
    this.#store = store;
  }

  /**
   * Takes in the seals that are new on the ledger.
   * @throws LedgerError STATUS_MAP_BROKEN when a seal's changes do not lead to its root.
   */
  catchUp(): KeptSeal {
    for (;;) {
      const kept = this.#refresh();
      const seals = this.#ledger.acts({ type: 'status.sealed', after: kept.sequence, limit: SEALS_PAGE });
      for (const seal of seals) this.#apply(seal);
      if (seals.length < SEALS_PAGE) return this.#refresh();
    }
  }

  #apply({ entry, sequence }: PlacedAct): void {
    const { number, covers, root } = entry as StatusSealed;
    if (this.#refresh().number >= number) return;
    const changes = changesOf(this.#payloads.read(sequence));
    const worked = changes && this.#workOut(changes);
    if (worked?.tree.root !== root) throw new LedgerError('STATUS_MAP_BROKEN', { found: `seal ${String(number)}` });
    const seal = { number, covers, sequence };
    if (!this.#store.apply(seal, worked.buckets)) return;
    this.#tree.take(worked.tree);
    this.#seal = seal;
  }

  /** What changes make of the map as it is now. */
  #workOut(changes: readonly StatusPair[]): WorkedOut {
    return this.#store.together(() => {
      const { number: after } = this.#refresh();
      const known = this.#workedOut;
      if (known?.after === after && areSame(known.changes, changes)) return known;
      const buckets = this.#store.changed(changes);
      this.#workedOut = { after, changes, buckets, tree: this.#tree.with(nodesOf(buckets)) };
      return this.#workedOut;
    });
  }

  /** The tree as the store is now, whoever has changed it. */
  #refresh(): KeptSeal {
    const kept = this.#store.sealed();
    if (kept.number === this.#seal?.number) return kept;
    return this.#store.together(() => {
      const seal = this.#store.sealed();
      this.#tree.take(this.#tree.with(this.#store.changedSince(this.#seal?.number ?? 0)));
      this.#seal = seal;
      return seal;
    });
  }

  get root(): Digest {
    return this.#tree.root;
  }

  /** The root with changes that are not sealed yet. */
  rootWith(changes: readonly StatusPair[]): Digest {
    return this.#workOut(changes).tree.root;
  }

  /** The way to a key under the newest seal taken in, and which that is. */
  way(key: Digest): { readonly way: StatusWay; readonly seal: KeptSeal } {
    return this.#store.together(() => {
      const seal = this.#refresh();
      return { way: this.#tree.way(key, this.#store), seal };
    });
  }
}

function areSame(some: readonly StatusPair[], others: readonly StatusPair[]): boolean {
  return (
    some.length === others.length && some.every(({ key, value }, at) => others[at]?.key === key && others[at].value === value)
  );
}

/** The buckets as the tree takes them. */
export function nodesOf(buckets: readonly ChangedBucket[]): BucketNode[] {
  return buckets.map(({ bucket, node }) => [bucket, node]);
}

/** The pairs in the record of a seal; undefined when they are not there, or of another form. */
export function changesOf(record: SealedRecord | undefined): StatusPair[] | undefined {
  const text = fieldText(record, 'changes');
  return text === undefined ? undefined : parseChanges(JSON.parse(text));
}

/** Reads the field `changes` of a seal: docs/formats.md, "Map of statuses". */
export function parseChanges(value: unknown): StatusPair[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const pairs = value.map((item: unknown) => {
    const [key, content] = Array.isArray(item) && item.length === 2 ? item.map(parseDigest) : [];
    return key === undefined || content === undefined ? undefined : { key, value: content };
  });
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined;
}
