import type { Sqlite } from './sqlite';

/** `away`: no answer in time. `changed`: no longer as registered. `misfit`: its rows do not fit the schema. */
export type ProbeOutcome = 'away' | 'changed' | 'misfit' | 'works';

/** What the last look at a resource found. */
export interface Probe {
  readonly resource: string;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly outcome: ProbeOutcome;
  readonly code: string | null;
  readonly ms: number;
}

/** The last probe of each resource, beside the directory. */
export class ProbeStore {
  readonly #database: Sqlite;

  constructor(database: Sqlite) {
    this.#database = database;
  }

  /**
   * Resources that nobody has probed since a time, each for one process: whoever claims one has until `before` passes it again.
   * @param before and `now`: RFC 3339 UTC.
   */
  claim(before: string, now: string, most: number): string[] {
    const due = this.#database.prepare(
      `SELECT r.resource FROM resources r LEFT JOIN probes p ON p.resource = r.resource
       WHERE p.at IS NULL OR p.at < ? ORDER BY p.at, r.resource LIMIT ?`,
    );
    const claim = this.#database.prepare(
      `INSERT INTO probes (resource, at, outcome, ms, failures) VALUES (?, ?, 'away', 0, 0)
       ON CONFLICT (resource) DO UPDATE SET at = excluded.at`,
    );
    return this.#database
      .transaction(() => {
        const resources = due.pluck().all(before, most) as string[];
        for (const resource of resources) claim.run(resource, now);
        return resources;
      })
      .immediate();
  }

  note(probe: Probe): Probe {
    this.#database
      .prepare(
        `INSERT INTO probes VALUES (@resource, @at, @outcome, @code, @ms, @outcome <> 'works')
         ON CONFLICT (resource) DO UPDATE SET at = excluded.at, outcome = excluded.outcome, code = excluded.code, ms = excluded.ms,
           failures = CASE WHEN excluded.outcome = 'works' THEN 0 ELSE failures + 1 END`,
      )
      .run(probe);
    return probe;
  }
}
