import { CompactRange, hasher, leafOfText, LedgerError, type TrustedLog } from '@lianpiao/chaincode/domain';
import { BlockStore } from '../ledger/embedded/block-store';
import { EmbeddedLedgerReader } from '../ledger/embedded/embedded-ledger-reader';
import { openSnapshot } from '../ledger/embedded/verify';
import { liftHold, putHold, readHold, type Hold } from './hold';
import { seenElsewhere, type Seen, type Silent, type Sources } from './seen-elsewhere';

const READ_ENTRIES = 2048;

export interface Proven {
  /**
   * `proven`: everybody who was asked has seen a beginning of this ledger, and nobody more than it has. `behind`: somebody has
   * seen more. `unproven`: nobody was asked, or somebody did not answer.
   */
  readonly result: 'proven' | 'behind' | 'unproven';
  readonly entries: number;
  /** True for the mirror of a Fabric channel: nothing holds it. */
  readonly mirrored: boolean;
  readonly seen: readonly Seen[];
  readonly silent: readonly Silent[];
}

/**
 * Holds a ledger's folder against what others have seen of its log, and lifts its hold; one that is behind gets one, and silence
 * alone lays none on a ledger that had none. A mirror of a Fabric channel is never held: it catches up from its peer before
 * anything is issued, and numbers are the channel's.
 * @param logs that it has had, with all their keys: of one that was closed, the successor has seen more.
 * @throws LedgerError LEDGER_FORKED when somebody has seen another past than the folder has; nothing is changed then.
 */
export async function proveLedger(folder: string, logs: readonly TrustedLog[], sources: Sources): Promise<Proven> {
  const { seen, silent } = await seenElsewhere(sources, logs);
  const entries = compareRoots(folder, seen);
  const most = seen.reduce<Seen | undefined>(
    (last, next) => (last === undefined || next.size > last.size ? next : last),
    undefined,
  );
  const result = judge(entries, most, silent);
  const mirrored = isMirror(folder);
  if (result === 'proven' || mirrored) liftHold(folder);
  else if (result === 'behind' || readHold(folder) !== undefined) putHold(folder, holdOf(result, entries, most));
  return { result, entries, mirrored, seen, silent };
}

function judge(entries: number, most: Seen | undefined, silent: readonly Silent[]): Proven['result'] {
  if (most !== undefined && most.size > entries) return 'behind';
  return most === undefined || silent.length > 0 ? 'unproven' : 'proven';
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
