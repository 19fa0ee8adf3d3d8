import { join } from 'node:path';
import { openSqlite, type Sqlite } from './sqlite';

/** Where a bad record stands: members of a `Place` of the verification, or of an anchor or a day's books. */
export type FindingPlace = Readonly<Record<string, string | number>>;

/** What a check found wrong. */
export interface NewFinding {
  /** Stable word for what is wrong, such as `index-row-differs`. */
  readonly code: string;
  /** Which part of the data: `blocks`, `index`, `log`, `anchors`, … */
  readonly part: string;
  readonly place: FindingPlace;
  /** Kind of the cause, such as `edited value` or `missing row`. */
  readonly cause: string;
  /** In one line; never personal data. */
  readonly detail?: string;
  readonly repair: { readonly en: string; readonly zh: string };
}

export interface StoredFinding extends NewFinding {
  readonly id: number;
  /** The check that found it and has to find it gone. */
  readonly scope: string;
  /** Milliseconds since 1970; `soundAt` is when the record was last known to be right. */
  readonly soundAt: number;
  readonly detectedAt: number;
  readonly seenAt: number;
  readonly resolvedAt: number | null;
}

/** What was written anew, with the digests of the rows before and after. */
export interface StoredRepair {
  readonly id: number;
  readonly part: string;
  readonly place: FindingPlace;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly repairedAt: number;
}

/** A full pass over everything, from the first entry on. */
export interface StoredPass {
  readonly id: number;
  readonly requestedBy: string;
  readonly requestedAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly result: string | null;
  /** JSON of the report. */
  readonly report: string | null;
}

/** The scope of the full pass: a finding that a narrower check makes too is that check's to find gone. */
export const FULL_SCOPE = 'full';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS findings (
    id INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, code TEXT NOT NULL, part TEXT NOT NULL, place TEXT NOT NULL,
    cause TEXT NOT NULL, detail TEXT, repair TEXT NOT NULL, sound_at INTEGER NOT NULL, detected_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL, resolved_at INTEGER);
  CREATE UNIQUE INDEX IF NOT EXISTS findings_open ON findings (code, part, place) WHERE resolved_at IS NULL;
  CREATE INDEX IF NOT EXISTS findings_scope ON findings (scope) WHERE resolved_at IS NULL;
  CREATE TABLE IF NOT EXISTS repairs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, part TEXT NOT NULL, place TEXT NOT NULL, what TEXT NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, repaired_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS passes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, requested_by TEXT NOT NULL, requested_at INTEGER NOT NULL,
    started_at INTEGER, finished_at INTEGER, result TEXT, report TEXT);
  CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;
const FINDING = `id, scope, code, part, place, cause, detail, repair, sound_at AS soundAt, detected_at AS detectedAt,
  seen_at AS seenAt, resolved_at AS resolvedAt`;
const PASS = `id, requested_by AS requestedBy, requested_at AS requestedAt, started_at AS startedAt, finished_at AS finishedAt,
  result, report`;

type FindingRow = Omit<StoredFinding, 'place' | 'repair' | 'detail'> & { place: string; repair: string; detail: string | null };
type RepairRow = Omit<StoredRepair, 'place'> & { place: string };

/**
 * What reconciliation found, repaired and passed. The worker writes it; the gateway reads it, and asks for passes. It is
 * the worker's own memory: nothing of ledger or payloads depends on it.
 */
export class ReconciliationStore {
  /** The database, for the worker's further tables. */
  readonly database: Sqlite;

  constructor(folder: string) {
    this.database = openSqlite(join(folder, 'reconciliation.db'), 'FULL');
    this.database.exec(SCHEMA);
  }

