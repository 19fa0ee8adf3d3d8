import type {
  CatalogueEntryState,
  FeedbackState,
  SupervisionMethod,
  SupervisionState,
  TagFamily,
} from '@lianpiao/chaincode/domain';
import type { Statement } from 'better-sqlite3';
import { openDirectoryDatabase } from './directory-database';
import { facet, indexWords } from './directory-words';
import type { Sqlite } from './sqlite';

/** The private part of a catalogue entry: what people read and search. */
export interface EntryAbout {
  readonly title: string;
  readonly description: string | null;
  readonly tags: Readonly<Record<TagFamily, readonly string[]>>;
  /** The name of the datum, of which the ledger holds the fingerprint. */
  readonly datum: string;
  /** The catalogue that an entry was imported from, and its id there. */
  readonly imported?: { readonly catalogue: string; readonly id: string };
}

/** What one entry of the ledger changes in the directory. */
export type DirectoryRow =
  | {
      readonly kind: 'entry';
      readonly entry: string;
      readonly place: number;
      readonly state: CatalogueEntryState;
      /** Absent when the act brings none: then the words stay. */
      readonly about: EntryAbout | undefined;
      readonly time: string;
    }
  | { readonly kind: 'division'; readonly division: string; readonly parent: string | null; readonly name: string }
  | { readonly kind: 'placement'; readonly organisation: string; readonly division: string; readonly superior: string | null }
  | {
      readonly kind: 'duty';
      readonly duty: string;
      readonly version: number;
      readonly organisation: string;
      readonly name: string;
      readonly basis: string;
    }
  | {
      readonly kind: 'schema';
      readonly schema: string;
      readonly version: number;
      readonly owner: string;
      readonly digest: string;
    }
  | { readonly kind: 'resource'; readonly resource: string; readonly entry: string }
  | { readonly kind: 'quarantine'; readonly resource: string; readonly quarantined: 0 | 1 }
  | {
      readonly kind: 'supervision';
      readonly place: number;
      readonly authority: string;
      readonly object: string;
      readonly method: SupervisionMethod;
      readonly state: SupervisionState;
    }
  | { readonly kind: 'feedback'; readonly feedback: string; readonly state: FeedbackState };

type RowOf<Kind extends DirectoryRow['kind']> = Extract<DirectoryRow, { readonly kind: Kind }>;

const UPSERTS = {
  division: 'INSERT OR REPLACE INTO divisions VALUES (@division, @parent, @name)',
  placement: 'INSERT OR REPLACE INTO placements VALUES (@organisation, @division, @superior)',
  duty: 'INSERT OR REPLACE INTO duties VALUES (@duty, @version, @organisation, @name, @basis)',
  schema: 'INSERT OR REPLACE INTO schemas VALUES (@schema, @version, @owner, @digest)',
  resource: `INSERT INTO resources (resource, entry) VALUES (@resource, @entry)
    ON CONFLICT (resource) DO UPDATE SET entry = excluded.entry`,
  quarantine: 'UPDATE resources SET quarantined = @quarantined WHERE resource = @resource',
} as const;

/** Takes the directory's rows in, page by page: rows and height change together. */
export class DirectoryStore {
  readonly database: Sqlite;
  readonly #statements = new Map<string, Statement>();

  constructor(folder: string) {
    this.database = openDirectoryDatabase(folder);
  }

  /** Up to which sequence of the ledger the directory is complete. */
  height(): number {
    return (this.#prepared("SELECT value FROM meta WHERE key = 'height'").pluck().get() as number | undefined) ?? 0;
  }

  /** Takes rows in and moves the height from where it was read, together. @returns false when another process was faster. */
  append(rows: readonly DirectoryRow[], from: number, height: number): boolean {
    return this.database
      .transaction(() => {
        if (this.height() !== from) return false;
        for (const row of rows) this.#put(row);
        this.#prepared("INSERT OR REPLACE INTO meta VALUES ('height', ?)").run(height);
        return true;
      })
      .immediate();
  }

  #put(row: DirectoryRow): void {
    if (row.kind === 'entry') this.#putEntry(row);
    else if (row.kind === 'feedback') this.#putFeedback(row);
    else if (row.kind === 'supervision') this.#putSupervision(row);
    else {
      const { kind, ...values } = row;
      this.#prepared(UPSERTS[kind]).run(values);
    }
  }

  #putEntry({ entry, place, state, about, time }: RowOf<'entry'>): void {
    const known = this.#prepared('SELECT place, about FROM entries WHERE entry = ?').get(entry) as
      { place: number; about: string } | undefined;
    const words = about ?? (known === undefined ? undefined : (JSON.parse(known.about) as EntryAbout));
    // An act on an entry whose own act is not there yet cannot be: they come in the ledger's order.
    if (words === undefined) return;
    const at = known?.place ?? place;
    const { owner, stage } = state;
    this.#prepared('INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      at, entry, owner, stage, JSON.stringify(state), JSON.stringify(words), time,
    ); // prettier-ignore
    if (known !== undefined) this.#prepared('DELETE FROM entry_words WHERE rowid = ?').run(at);
    this.#prepared('INSERT INTO entry_words (rowid, words, facets) VALUES (?, ?, ?)').run(
      at,
      wordsOf(entry, words),
      facetsOf(state, words),
    );
  }

  #putFeedback({ feedback, state }: RowOf<'feedback'>): void {
    const { entry, status, due, from } = state;
    this.#prepared('INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?)').run(
      feedback, entry, status, due, from, JSON.stringify(state),
    ); // prettier-ignore
  }

  /** It keeps the place at which it was first stated: pages of the list go by it. */
  #putSupervision({ place, authority, object, method, state }: RowOf<'supervision'>): void {
    this.#prepared(
      `INSERT INTO supervision VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (object, authority, method) DO UPDATE SET stands = excluded.stands, state = excluded.state`,
    ).run(place, object, authority, method, state.intervalDays > 0 ? 1 : 0, JSON.stringify(state));
  }

  #prepared(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) this.#statements.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }

  close(): void {
    this.database.close();
  }
}

function tagsOf({ tags }: EntryAbout): string[] {
  return Object.values(tags).flat();
}

function wordsOf(entry: string, about: EntryAbout): string {
  return indexWords([entry, about.title, about.description ?? '', about.datum, ...tagsOf(about)].join(' \n '));
}

function facetsOf(state: CatalogueEntryState, about: EntryAbout): string {
  return [
    facet('owner', state.owner),
    facet('duty', state.duty),
    facet('sector', state.sector),
    facet('grade', state.grade),
    facet('class', state.class),
    facet('openness', state.openness),
    facet('stage', state.stage),
    ...tagsOf(about).map(tagFacet),
  ].join(' ');
}

/** A tag as one token: letters beyond a-z would be cut at spaces and signs, so it stands as hexadecimal text. */
export function tagFacet(tag: string): string {
  return facet('tag', Buffer.from(tag.normalize('NFKC').toLowerCase()).toString('hex'));
}
