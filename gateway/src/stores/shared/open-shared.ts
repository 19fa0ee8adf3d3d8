import { hasher } from '@lianpiao/chaincode/domain';
import { PayloadKeys } from '../payload-keys';
import { PostgresRecordStore } from './postgres-record-store';
import { PostgresSearchIndex } from './postgres-search-index';
import { SharedDatabase } from './shared-database';

/** What an organisation's machines share. */
export interface SharedStores {
  readonly database: SharedDatabase;
  readonly index: PostgresSearchIndex;
  readonly records: PostgresRecordStore;
  /** @param firstEntry text of the ledger's first entry: no other ledger has it. @throws LedgerError DATABASE_UNSUITABLE. */
  belongTo(firstEntry: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The shared stores; undefined when there is no database. It connects when it is first asked, so that a gateway starts and
 * issues without it.
 * @param folder where the organisation's payload key lies.
 */
export function openSharedStores(url: string | undefined, folder: string): SharedStores | undefined {
  if (url === undefined) return undefined;
  const database = new SharedDatabase(url);
  return {
    database,
    index: new PostgresSearchIndex(database),
    records: new PostgresRecordStore(database, new PayloadKeys(folder).oldest),
    belongTo: (firstEntry) => database.belongTo(hasher().sha256(firstEntry)),
    close: () => database.close(),
  };
}

/** @throws Error naming the setting when it is no address of a PostgreSQL. */
export function readDatabaseUrl(environment: NodeJS.ProcessEnv): string | undefined {
  const url = environment['LIANPIAO_DATABASE_URL'];
  if (url === undefined || url === '') return undefined;
  if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new Error('LIANPIAO_DATABASE_URL is an address such as postgres://user:password@host:5432/database');
  return url;
}
