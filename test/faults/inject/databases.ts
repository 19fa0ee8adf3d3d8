import { join } from 'node:path';
import { SqliteDatabase, type Sqlite } from '../../../gateway/src/stores/sqlite-driver';

/** Something that goes wrong with a data folder, and how its alarm has to be named. Detectors never see this. */
export interface Fault {
  readonly name: string;
  readonly inject: (folder: string) => void | Promise<void>;
  readonly code: string;
  readonly part: string;
  /** Class of the cause. */
  readonly cause: string;
  /** Members that the place of the finding has to have. */
  readonly place?: Readonly<Record<string, unknown>>;
  /** True when it is derived data: it has to be right again by itself. */
  readonly mended?: true;
}

/** The block that most faults of blocks are made in: whichever holds the entry of this sequence. */
export const SEQUENCE_HERE = 44;
/** Stands in a fault's place for that block's number. */
export const BLOCK_HERE = -1;

/** Changes a database of a folder through SQLite, as anybody with the file could. */
export function change(name: string, work: (database: Sqlite) => void): (folder: string) => void {
  return (folder) => {
    const database = new SqliteDatabase(join(folder, name));
    database.pragma('busy_timeout = 5000');
    try {
      work(database);
    } finally {
      database.close();
    }
  };
}

export function sql(name: string, text: string): (folder: string) => void {
  return change(name, (database) => database.exec(text));
}

/** The text with one character changed for another of the same kind. */
export function flip(text: string, at: number): string {
  const other = text.charAt(at) === '1' ? '2' : '1';
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
}

/** Changes one byte of a stored blob. */
export function flipBlob(name: string, table: string, column: string, where: string, at: number): (folder: string) => void {
  return change(name, (database) => {
    const data = database.prepare(`SELECT ${column} FROM ${table} WHERE ${where}`).pluck().get() as Buffer;
    data[at] = (data[at] ?? 0) ^ 1;
    database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`).run(data);
  });
}
