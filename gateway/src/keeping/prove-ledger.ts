import { CompactRange, hasher, leafOfText, LedgerError } from '@lianpiao/chaincode/domain';
import { BlockStore } from '../ledger/embedded/block-store';
import { EmbeddedLedgerReader } from '../ledger/embedded/embedded-ledger-reader';
import { openSnapshot } from '../ledger/embedded/verify';
import { liftHold, putHold, type Hold } from './hold';
import { seenElsewhere, type Seen, type Silent, type Sources } from './seen-elsewhere';

const READ_ENTRIES = 2048;

export interface Proven {
  /**
   * `proven`: everybody who was asked has seen a beginning of this ledger, and nobody more than it has. `behind`: somebody has
   * seen more. `unproven`: nobody was asked, or somebody did not answer.
   */
  readonly result: 'proven' | 'behind' | 'unproven';
  readonly entries: number;
  readonly seen: readonly Seen[];
  readonly silent: readonly Silent[];
}

/**
 * Holds a ledger's folder against what others have seen of its log, and lifts its hold, or lays one on it. A mirror of a
 * Fabric channel is never held: it catches up from its peer before anything is issued, and numbers are the channel's.
 * @param vkey the log's verifier key.
 * @throws LedgerError LEDGER_FORKED when somebody has seen another past than the folder has; nothing is changed then.
 */
export async function proveLedger(folder: string, vkey: string, sources: Sources): Promise<Proven> {
  const { seen, silent } = await seenElsewhere(sources, vkey);
  const entries = compareRoots(folder, seen);
  const most = seen.reduce<Seen | undefined>(
    (last, next) => (last === undefined || next.size > last.size ? next : last),
    undefined,
  );
  const behind = most !== undefined && most.size > entries;
  const result = behind ? 'behind' : most === undefined || silent.length > 0 ? 'unproven' : 'proven';
  if (result === 'proven' || isMirror(folder)) liftHold(folder);
  else putHold(folder, holdOf(result, entries, most));
  return { result, entries, seen, silent };
}

function holdOf(reason: Hold['reason'], entries: number, most: Seen | undefined): Hold {
  return { reason, entries, ...(most === undefined ? {} : { seen: { size: most.size, by: most.by } }) };
}

/** @returns how many entries the ledger has. @throws LedgerError LEDGER_FORKED. */
function compareRoots(folder: string, seen: readonly Seen[]): number {
  const ledger = new EmbeddedLedgerReader(new BlockStore(folder, { readonly: true }));
  try {
    const length = ledger.length();
    const range = CompactRange.empty();
    const sorted = seen.filter(({ size }) => size <= length).sort((one, other) => one.size - other.size);
    for (const { by, size, root } of sorted) {
      grow(range, ledger, size);
      if (range.root() !== root.replace(/^0x/, '')) {
        const found = `${by} has seen root ${root} at size ${String(size)}`;
        throw new LedgerError('LEDGER_FORKED', { found, wanted: `root ${range.root()}` });
      }
    }
    return length;
  } finally {
    ledger.close();
  }
}

function grow(range: CompactRange, ledger: EmbeddedLedgerReader, size: number): void {
  while (range.size < size) {
    for (const text of ledger.readTexts(range.size, Math.min(READ_ENTRIES, size - range.size))) {
      range.append(hasher().leafHash(leafOfText(text)));
    }
  }
}

function isMirror(folder: string): boolean {
  const snapshot = openSnapshot(folder);
  snapshot.close();
  return snapshot.mirrored;
}
