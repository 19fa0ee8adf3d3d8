import {
  discloseRecord,
  hasher,
  leafText,
  LedgerError,
  makeBundle,
  parseCheckpoint,
  parseNote,
  type AnchorPointer,
  type Bundle,
  type CommitEvidence,
  type Entry,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import type { AnchorStore } from '../stores/anchor-store';
import type { LogStore, StoredCheckpoint } from '../stores/log-store';
import { provenPath } from './proven-path';

const POLL_MS = 25;
const DEADLINE_MS = 2000;

/** A checkpoint to prove under, and where it was published. */
interface Covering {
  readonly checkpoint: StoredCheckpoint;
  readonly anchors: readonly AnchorPointer[];
}

/** Makes offline bundles of entries that the log has sealed. */
export class ProofDesk {
  readonly #log: LogStore;
  readonly #anchors: AnchorStore;
  readonly #isSound: (note: string) => boolean;

  /** @param isSound whether a checkpoint still proves something; one by a compromised key does not, and a newer one is taken. */
  constructor(log: LogStore, anchors: AnchorStore, isSound: (note: string) => boolean = () => true) {
    this.#log = log;
    this.#anchors = anchors;
    this.#isSound = isSound;
  }

  /**
   * The bundle of an entry; waits a moment for one that was only just issued. Once an anchor covers the entry, the bundle
   * is proven under the anchored checkpoint and points to the anchor.
   * @param options `under`: a checkpoint to prove it under instead, without an anchor; `commit`: evidence to put in.
   * @throws LedgerError PROOF_PENDING when the log has not sealed it in time: ask again.
   */
  async bundle(
    sequence: number,
    entry: Entry,
    record: SealedRecord,
    show: (name: string) => boolean,
    { under, commit }: { readonly under?: StoredCheckpoint; readonly commit?: CommitEvidence | undefined } = {},
  ): Promise<Bundle> {
    const { checkpoint, anchors } =
      under === undefined ? (this.#anchored(sequence) ?? (await this.#covering(sequence))) : { checkpoint: under, anchors: [] };
    const leaf = leafText(entry);
    const { root } = parseCheckpoint(parseNote(checkpoint.note).text);
    const path = provenPath(this.#log, { leafHash: hasher().leafHash(leaf), index: sequence, size: checkpoint.size, root });
    return makeBundle({
      leaf,
      proof: { index: sequence, path, checkpoint: checkpoint.note },
      fields: discloseRecord(record, show),
      anchors,
      commit,
    });
  }

  /** The first checkpoint over an entry: it never becomes another, unless the key that signed it was lost to somebody. @throws LedgerError PROOF_PENDING as {@link bundle}. */
  async firstCheckpoint(sequence: number): Promise<StoredCheckpoint> {
    const { checkpoint } = await this.#covering(sequence);
    const first = this.#log.firstOver(sequence);
    return first !== undefined && this.#isSound(first.note) ? first : checkpoint;
  }

  /** The anchored checkpoint over an entry; undefined while there is none, or when the log does not have it any more. */
  #anchored(sequence: number): Covering | undefined {
    const anchor = this.#anchors.covering(sequence);
    const checkpoint = anchor && this.#log.checkpoint(anchor.size);
    if (checkpoint === undefined || parseCheckpoint(parseNote(checkpoint.note).text).root !== anchor?.root) return undefined;
    if (!this.#isSound(checkpoint.note)) return undefined;
    const { chainId, contract, transaction, block } = anchor;
    return { checkpoint, anchors: [{ chainId, contract, transaction, block }] };
  }

  async #covering(sequence: number): Promise<Covering> {
    for (let waited = 0; ; waited += POLL_MS) {
      const checkpoint = this.#log.published();
      if (checkpoint !== undefined && checkpoint.size > sequence) return { checkpoint, anchors: [] };
      if (waited >= DEADLINE_MS) throw new LedgerError('PROOF_PENDING');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}
