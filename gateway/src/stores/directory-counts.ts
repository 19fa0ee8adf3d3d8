import type { Sqlite } from './sqlite';

/** What a department has in the directory. */
export interface DepartmentCounts {
  readonly organisation: string;
  readonly division: string;
  readonly superior: string | null;
  /** Entries that are not retired. */
  readonly registered: number;
  /** Of these, with a resource under them. */
  readonly connected: number;
  /** Of these, with a resource whose last probe was good. */
  readonly working: number;
  /** Of the registered, how many are copies of another source. */
  readonly linked: number;
  /** Feedback that nobody answered in time. */
  readonly overdue: number;
  /** Ways in which somebody is to look at it. */
  readonly supervised: number;
}

/** Departments in the order of their ids; `now` RFC 3339 UTC. */
export function countDepartments(database: Sqlite, now: string, after: string, limit: number): DepartmentCounts[] {
  return database
    .prepare(
      `WITH page AS (SELECT organisation, division, superior FROM placements WHERE organisation > @after ORDER BY organisation LIMIT @limit),
       sources AS (
         SELECT r.entry, max(coalesce(p.outcome = 'works', 0) AND NOT r.quarantined) AS works
         FROM resources r LEFT JOIN probes p ON p.resource = r.resource GROUP BY r.entry),
       owned AS (
         SELECT e.owner, count(*) AS registered, count(s.entry) AS connected, coalesce(sum(s.works), 0) AS working,
           sum(json_extract(e.state, '$.source') IS NOT NULL) AS linked
         FROM entries e LEFT JOIN sources s ON s.entry = e.entry
         WHERE e.stage <> 'retired' AND e.owner IN (SELECT organisation FROM page) GROUP BY e.owner),
       late AS (
         SELECT e.owner, count(*) AS overdue FROM feedback f JOIN entries e ON e.entry = f.entry
         WHERE f.status = 'open' AND f.due < @now GROUP BY e.owner)
       SELECT page.*, coalesce(registered, 0) AS registered, coalesce(connected, 0) AS connected, coalesce(working, 0) AS working,
         coalesce(linked, 0) AS linked, coalesce(overdue, 0) AS overdue,
         (SELECT count(*) FROM supervision s WHERE s.object = page.organisation AND s.stands) AS supervised
       FROM page LEFT JOIN owned ON owned.owner = page.organisation LEFT JOIN late ON late.owner = page.organisation
       ORDER BY page.organisation`,
    )
    .all({ now, after, limit }) as DepartmentCounts[];
}
