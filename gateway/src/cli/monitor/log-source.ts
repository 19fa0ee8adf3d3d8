import {
  decodeEntryBundle,
  ENTRIES,
  HASH_BYTES,
  LedgerError,
  TILE_WIDTH,
  tilePath,
  type Bundle,
  type Tile,
} from '@lianpiao/chaincode/domain';
import { readLimitedBody } from '../../read-limited-body';
import { strictJsonOf } from '../read-file';

const DEADLINE_MS = 30_000;
const MAX_CHECKPOINT_BYTES = 1_000_000;
const MAX_SEAL_BYTES = 4_000_000;
/** 256 leaves of at most 65,535 bytes, each after its length. */
const MAX_BUNDLE_BYTES = TILE_WIDTH * 65_537;

/** A C2SP tiled log behind a URL. Nothing that it says is believed here. */
export class LogSource {
  readonly #prefix: string;

  /** @param prefix URL of the log, without `checkpoint`. */
  constructor(prefix: string) {
    this.#prefix = prefix.replace(/\/+$/, '');
  }

  /** @throws LedgerError DEADLINE_EXCEEDED when the log does not answer, LOG_BROKEN for an answer of a wrong form. */
  async checkpoint(): Promise<string> {
    const bytes = await this.#get('checkpoint', MAX_CHECKPOINT_BYTES);
    return new TextDecoder().decode(bytes);
  }

  /** The hashes of a tile, `width` × 32 bytes. */
  async tile(tile: Tile): Promise<Uint8Array> {
    const bytes = await this.#getTile(tile, TILE_WIDTH * HASH_BYTES);
    if (bytes.length < tile.width * HASH_BYTES) throw broken(`${tilePath(tile)} has ${String(bytes.length)} bytes`);
    return bytes.subarray(0, tile.width * HASH_BYTES);
  }

  /** The first `width` leaves of a level-0 tile. */
  async leaves(index: number, width: number): Promise<readonly Uint8Array[]> {
    const tile: Tile = { level: ENTRIES, index, width };
    const leaves = decodeEntryBundle(await this.#getTile(tile, MAX_BUNDLE_BYTES));
    if (leaves.length < width) throw broken(`${tilePath(tile)} has ${String(leaves.length)} leaves`);
    return leaves.slice(0, width);
  }

  /** The bundle of a seal of the map of statuses; undefined when there is no such seal yet. @throws LedgerError as above. */
  async statusSeal(number: number): Promise<Bundle | undefined> {
    try {
      const bytes = await this.#get(`status/${String(number)}`, MAX_SEAL_BYTES);
      return strictJsonOf(Buffer.from(bytes)) as unknown as Bundle;
    } catch (error) {
      if (error instanceof LedgerError && error.code === 'NOT_FOUND') return undefined;
      if (error instanceof LedgerError && error.code === 'BODY_MALFORMED') throw broken(`status/${String(number)} is no JSON`);
      throw error;
    }
  }

  /** A partial tile may be gone once the full one is there (C2SP tlog-tiles, "Partial tiles"). */
  async #getTile(tile: Tile, most: number): Promise<Uint8Array> {
    try {
      return await this.#get(tilePath(tile), most);
    } catch (error) {
      const gone = error instanceof LedgerError && error.code === 'NOT_FOUND' && tile.width < TILE_WIDTH;
      if (!gone) throw error;
      return this.#get(tilePath({ ...tile, width: TILE_WIDTH }), most);
    }
  }

  async #get(path: string, most: number): Promise<Uint8Array> {
    const url = `${this.#prefix}/${path}`;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(DEADLINE_MS) });
      if (response.status === 404) throw new LedgerError('NOT_FOUND', { found: url });
      if (!response.ok) throw new LedgerError('DEADLINE_EXCEEDED', { found: `${url}: HTTP status ${String(response.status)}` });
      const body = await readLimitedBody(response, most);
      if (body === undefined) throw broken(`${url} has more than ${String(most)} bytes`);
      return body;
    } catch (cause) {
      if (cause instanceof LedgerError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new LedgerError('DEADLINE_EXCEEDED', { found: `${url}: ${reason}` }, { cause });
    }
  }
}

function broken(found: string): LedgerError {
  return new LedgerError('LOG_BROKEN', { found });
}
