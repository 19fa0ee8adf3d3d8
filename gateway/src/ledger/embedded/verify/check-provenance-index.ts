import { projectProvenance } from '../../../stores/project-provenance';
import type { Sqlite } from '../../../stores/sqlite';
import { BadRecord } from './findings';
import { pagedRows } from './paged-rows';
import { RowsBeside, type WalkedEntry } from './walked-entry';

interface ProvenanceRow {
  readonly sequence: number;
  /** What row and links say, as one JSON text. */
  readonly text: string;
}

const ROWS = `SELECT sequence, json_array(digest, event, organisation, other, kind, json((SELECT json_group_array(parent) FROM
  (SELECT parent FROM provenance_links AS link WHERE link.sequence = provenance.sequence ORDER BY place)))) AS text FROM provenance`;
const STRAY_LINK = 'SELECT sequence FROM provenance_links WHERE sequence NOT IN (SELECT sequence FROM provenance) LIMIT 1';

/** Compares the index's tables of contents, as far as the index says that it is complete, with the entries. */
export class ProvenanceIndexCheck {
  readonly #database: Sqlite | undefined;
  readonly #rows: RowsBeside<ProvenanceRow>;
  readonly #height: number;

  constructor(database: Sqlite, height: number) {
    // An index of an earlier version has no such tables until the workers open it: no row is there, as no entry is.
    const there = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'provenance_links'").get() !== undefined;
    this.#database = there ? database : undefined;
    this.#height = height;
    this.#rows = new RowsBeside(
      there ? pagedRows<ProvenanceRow>(database, ROWS, 'sequence', 256) : [],
      ({ sequence }) => new BadRecord('index-row-extra', { sequence }),
    );
  }

  /** @throws BadRecord @returns how many rows were compared. */
  visit({ entry, sequence, block }: WalkedEntry): number {
    if (sequence >= this.#height) return 0;
    const row = this.#rows.rowOf(sequence);
    const wanted = projectProvenance(sequence, entry);
    if (wanted === undefined) {
      if (row !== undefined) this.#rows.refuse(row);
      return 0;
    }
    if (row === undefined) throw new BadRecord('index-row-missing', { block, sequence });
    const { digest, event, organisation, other, kind, parents } = wanted;
    const text = JSON.stringify([digest, event, organisation, other, kind, parents]);
    if (row.text !== text) throw new BadRecord('index-row-differs', { block, sequence });
    return 1;
  }

  /** @throws BadRecord for a row beyond the index's height, or a link of no row. */
  end(): void {
    this.#rows.refuse();
    const sequence = this.#database?.prepare(STRAY_LINK).pluck().get() as number | undefined;
    if (sequence !== undefined) throw new BadRecord('index-row-extra', { sequence }, 'a link without its registration');
  }
}
