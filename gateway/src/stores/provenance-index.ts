import type { Statement } from 'better-sqlite3';
import type { IndexedProvenance } from './project-provenance';
import type { Sqlite } from './sqlite';

/** Towards what a content was made from, or towards what was made from it. */
export type LineageDirection = 'ancestors' | 'descendants';

/** One step of a lineage, as its registrant claims it. */
export interface LineageLink {
  readonly child: string;
  readonly parent: string;
  /** Who registered the child with this parent, and by which entry. */
  readonly by: string;
  readonly sequence: number;
  /** Steps from where the walk began, from 1. */
  readonly depth: number;
  /** Of a thing: had whoever went on from it got the rights or a licence by then? Missing: there is a gap in the chain. */
  readonly handover?: 'recorded' | 'missing';
}

export interface LineageQuery {
  readonly digest: string;
  readonly direction: LineageDirection;
  readonly depth: number;
  /** Links to pass over: those of earlier pages. */
  readonly offset: number;
  readonly limit: number;
}

type Step = Omit<LineageLink, 'depth' | 'handover'>;

/** Links of more than one step that a walk looks at, at most; whoever wants more goes on from what was found. */
export const MAX_WALK = 10_000;
const STEPS_AT_ONCE = 256;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS provenance (
    sequence INTEGER PRIMARY KEY, digest TEXT NOT NULL, event TEXT NOT NULL, organisation TEXT NOT NULL, other TEXT, kind TEXT);
  CREATE INDEX IF NOT EXISTS provenance_digest ON provenance (digest, event, sequence);
  CREATE TABLE IF NOT EXISTS provenance_links (
    sequence INTEGER NOT NULL, place INTEGER NOT NULL, child TEXT NOT NULL, parent TEXT NOT NULL, PRIMARY KEY (sequence, place));
  CREATE INDEX IF NOT EXISTS provenance_children ON provenance_links (parent, sequence, place);
  CREATE INDEX IF NOT EXISTS provenance_parents ON provenance_links (child, sequence, place);
`;

/** Tables of the index for contents: what happened to them, and which was made from which. Disposable, as all of the index. */
export class ProvenanceIndex {
  readonly #database: Sqlite;
  readonly #insert: Statement;
  readonly #insertLink: Statement;
  readonly #steps: Readonly<Record<LineageDirection, Statement>>;
  readonly #first: Statement;
  readonly #transfer: Statement;
  readonly #licence: Statement;

  constructor(database: Sqlite) {
    this.#database = database;
    database.exec(SCHEMA);
    this.#insert = database.prepare('INSERT OR REPLACE INTO provenance VALUES (?, ?, ?, ?, ?, ?)');
    this.#insertLink = database.prepare('INSERT OR REPLACE INTO provenance_links VALUES (?, ?, ?, ?)');
    const steps = (column: 'child' | 'parent'): Statement =>
      database.prepare(
        `SELECT child, parent, organisation AS "by", sequence FROM provenance_links JOIN provenance USING (sequence)
         WHERE ${column} = ? ORDER BY sequence, place LIMIT ? OFFSET ?`,
      );
    this.#steps = { ancestors: steps('child'), descendants: steps('parent') };
    const one = (columns: string, where: string, order: string): Statement =>
      database.prepare(`SELECT ${columns} FROM provenance WHERE digest = ? AND ${where} ORDER BY sequence ${order} LIMIT 1`);
    this.#first = one('organisation, kind', "event = 'registered'", 'ASC');
    this.#transfer = one('other', "event = 'transferred' AND sequence < ?", 'DESC').pluck();
    this.#licence = one('sequence', "event = 'licensed' AND sequence < ? AND other = ?", 'ASC').pluck();
  }

  /** Takes rows in; the caller moves the index's height within the same transaction. */
  append(rows: readonly IndexedProvenance[]): void {
    for (const { sequence, digest, event, organisation, other, kind, parents } of rows) {
      this.#insert.run(sequence, digest, event, organisation, other, kind);
      parents.forEach((parent, place) => this.#insertLink.run(sequence, place, digest, parent));
    }
  }

  /**
   * Links of a content's lineage, nearest first, those of a step in the order of the ledger. A content is gone through once,
   * however many ways lead to it. New links may make a later page repeat one; none is left out.
   */
  lineage({ digest, direction, depth, offset, limit }: LineageQuery): LineageLink[] {
    const links: Omit<LineageLink, 'handover'>[] = [];
    if (depth === 1) {
      // The next step alone may be paged through to its end, however many have gone on from a content.
      for (const step of this.#page(direction, digest, offset, limit)) links.push({ ...step, depth: 1 });
    } else {
      let passed = 0;
      for (const link of this.#walk(digest, direction, depth)) {
        passed += 1;
        if (passed > offset) links.push(link);
        if (links.length === limit || passed === MAX_WALK) break;
      }
    }
    return links.map((link) => ({ ...link, ...this.#handover(link) }));
  }

  *#walk(digest: string, direction: LineageDirection, depth: number): Generator<Omit<LineageLink, 'handover'>> {
    const reached = new Set([digest]);
    let level = [digest];
    for (let step = 1; step <= depth && level.length > 0; step += 1) {
      const next: string[] = [];
      for (const from of level) {
        for (const link of this.#all(direction, from)) {
          yield { ...link, depth: step };
          const to = direction === 'ancestors' ? link.parent : link.child;
          if (!reached.has(to)) next.push(to);
          reached.add(to);
        }
      }
      level = next;
    }
  }

  *#all(direction: LineageDirection, digest: string): Generator<Step> {
    for (let offset = 0; ; offset += STEPS_AT_ONCE) {
      const steps = this.#page(direction, digest, offset, STEPS_AT_ONCE);
      yield* steps;
      if (steps.length < STEPS_AT_ONCE) return;
    }
  }

  #page(direction: LineageDirection, digest: string, offset: number, limit: number): Step[] {
    return this.#steps[direction].all(digest, limit, offset) as Step[];
  }

  /** Whether whoever went on from a thing had it handed over before: by a transfer, by a licence, or as its first holder. */
  #handover({ parent, by, sequence }: Step): Pick<LineageLink, 'handover'> {
    const first = this.#first.get(parent) as { organisation: string; kind: string } | undefined;
    if (first?.kind !== 'item') return {};
    const holder = (this.#transfer.get(parent, sequence) as string | undefined) ?? first.organisation;
    const recorded = holder === by || this.#licence.get(parent, sequence, by) !== undefined;
    return { handover: recorded ? 'recorded' : 'missing' };
  }

  clear(): void {
    this.#database.exec('DELETE FROM provenance; DELETE FROM provenance_links');
  }
}
