import {
  bytesFromBase64,
  openObject,
  parseDigest,
  parseLeaf,
  parseTlogProof,
  STATUS_ENTRY_TYPES,
  StatusTree,
  verifyBundle,
  type Bundle,
  type TrustedLog,
  type TrustFile,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../../crypto/log-keys';
import { nodesOf, parseChanges } from '../../status/status-map';
import { StatusStore } from '../../stores/status-store';
import { LogAlarm } from './log-alarm';
import type { LogSource } from './log-source';

/** What a seal says, once its bundle has verified. */
interface ReadSeal {
  readonly number: number;
  readonly covers: number;
  readonly root: string;
  readonly index: number;
  readonly changes: NonNullable<ReturnType<typeof parseChanges>>;
}

/** What happened to an invoice has to be sealed before long. */
const STALE_MS = 300_000;

/**
 * The map of statuses as a stranger sees it: every seal in the log, and the map that their changes make. Kept in a folder, so
 * that each look reads what is new.
 */
export class StatusMonitor {
  readonly #store: StatusStore;
  readonly #tree = new StatusTree();
  /** Leaves of the log that are seals, and are not known from their bundles yet. */
  readonly #unread = new Set<number>();
  /** The leaf behind which something has to be sealed: the newest of those old enough. */
  readonly #touched: { readonly index: number; readonly time: number }[] = [];

  constructor(folder: string) {
    this.#store = new StatusStore(folder);
    this.#tree.take(this.#tree.with(this.#store.changedSince(0)));
  }

  /** Told of every leaf that the monitor reads, in order. */
  readonly note = (leaf: Uint8Array, index: number): void => {
    const { type, time } = typeOf(leaf);
    if (type === 'status.sealed') this.#unread.add(index);
    if ((STATUS_ENTRY_TYPES as readonly string[]).includes(type)) this.#touched.push({ index, time: Date.parse(time) });
  };

  /**
   * Reads the seals below a size of the log.
   * @throws LogAlarm `status-wrong` for a seal that is none, is hidden, or whose changes do not make its root; `status-stale` when what
   * happened to invoices is not sealed in five minutes.
   */
  async look(
    source: LogSource,
    log: { readonly keys: readonly TrustedLog[]; readonly size: number; readonly now: number },
  ): Promise<number> {
    const trust: TrustFile = { logs: log.keys, witnesses: [], quorum: 0 };
    for (;;) {
      const { number, sequence, covers } = this.#store.sealed();
      const bundle = await source.statusSeal(number + 1);
      const seal = bundle === undefined ? undefined : readSeal(bundle, trust, number + 1);
      if (seal === undefined || seal.index >= log.size) break;
      if (seal.index <= sequence || seal.covers < covers || seal.covers > seal.index) throw wrong(seal.number, 'its place');
      this.#take(seal);
    }
    this.#requireAll(log.size, log.now);
    return this.#store.sealed().number;
  }

  #take({ number, covers, root, index, changes }: ReadSeal): void {
    const buckets = this.#store.changed(changes);
    const tree = this.#tree.with(nodesOf(buckets));
    if (tree.root !== root) throw wrong(number, 'its changes do not make its root');
    this.#store.apply({ number, covers, sequence: index }, buckets);
    this.#tree.take(tree);
    this.#unread.delete(index);
  }

  #requireAll(size: number, now: number): void {
    const { sequence, covers } = this.#store.sealed();
    for (const index of this.#unread) {
      if (index <= sequence || index >= size) continue;
      throw new LogAlarm('status-wrong', { index: String(index), found: 'a seal in the log that is not shown' });
    }
    for (const index of this.#unread) if (index <= sequence) this.#unread.delete(index);
    while (this.#touched[0] !== undefined && this.#touched[0].index < covers) this.#touched.shift();
    const waiting = this.#touched[0];
    if (waiting !== undefined && now - waiting.time > STALE_MS)
      throw new LogAlarm('status-stale', { index: String(waiting.index), covers: String(covers) });
  }

  close(): void {
    this.#store.close();
  }
}

function typeOf(leaf: Uint8Array): { readonly type: string; readonly time: string } {
  try {
    return parseLeaf(leaf);
  } catch {
    // What a leaf says is not this monitor's matter; that it is in the log is.
    return { type: '', time: '' };
  }
}

function readSeal(bundle: Bundle, trust: TrustFile, wanted: number): ReadSeal {
  const { result, reason = '' } = verifyBundle(bundle, trust, nodeSignatures);
  if (result !== 'valid') throw wrong(wanted, reason);
  const { type } = parseLeaf(bytesFromBase64(bundle.entry) ?? new Uint8Array());
  const { number, covers, root } = openObject(bundle.document.fields, 'what') ?? {};
  const changes = shownChanges(bundle);
  const isSeal = type === 'status.sealed' && number === wanted && Number.isSafeInteger(covers);
  if (!isSeal || changes === undefined || parseDigest(root) === undefined) throw wrong(wanted, 'it is no seal of this number');
  return { number: wanted, covers: covers as number, root: root as string, index: parseTlogProof(bundle.proof).index, changes };
}

function shownChanges({ document }: Bundle): ReturnType<typeof parseChanges> {
  const field = document.fields.find((one) => 'name' in one && one.name === 'changes');
  return field !== undefined && 'value' in field ? parseChanges(field.value) : undefined;
}

function wrong(number: number, found: string): LogAlarm {
  return new LogAlarm('status-wrong', { seal: String(number), found });
}
