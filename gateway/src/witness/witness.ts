import {
  CheckFailure,
  cosign,
  formatNote,
  formatNoteLines,
  LedgerError,
  openNote,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  requireLogKey,
  signersIn,
  verifyConsistency,
  type AddCheckpoint,
  type Checkpoint,
  type TrustedLog,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures, type LogKey } from '../crypto/log-keys';
import type { WitnessStore } from './witness-store';

/** The answer to a request, as HTTP gives it (C2SP tlog-witness). */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly body: string;
  /** Only for a size to go on from. */
  readonly type?: typeof SIZE_TYPE;
}

const SIZE_TYPE = 'text/x.tlog.size';
const MS_PER_SECOND = 1000;

export interface WitnessOptions {
  /** With the key of type 0x04. */
  readonly key: LogKey;
  /** The keys of the logs that it follows, as they are known now. */
  readonly logs: () => readonly TrustedLog[];
  readonly store: WitnessStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/**
 * Cosigns checkpoints of the logs it knows, each only when it continues the one that it cosigned before (C2SP
 * tlog-witness). It never sees an entry, and need not: whoever shows two pasts has to show them to the same witness.
 */
export class Witness {
  readonly #options: WitnessOptions;

  constructor(options: WitnessOptions) {
    this.#options = options;
  }

  /** The answer to the body of an `add-checkpoint` request. */
  add(body: string): WitnessAnswer {
    try {
      const request = parseAddCheckpoint(body);
      const checkpoint = parseCheckpoint(parseNote(request.note).text);
      return this.#answer(request, checkpoint);
    } catch (error) {
      if (error instanceof LedgerError) return refuse(400, error.detail.wanted ?? error.code);
      throw error;
    }
  }

  /** The newest cosigned checkpoint of a log, for monitors. */
  latest(origin: string): string | undefined {
    return this.#options.store.find(origin)?.note;
  }

  /** Origins of the logs it knows. */
  get origins(): readonly string[] {
    return [...new Set(this.#options.logs().map(({ origin }) => origin))];
  }

  #answer(request: AddCheckpoint, checkpoint: Checkpoint): WitnessAnswer {
    const { origin, size } = checkpoint;
    const logs = this.#options.logs().filter((log) => log.origin === origin);
    if (logs.length === 0) return refuse(404, 'this witness does not follow that log');
    const now = Math.floor(this.#options.clock() / MS_PER_SECOND);
    if (!isSigned(request.note, checkpoint, logs, now)) return refuse(403, 'no signature by a key of that log');
    if (request.oldSize > size) return refuse(400, 'the old size is beyond the checkpoint');
    return this.#judge(request, checkpoint);
  }

  #judge({ oldSize, path, note }: AddCheckpoint, checkpoint: Checkpoint): WitnessAnswer {
    const { origin, size, root } = checkpoint;
    const known = this.#options.store.find(origin);
    if (oldSize !== (known?.size ?? 0)) return conflict(known?.size ?? 0);
    const follows =
      known === undefined
        ? path.length === 0
        : verifyConsistency({ oldSize, newSize: size, oldRoot: known.root, newRoot: root, path });
    return follows ? this.#cosign(oldSize, note, checkpoint) : refuse(422, 'not a continuation of what was cosigned');
  }

  /** The new state is durable before anybody has the cosignature. */
  #cosign(oldSize: number, note: string, { origin, size, root }: Checkpoint): WitnessAnswer {
    const { text, signatures } = parseNote(note);
    const { key, store, clock } = this.#options;
    const signature = cosign(text, BigInt(Math.floor(clock() / MS_PER_SECOND)), key, key);
    // Others' lines are none of our business: what is kept is the log's own signature and ours.
    const own = signatures.filter(({ name }) => name === origin);
    const stored = formatNote({ text, signatures: [...own, signature] });
    if (!store.advance(origin, oldSize, { size, root, note: stored })) return conflict(store.find(origin)?.size ?? 0);
    return { status: 200, body: formatNoteLines([signature]) };
  }
}

/** A wrong signature by a known key is no signature; so is none, and that of a key that does not count now. */
function isSigned(note: string, checkpoint: Checkpoint, logs: readonly TrustedLog[], now: number): boolean {
  try {
    const keys = logs.map(({ key }) => key);
    if (openNote(note, keys, nodeSignatures).verifiedBy.length === 0) return false;
    requireLogKey(signersIn(parseNote(note), logs), checkpoint, [now], undefined);
    return true;
  } catch (error) {
    if (error instanceof LedgerError || error instanceof CheckFailure) return false;
    throw error;
  }
}

function refuse(status: 400 | 403 | 404 | 422, reason: string): WitnessAnswer {
  return { status, body: `${reason}\n` };
}

function conflict(size: number): WitnessAnswer {
  return { status: 409, body: `${String(size)}\n`, type: SIZE_TYPE };
}
