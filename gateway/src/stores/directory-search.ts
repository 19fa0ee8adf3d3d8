import type { CatalogueEntryState } from '@lianpiao/chaincode/domain';
import type { EntryAbout } from './directory-store';
import { tagFacet } from './directory-store';
import { facet, matchWords } from './directory-words';
import type { Sqlite } from './sqlite';

/** What is looked for; members that are absent do not matter. */
export interface DirectoryQuery {
  /** Words as a person types them. */
  readonly words?: string | undefined;
  readonly owner?: string | undefined;
  readonly duty?: string | undefined;
  readonly sector?: string | undefined;
  readonly grade?: number | undefined;
  readonly class?: string | undefined;
  readonly openness?: string | undefined;
  readonly stage?: string | undefined;
  readonly tag?: string | undefined;
  /** Place of the last entry of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** An entry as the directory holds it. `place` orders entries by their first publication. */
export interface FoundEntry {
  readonly entry: string;
  readonly place: number;
  readonly state: CatalogueEntryState;
  readonly about: EntryAbout;
  readonly updated: string;
}

const FACETS = ['owner', 'duty', 'sector', 'grade', 'class', 'openness', 'stage'] as const;
const COLUMNS = 'e.entry, e.place, e.state, e.about, e.updated';
const LAST = Number.MAX_SAFE_INTEGER;

/** Entries that a query finds, newest first. Words and facets are looked up in one index, whose order is the pages'. */
export function searchDirectory(database: Sqlite, query: DirectoryQuery): FoundEntry[] {
  const match = matchOf(query);
  const before = query.before ?? LAST;
  const rows =
    match === undefined
      ? database
          .prepare(`SELECT ${COLUMNS} FROM entries e WHERE e.place < ? ORDER BY e.place DESC LIMIT ?`)
          .all(before, query.limit)
      : database
          .prepare(
            `SELECT ${COLUMNS} FROM entry_words w JOIN entries e ON e.place = w.rowid
             WHERE entry_words MATCH ? AND w.rowid < ? ORDER BY w.rowid DESC LIMIT ?`,
          )
          .all(match, before, query.limit);
  return rows.map(found);
}

/** Entries by their ids' order, from behind one: for exports that go through all. */
export function listDirectory(database: Sqlite, after: string, limit: number): FoundEntry[] {
  return database
    .prepare(`SELECT ${COLUMNS} FROM entries e WHERE e.entry > ? ORDER BY e.entry LIMIT ?`)
    .all(after, limit)
    .map(found);
}

function found(row: unknown): FoundEntry {
  const { state, about, ...rest } = row as { entry: string; place: number; state: string; about: string; updated: string };
  return { ...rest, state: JSON.parse(state) as CatalogueEntryState, about: JSON.parse(about) as EntryAbout };
}

function matchOf(query: DirectoryQuery): string | undefined {
  const facets = FACETS.flatMap((name) => {
    const value = query[name];
    return value === undefined ? [] : [`"${facet(name, value)}"`];
  });
  if (query.tag !== undefined) facets.push(`"${tagFacet(query.tag)}"`);
  // What has no letter in it finds nothing, rather than everything: no word of the index is a sign.
  const words = query.words === undefined ? undefined : (matchWords(query.words) ?? '"-"');
  const parts = [
    ...(words === undefined ? [] : [`{words} : (${words})`]),
    ...(facets.length === 0 ? [] : [`{facets} : (${facets.join(' AND ')})`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' AND ');
}
