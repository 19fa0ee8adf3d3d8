import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeEntryBundle, leafText, TILE_WIDTH } from '@lianpiao/chaincode/domain';
import { LogSealer } from '@lianpiao/workers';
import { LogKeyRing, LogStore } from '../../gateway/src/stores';
import { LOG_ORIGIN } from './embedded';
import type { LedgerOffice } from './ledger-office';

/**
 * Seals the log of an office's ledger as its workers do; then all bytes that the log has: its files on the disk, and the
 * entry bundles that are served (tlog-tiles), by name.
 */
export function sealedLogBytes({ folder, ledger }: LedgerOffice): Map<string, Buffer> {
  const log = new LogStore(folder);
  // The workers know the gateway's classes by the types of its package; here they come from its sources.
  const parts = [ledger, log, new LogKeyRing(folder, LOG_ORIGIN), Date.now] as unknown as ConstructorParameters<typeof LogSealer>;
  new LogSealer(...parts).seal();
  log.close();
  const names = readdirSync(folder).filter((name) => name.startsWith('log.db'));
  const bytes = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  for (let from = 0; from < ledger.length(); from += TILE_WIDTH) {
    const leaves = ledger.read(from, TILE_WIDTH).map(({ entry }) => Buffer.from(leafText(entry)));
    bytes.set(`tile/entries/${String(from / TILE_WIDTH)}`, Buffer.from(encodeEntryBundle(leaves)));
  }
  return bytes;
}
