import { join } from 'node:path';
import { openSqlite, type Sqlite } from './sqlite';

/** Of the tables. A directory of another version is emptied when it is opened, and the workers fill it again. */
const VERSION = 2;

const TABLES = [
  'meta',
  'entries',
  'entry_words',
  'divisions',
  'placements',
  'duties',
  'schemas',
  'resources',
  'feedback',
  'supervision',
  'probes',
];

const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL);
  CREATE TABLE entries (
    place INTEGER PRIMARY KEY, entry TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, stage TEXT NOT NULL, state TEXT NOT NULL,
    about TEXT NOT NULL, updated TEXT NOT NULL);
  CREATE INDEX entries_owner ON entries (owner, stage, entry);
  CREATE VIRTUAL TABLE entry_words USING fts5 (
    words, facets, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '-.'");
  CREATE TABLE divisions (division TEXT PRIMARY KEY, parent TEXT, name TEXT NOT NULL);
  CREATE TABLE placements (organisation TEXT PRIMARY KEY, division TEXT NOT NULL, superior TEXT);
  CREATE TABLE duties (
    duty TEXT PRIMARY KEY, version INTEGER NOT NULL, organisation TEXT NOT NULL, name TEXT NOT NULL, basis TEXT NOT NULL);
  CREATE TABLE schemas (schema TEXT PRIMARY KEY, version INTEGER NOT NULL, owner TEXT NOT NULL, digest TEXT NOT NULL);
  CREATE TABLE resources (resource TEXT PRIMARY KEY, entry TEXT NOT NULL, quarantined INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX resources_entry ON resources (entry);
  CREATE TABLE feedback (
    feedback TEXT PRIMARY KEY, entry TEXT NOT NULL, status TEXT NOT NULL, due TEXT NOT NULL, giver TEXT NOT NULL, state TEXT NOT NULL);
  CREATE INDEX feedback_open ON feedback (status, due, feedback);
  CREATE TABLE supervision (
    place INTEGER PRIMARY KEY, object TEXT NOT NULL, authority TEXT NOT NULL, method TEXT NOT NULL, stands INTEGER NOT NULL,
    state TEXT NOT NULL, UNIQUE (object, authority, method));
  CREATE TABLE probes (
    resource TEXT PRIMARY KEY, at TEXT NOT NULL, outcome TEXT NOT NULL, code TEXT, ms INTEGER NOT NULL, failures INTEGER NOT NULL);
`;

/** Opens the directory's database: what it holds can be made again from the ledger, the records and the next probes. */
export function openDirectoryDatabase(folder: string): Sqlite {
  const database = openSqlite(join(folder, 'directory.db'), 'NORMAL');
  const version = (): number => database.pragma('user_version', { simple: true }) as number;
  if (version() !== VERSION) {
    database
      .transaction(() => {
        if (version() === VERSION) return;
        for (const table of TABLES) database.exec(`DROP TABLE IF EXISTS ${table}`);
        database.exec(SCHEMA);
        database.pragma(`user_version = ${String(VERSION)}`);
      })
      .immediate();
  }
  return database;
}
