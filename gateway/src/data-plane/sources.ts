import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Field } from '../access/condition';
import type { SourceReference } from '../access/terms';
import type { SourceInspector } from '../access/grant-desk';
import { CsvSource } from './csv-source';
import { DuckSource } from './duck-source';
import { HttpSource } from './http-source';
import { PostgresDatabase, PostgresSource } from './postgres-source';
import type { DataSource } from './source';
import type { Connection } from './sources-file';

/** Sources that stay at hand: a table's columns need not be looked up each time. */
const REMEMBERED = 1000;

/** The sources of data behind the operator's connections; providers know these by name only. */
export class Sources implements SourceInspector {
  readonly #connections: ReadonlyMap<string, Connection>;
  readonly #databases = new Map<string, PostgresDatabase>();
  readonly #sources = new Map<string, DataSource>();

  constructor(connections: ReadonlyMap<string, Connection>) {
    this.#connections = connections;
  }

  async inspect(source: SourceReference, organisation: string, fields: readonly Field[]): Promise<readonly Field[]> {
    return this.open(source, organisation).inspect(fields);
  }

  /**
   * The source of a reference.
   * @param organisation whose resource it is: a connection serves only those that the operator names.
   * @throws LedgerError SOURCE_INVALID.
   */
  open(source: SourceReference, organisation: string): DataSource {
    const connection = this.#connections.get(source.connection);
    // Others' connections are not even there.
    if (connection?.organisations.includes(organisation) !== true) throw notThere();
    const name = JSON.stringify(source);
    let opened = this.#sources.get(name);
    if (opened === undefined) {
      opened = this.#make(connection, source);
      if (this.#sources.size >= REMEMBERED) this.#sources.clear();
      this.#sources.set(name, opened);
    }
    return opened;
  }

  #make(connection: Connection, source: SourceReference): DataSource {
    if ('folder' in connection && 'file' in source) return fileSource(connection, source.file);
    if (connection.kind === 'http' && 'collection' in source) return new HttpSource(connection, source.collection);
    if (connection.kind !== 'postgres' || !('table' in source)) throw notThere();
    let database = this.#databases.get(source.connection);
    if (database === undefined) this.#databases.set(source.connection, (database = new PostgresDatabase(connection.url)));
    return new PostgresSource(database, connection.schema, source.table, source.key);
  }

  close(): void {
    for (const database of this.#databases.values()) database.close();
  }
}

/** By the ending of its name; a connection of kind `csv` has CSV files only. */
function fileSource({ kind, folder }: Connection & { readonly folder: string }, file: string): DataSource {
  return kind === 'files' && !file.endsWith('.csv') ? new DuckSource(folder, file) : new CsvSource(folder, file);
}

function notThere(): LedgerError {
  return new LedgerError('SOURCE_INVALID', {
    path: '/source/connection',
    wanted: 'a connection of this kind that is open to you',
  });
}
