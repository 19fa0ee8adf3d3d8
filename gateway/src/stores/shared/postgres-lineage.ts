import { MAX_WALK, type LineageDirection, type LineageLink, type LineageQuery } from '../provenance-index';
import type { SharedDatabase } from './shared-database';

type Link = Omit<LineageLink, 'handover'>;
type Step = Omit<Link, 'depth'>;

const FROM = { ancestors: 'child', descendants: 'parent' } as const;
const TO = { ancestors: 'parent', descendants: 'child' } as const;

/** Links of several contents, those of one after those of another, each content's in the order of the ledger. */
function stepsOf(direction: LineageDirection): string {
  return `
    SELECT links.child, links.parent, registered.organisation AS "by", links.sequence
    FROM unnest($1::text[]) WITH ORDINALITY AS wanted (digest, place)
      JOIN provenance_links AS links ON links.${FROM[direction]} = wanted.digest
      JOIN provenance AS registered ON registered.sequence = links.sequence
    ORDER BY wanted.place, links.sequence, links.place LIMIT $2 OFFSET $3`;
}

/**
 * Of a thing: who held it when somebody went on from it, and whether that one had a licence. The holder is who got it by
 * the last transfer before, or who registered it first.
 */
const HANDOVERS = `
  SELECT wanted.place, origin.kind,
    coalesce(transfer.other, origin.organisation) = wanted.by OR licence.sequence IS NOT NULL AS recorded
  FROM unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY AS wanted (parent, by, sequence, place)
    JOIN LATERAL (SELECT organisation, kind FROM provenance
      WHERE digest = wanted.parent AND event = 'registered' ORDER BY sequence LIMIT 1) AS origin ON true
    LEFT JOIN LATERAL (SELECT other FROM provenance WHERE digest = wanted.parent AND event = 'transferred'
      AND sequence < wanted.sequence ORDER BY sequence DESC LIMIT 1) AS transfer ON true
    LEFT JOIN LATERAL (SELECT sequence FROM provenance WHERE digest = wanted.parent AND event = 'licensed'
      AND sequence < wanted.sequence AND other = wanted.by LIMIT 1) AS licence ON true
  WHERE origin.kind = 'item'`;

/** A lineage by PostgreSQL: a step is one statement, whatever its width; the same links in the same order as SQLite's. */
export async function postgresLineage(database: SharedDatabase, query: LineageQuery): Promise<readonly LineageLink[]> {
  const { digest, direction, depth, offset, limit } = query;
  const steps = (from: readonly string[], most: number, skipped: number): Promise<readonly Step[]> =>
    database.rows<Step>(stepsOf(direction), [from, most, skipped]);
  const links =
    depth === 1
      ? (await steps([digest], limit, offset)).map((step) => ({ ...step, depth: 1 }))
      : (await walk(query, (from, most) => steps(from, most, 0))).slice(offset, offset + limit);
  return withHandovers(database, links);
}

/** Links of all steps up to the page's end, nearest first. A content is gone through once, however many ways lead to it. */
async function walk(
  { digest, direction, depth, offset, limit }: LineageQuery,
  steps: (from: readonly string[], most: number) => Promise<readonly Step[]>,
): Promise<Link[]> {
  const most = Math.min(MAX_WALK, offset + limit);
  const links: Link[] = [];
  const reached = new Set([digest]);
  let level = [digest];
  for (let step = 1; step <= depth && level.length > 0 && links.length < most; step += 1) {
    const found = await steps(level, most - links.length);
    links.push(...found.map((link) => ({ ...link, depth: step })));
    level = [...new Set(found.map((link) => link[TO[direction]]))].filter((next) => !reached.has(next));
    for (const next of level) reached.add(next);
  }
  return links;
}

async function withHandovers(database: SharedDatabase, links: readonly Link[]): Promise<readonly LineageLink[]> {
  if (links.length === 0) return [];
  const rows = await database.rows<{ place: number; recorded: boolean }>(HANDOVERS, [
    links.map(({ parent }) => parent),
    links.map(({ by }) => by),
    links.map(({ sequence }) => sequence),
  ]);
  const recorded = new Map(rows.map(({ place, recorded: is }) => [place, is]));
  return links.map((link, index): LineageLink => {
    const is = recorded.get(index + 1);
    return is === undefined ? link : { ...link, handover: is ? 'recorded' : 'missing' };
  });
}