  /**
   * Takes in what a check found: new findings are opened, known ones stay, and those of the scope that it no longer finds
   * are resolved.
   * @param soundAt when what the check looked at was last known to be right.
   * @returns the findings that are new.
   */
  settle(scope: string, found: readonly NewFinding[], now: number, soundAt: number): StoredFinding[] {
    return this.database
      .transaction(() => {
        const opened = found.flatMap((finding) => this.#open(scope, finding, now, soundAt));
        this.database
          .prepare('UPDATE findings SET resolved_at = ? WHERE scope = ? AND resolved_at IS NULL AND seen_at < ?')
          .run(now, scope, now);
        return opened;
      })
      .immediate();
  }

  #open(scope: string, finding: NewFinding, now: number, soundAt: number): StoredFinding[] {
    const { code, part, cause, detail, repair } = finding;
    const place = JSON.stringify(finding.place);
    const known = this.database
      .prepare(
        `UPDATE findings SET seen_at = @now, scope = iif(@scope = '${FULL_SCOPE}', scope, @scope)
         WHERE code = @code AND part = @part AND place = @place AND resolved_at IS NULL`,
      )
      .run({ now, scope, code, part, place }).changes;
    if (known > 0) return [];
    const { lastInsertRowid } = this.database
      .prepare(
        `INSERT INTO findings (scope, code, part, place, cause, detail, repair, sound_at, detected_at, seen_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(scope, code, part, place, cause, detail ?? null, JSON.stringify(repair), soundAt, now, now);
    return [{ ...finding, id: Number(lastInsertRowid), scope, soundAt, detectedAt: now, seenAt: now, resolvedAt: null }];
  }

  /** Findings, newest first, before an id. */
  findings(options: { readonly before?: number; readonly limit: number; readonly openOnly?: boolean }): StoredFinding[] {
    const rows = this.database
      .prepare(
        `SELECT ${FINDING} FROM findings WHERE id < @before AND (@open = 0 OR resolved_at IS NULL) ORDER BY id DESC LIMIT @limit`,
      )
      .all({
        before: options.before ?? Number.MAX_SAFE_INTEGER,
        open: options.openOnly === true ? 1 : 0,
        limit: options.limit,
      }) as FindingRow[];
    return rows.map(toFinding);
  }

  /** Scopes whose checks have something to find gone. */
  openScopes(): string[] {
    return this.database.prepare('SELECT DISTINCT scope FROM findings WHERE resolved_at IS NULL').pluck().all() as string[];
  }

  openCount(scope?: string): number {
    return this.database
      .prepare('SELECT count(*) FROM findings WHERE resolved_at IS NULL AND (@scope IS NULL OR scope = @scope)')
      .pluck()
      .get({ scope: scope ?? null }) as number;
  }

  /** Seconds from the last sound look at a record to the finding, for the newest finding; undefined when there is none. */
  lastTimeToDetect(): number | undefined {
    const row = this.database
      .prepare('SELECT (detected_at - sound_at) / 1000.0 FROM findings ORDER BY id DESC LIMIT 1')
      .pluck()
      .get();
    return row as number | undefined;
  }

  addRepair(repair: Omit<StoredRepair, 'id'>): void {
    const { part, place, what, before, after, repairedAt } = repair;
    this.database
      .prepare('INSERT INTO repairs (part, place, what, before, after, repaired_at) VALUES (?, ?, ?, ?, ?, ?)')
      .run(part, JSON.stringify(place), what, before, after, repairedAt);
  }

  repairs(before: number, limit: number): StoredRepair[] {
    const columns = 'id, part, place, what, before, after, repaired_at AS repairedAt';
    const rows = this.database
      .prepare(`SELECT ${columns} FROM repairs WHERE id < ? ORDER BY id DESC LIMIT ?`)
      .all(before, limit) as RepairRow[];
    return rows.map((row) => ({ ...row, place: JSON.parse(row.place) as FindingPlace }));
  }

  /** Asks for a full pass; one that waits already serves everybody. */
  requestPass(by: string, now: number): StoredPass {
    return this.database
      .transaction(() => {
        const waiting = this.waitingPass();
        if (waiting !== undefined) return waiting;
        this.database.prepare('INSERT INTO passes (requested_by, requested_at) VALUES (?, ?)').run(by, now);
        return this.waitingPass() as StoredPass;
      })
      .immediate();
  }

  /** The pass that nobody has finished. */
  waitingPass(): StoredPass | undefined {
    return this.#pass('finished_at IS NULL ORDER BY id');
  }

  lastPass(): StoredPass | undefined {
    return this.#pass('finished_at IS NOT NULL ORDER BY id DESC');
  }

  #pass(where: string): StoredPass | undefined {
    return this.database.prepare(`SELECT ${PASS} FROM passes WHERE ${where} LIMIT 1`).get() as StoredPass | undefined;
  }

  startPass(id: number, now: number): void {
    this.database.prepare('UPDATE passes SET started_at = ? WHERE id = ?').run(now, id);
  }

  finishPass(id: number, now: number, result: string, report: string): void {
    this.database.prepare('UPDATE passes SET finished_at = ?, result = ?, report = ? WHERE id = ?').run(now, result, report, id);
  }

  /** Entries that were compared so far. */
  height(): number {
    return Number(this.fact('height') ?? 0);
  }

  /** A value that the worker keeps beside its tables, such as how far it has come. */
  fact(key: string): string | undefined {
    return this.database.prepare('SELECT value FROM facts WHERE key = ?').pluck().get(key) as string | undefined;
  }

  setFact(key: string, value: string): void {
    this.database.prepare('INSERT OR REPLACE INTO facts VALUES (?, ?)').run(key, value);
  }

  close(): void {
    this.database.close();
  }
}

function toFinding({ place, repair, detail, ...row }: FindingRow): StoredFinding {
  return {
    ...row,
    place: JSON.parse(place) as FindingPlace,
    repair: JSON.parse(repair) as StoredFinding['repair'],
    ...(detail === null ? {} : { detail }),
  };
}

/** What operators watch of reconciliation. */
export function reconciliationGauges(
  store: ReconciliationStore,
  clock: () => number,
): Record<string, { readonly help: string; readonly value: () => number }> {
  return {
    lianpiao_reconciliation_open_findings: { help: 'Bad records that are not mended yet', value: () => store.openCount() },
    lianpiao_reconciliation_height: { help: 'Entries that were compared down to the values', value: () => store.height() },
    lianpiao_reconciliation_look_age_seconds: {
      help: 'Seconds since the last look; NaN before the first',
      value: () => (clock() - Number(store.fact('looked-at') ?? Number.NaN)) / 1000,
    },
    lianpiao_reconciliation_full_pass_age_seconds: {
      help: 'Seconds since a full pass was finished; NaN before the first',
      value: () => (clock() - (store.lastPass()?.finishedAt ?? Number.NaN)) / 1000,
    },
    lianpiao_reconciliation_time_to_detect_seconds: {
      help: 'Of the newest finding: seconds since the record was last known to be right; NaN before the first',
      value: () => store.lastTimeToDetect() ?? Number.NaN,
    },
  };
}
