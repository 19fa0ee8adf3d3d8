import { join } from 'node:path';
import { openSqlite, type Sqlite } from '../stores/sqlite';
import type { OfferTerms } from './offer';

/** What a provider offers for a resource. */
export interface Offer {
  readonly offer: string;
  readonly provider: string;
  readonly resource: string;
  readonly terms: OfferTerms;
  /** RFC 3339; null while it stands. */
  readonly withdrawnAt: string | null;
  /** Sequence of the act on the ledger that published it. */
  readonly sequence: number;
}

interface Row extends Omit<Offer, 'terms'> {
  readonly terms: string;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS offers (
    offer TEXT PRIMARY KEY, provider TEXT NOT NULL, resource TEXT NOT NULL, terms TEXT NOT NULL, withdrawnAt TEXT,
    sequence INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS offers_resource ON offers (resource, withdrawnAt);
`;
/** Offers of one resource that are shown; a provider that wants more withdraws some. */
export const MAX_OFFERS = 50;

/** Offers that providers have published. */
export class OfferStore {
  readonly #database: Sqlite;

  constructor(folder: string) {
    this.#database = openSqlite(join(folder, 'dataspace.db'), 'FULL');
    this.#database.exec(SCHEMA);
  }

  /** @returns false when the id is taken. */
  insert({ terms, ...offer }: Offer): boolean {
    const row = { ...offer, terms: JSON.stringify(terms) };
    const { changes } = this.#database
      .prepare('INSERT OR IGNORE INTO offers VALUES (@offer, @provider, @resource, @terms, @withdrawnAt, @sequence)')
      .run(row);
    return changes === 1;
  }

  find(offer: string): Offer | undefined {
    return read(this.#database.prepare('SELECT * FROM offers WHERE offer = ?').get(offer) as Row | undefined);
  }

  /** The offers of a resource that stand. */
  ofResource(resource: string): Offer[] {
    const query = 'SELECT * FROM offers WHERE resource = ? AND withdrawnAt IS NULL ORDER BY sequence LIMIT ?';
    return (this.#database.prepare(query).all(resource, MAX_OFFERS) as Row[]).map((row) => read(row) as Offer);
  }

  /** Resources with an offer that stands, by name. */
  resources(after: string, limit: number): string[] {
    return this.#database
      .prepare('SELECT DISTINCT resource FROM offers WHERE withdrawnAt IS NULL AND resource > ? ORDER BY resource LIMIT ?')
      .pluck()
      .all(after, limit) as string[];
  }

  withdraw(offer: string, at: string): void {
    this.#database.prepare('UPDATE offers SET withdrawnAt = ? WHERE offer = ? AND withdrawnAt IS NULL').run(at, offer);
  }

  close(): void {
    this.#database.close();
  }
}

function read(row: Row | undefined): Offer | undefined {
  return row === undefined ? undefined : { ...row, terms: JSON.parse(row.terms) as OfferTerms };
}
