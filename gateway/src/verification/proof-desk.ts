import {
  discloseRecord,
  hasher,
  inclusionPathFromTiles,
  leafText,
  LedgerError,
  makeBundle,
  parseCheckpoint,
  parseNote,
  verifyInclusion,
  invariant,
  type Bundle,
  type Entry,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import type { LogStore, StoredCheckpoint } from '../stores/log-store';

const POLL_MS = 25;
const DEADLINE_MS = 2000;

/** Makes offline bundles of entries that the log has sealed. */
export class ProofDesk {
  readonly #log: LogStore;

  constructor(log: LogStore) {
    this.#log = log;
  }

  /**
   * The bundle of an entry; waits a moment for one that was only just issued.
   * @throws LedgerError PROOF_PENDING when the log has not sealed it in time: ask again.
   */
  async bundle(sequence: number, entry: Entry, record: SealedRecord, show: (name: string) => boolean): Promise<Bundle> {
    const checkpoint = await this.#covering(sequence);
    const leaf = leafText(entry);
    const path = inclusionPathFromTiles(this.#log, sequence, checkpoint.size);
    const { root } = parseCheckpoint(parseNote(checkpoint.note).text);
    // Our own proof is checked before it leaves the house.
    invariant(
      verifyInclusion({ leafHash: hasher().leafHash(leaf), index: sequence, size: checkpoint.size, path, root }),
      `the log proves entry ${String(sequence)}`,
    );
    return makeBundle({
      leaf,
      proof: { index: sequence, path, checkpoint: checkpoint.note },
      fields: discloseRecord(record, show),
    });
  }

  async #covering(sequence: number): Promise<StoredCheckpoint> {
    for (let waited = 0; ; waited += POLL_MS) {
      const checkpoint = this.#log.latest();
      if (checkpoint !== undefined && checkpoint.size > sequence) return checkpoint;
      if (waited >= DEADLINE_MS) throw new LedgerError('PROOF_PENDING');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}
