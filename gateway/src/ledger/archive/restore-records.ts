import { LedgerError } from '@lianpiao/chaincode/domain';
import { packRecords } from '../../stores/payload-chunk';
import { PayloadStore } from '../../stores/payload-store';
import { openSharedStores } from '../../stores/shared';
import { BlockStore } from '../embedded/block-store';

const PAGE = 1024;

/**
 * Fetches the records that a folder lacks behind its last one from the database that its organisation's machines share: a
 * lost `payloads.db`, or the folder of a new machine. Nothing else may write to the folder meanwhile.
 * @returns how many entries' records were fetched.
 * @throws LedgerError NOT_FOUND without a ledger, DATABASE_UNAVAILABLE, DATABASE_UNSUITABLE.
 */
export async function restoreRecords(url: string, folder: string): Promise<number> {
  const shared = openSharedStores(url, folder);
  if (shared === undefined) throw new LedgerError('FIELD_MISSING', { path: '/LIANPIAO_DATABASE_URL' });
  const [blocks, payloads] = [new BlockStore(folder), new PayloadStore(folder)];
  try {
    const [first] = blocks.blockOf(0)?.entryTexts ?? [];
    if (first === undefined) throw new LedgerError('NOT_FOUND', { found: `no ledger in ${folder}` });
    await shared.belongTo(first);
    const start = payloads.end();
    const end = Math.min(blocks.length(), await shared.records.height());
    for (let at = start; at < end; at += PAGE) {
      payloads.append(at, packRecords(await shared.records.readRange(at, Math.min(PAGE, end - at))));
    }
    return Math.max(0, end - start);
  } finally {
    for (const store of [blocks, payloads]) store.close();
    await shared.close();
  }
}
