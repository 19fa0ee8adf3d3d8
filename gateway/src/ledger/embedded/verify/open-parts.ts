import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError, parseCheckpoint, parseNote, parseVerifierKey, type TrustedLog } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../../../crypto/keys';
import { trustedLogKeys } from '../../../crypto/log-key-ring';
import type { IndexedInvoice } from '../../../stores/index-store';
import type { Sqlite } from '../../../stores/sqlite';
import { OPERATOR_KEY } from '../build-blocks';
import { ConcernsCheck } from './check-concerns';
import { IndexCheck } from './check-index';
import { LogCheck, type CheckpointRow, type StoredLog } from './check-log';
import { PayloadsCheck } from './check-payloads';
import { ProvenanceIndexCheck } from './check-provenance-index';
import type { Findings } from './findings';
import { EVERY_KEY, pagedRows, type KeySpan } from './paged-rows';
import type { PayloadChunk } from '../../../stores/payload-chunk';
import { PAYLOAD_KEY_FILE, PayloadKeys } from '../../../stores/payload-keys';
import { PayloadReader } from './payload-reader';
import type { ReplayState } from './replay-state';

/** SPKI of the operator's key, when the folder holds it. */
export function operatorKeyOf(folder: string): string | undefined {
  return new KeyFolder(join(folder, 'keys')).find(OPERATOR_KEY)?.publicKey;
}

/** The keys of the payload store, when the folder holds one. */
export function payloadKeyOf(folder: string): PayloadKeys | undefined {
  const keys = join(folder, 'keys');
  const isThere = existsSync(keys) && readdirSync(keys).some((name) => PAYLOAD_KEY_FILE.test(name));
  return isThere ? new PayloadKeys(folder, false) : undefined;
}

export function openPayloads(
  database: Sqlite | undefined,
  folder: string,
  state: ReplayState,
  findings: Findings,
): PayloadsCheck | undefined {
  const key = payloadKeyOf(folder);
  if (key === undefined) {
    findings.leave('payloads', 'unknown', 'keys/payload.key is not here: records cannot be opened');
    return undefined;
  }
  return attempt(findings, 'payloads', () => {
    return new PayloadsCheck(new PayloadReader(chunkRows(database), key), state);
  });
}

/** Chunks of payloads in order; a store that is not there holds no record: every entry's is then lost. */
export function chunkRows(database: Sqlite | undefined, firsts: KeySpan = EVERY_KEY): Iterable<PayloadChunk> {
  return database === undefined ? [] : pagedRows(database, 'SELECT first, count, data FROM chunks', 'first', 16, firsts);
}

/** Rows of the index in order. */
export function indexRows(database: Sqlite, sequences: KeySpan = EVERY_KEY): Iterable<IndexedInvoice> {
  const select = 'SELECT sequence, number, seller, till, buyer, issued_at AS issuedAt, currency, gross, test FROM invoices';
  return pagedRows(database, select, 'sequence', 512, sequences);
}

/** Up to which sequence the index says that it is complete. */
export function indexHeight(database: Sqlite): number {
  return (database.prepare("SELECT value FROM meta WHERE key = 'height'").pluck().get() as number | undefined) ?? 0;
}

export interface OpenIndex {
  readonly check: IndexCheck;
  readonly provenance: ProvenanceIndexCheck;
  readonly height: number;
}

export function openIndex(database: Sqlite | undefined, state: ReplayState, findings: Findings): OpenIndex | undefined {
  if (database === undefined) {
    findings.leave('index', 'skipped', 'there is no index.db; the workers fill one');
    return undefined;
  }
  return attempt(findings, 'index', () => {
    const height = indexHeight(database);
    const check = new IndexCheck(indexRows(database), height, state, ConcernsCheck.open(database, state));
    return { check, provenance: new ProvenanceIndexCheck(database, height), height };
  });
}

export interface OpenLog {
  readonly check: LogCheck;
  readonly size: number;
  /** False when the key that verifies checkpoints is not at hand. */
  readonly signed: boolean;
}

/** @param vkeys the log's verifier keys; the folder's own when it is absent. */
export function openLog(
  database: Sqlite | undefined,
  folder: string,
  findings: Findings,
  vkeys?: readonly string[],
): OpenLog | undefined {
  if (database === undefined) {
    findings.leave('log', 'skipped', 'there is no log.db; the workers make one');
    return undefined;
  }
  return attempt(findings, 'log', () => {
    const log = storedLog(database);
    const keys = vkeys === undefined ? logKeysOf(database, folder) : vkeys.map(pinned);
    return { check: new LogCheck(log, keys), size: log.size, signed: keys !== undefined || log.size === 0 };
  });
}

/** @param sizes of which checkpoints; all when it is absent. */
export function storedLog(database: Sqlite, sizes: KeySpan = EVERY_KEY): StoredLog {
  const tile = database.prepare('SELECT data FROM tiles WHERE level = ? AND place = ?').pluck();
  return {
    checkpoints: pagedRows<CheckpointRow>(
      database,
      'SELECT size, note, sealed_at AS sealedAt FROM checkpoints',
      'size',
      256,
      sizes,
    ),
    size: (database.prepare('SELECT max(size) FROM checkpoints').pluck().get() as number | null) ?? 0,
    tile: (level, index) => tile.get(level, index) as Buffer | undefined,
    places: database.prepare('SELECT level, place FROM tiles').all() as StoredLog['places'],
  };
}

/** A key from a trusted source, without a window. */
function pinned(vkey: string): TrustedLog {
  const key = parseVerifierKey(vkey);
  return { origin: key.name, key };
}

/** The log's keys, under the origin that its first checkpoint names; the signature covers that origin. */
function logKeysOf(database: Sqlite, folder: string): readonly TrustedLog[] | undefined {
  const note = database.prepare('SELECT note FROM checkpoints ORDER BY size LIMIT 1').pluck().get() as string | undefined;
  try {
    const { origin } = parseCheckpoint(parseNote(note ?? '').text);
    return trustedLogKeys(folder, origin);
  } catch (error) {
    if (error instanceof LedgerError) return undefined;
    throw error;
  }
}

/** Opens a part; a database that cannot be read becomes the part's finding. */
function attempt<Opened>(findings: Findings, part: Parameters<Findings['guard']>[0], open: () => Opened): Opened | undefined {
  let opened: Opened | undefined;
  findings.guard(part, () => {
    opened = open();
  });
  return opened;
}
