import { HASH_BYTES, hashesAt, TILE_WIDTH, tileWidth } from '@lianpiao/chaincode/domain';
import type { NewFinding, Sqlite } from '@lianpiao/gateway/stores';
import { REPAIR, type Cause, type FolderSnapshot, type Part, type Place } from '@lianpiao/gateway/verify';
import type { Heights } from './heights';
import { nameFinding } from './name-finding';

/** Rows that stand beyond the ends of their tables, where no stretch looks, and tiles of a wrong number or width. */
export function checkEnds({ ledger, index, log }: FolderSnapshot, heights: Heights, known: number): NewFinding[] {
  const found: NewFinding[] = [];
  const act = first(ledger, 'SELECT sequence FROM acts WHERE sequence >= ? ORDER BY sequence LIMIT 1', heights.ledger);
  if (act !== undefined) found.push(named('acts', 'act-extra', act));
  // Behind a height that was set back stand rows that were right before.
  if (index !== undefined && heights.index >= known) {
    const select = 'SELECT sequence, number FROM invoices WHERE sequence >= ? ORDER BY sequence LIMIT 1';
    const row = first(index, select, heights.index);
    if (row !== undefined) found.push(named('index', 'index-row-extra', row));
  }
  if (log !== undefined) found.push(...checkTiles(log, heights.log));
  return found;
}

interface TileRow {
  readonly level: number;
  readonly place: number;
  readonly bytes: number;
}

function checkTiles(log: Sqlite, size: number): NewFinding[] {
  // All but the last tile of a level are full: the others can be told without a look at each.
  const odd = log.prepare('SELECT level, place, length(data) AS bytes FROM tiles WHERE length(data) <> ?');
  const ends = log.prepare(
    'SELECT level, max(place) AS place, 0 AS bytes FROM tiles GROUP BY level UNION SELECT level, min(place), 0 FROM tiles GROUP BY level',
  );
  const counts = log.prepare('SELECT level, count(*) AS place, 0 AS bytes FROM tiles GROUP BY level');
  const rows = [...(odd.all(TILE_WIDTH * HASH_BYTES) as TileRow[]), ...(ends.all() as TileRow[])];
  const found = rows.flatMap((row) => wrongTile(row, size));
  for (const { level, place: count } of counts.all() as TileRow[]) {
    if (count < Math.ceil(hashesAt(level, size) / TILE_WIDTH)) found.push(...missingTile(log, level));
  }
  return unique(found);
}

function wrongTile({ level, place, bytes }: TileRow, size: number): NewFinding[] {
  const tile = { tile: `${String(level)}/${String(place)}` };
  const wanted = place < 0 ? 0 : tileWidth(level, place, size) * HASH_BYTES;
  if (wanted === 0) return [named('log', 'tile-extra', tile)];
  if (bytes === 0 || bytes === wanted) return [];
  return [
    named('log', bytes < wanted ? 'tile-truncated' : 'tile-differs', tile, `${String(bytes)} bytes instead of ${String(wanted)}`),
  ];
}

function missingTile(log: Sqlite, level: number): NewFinding[] {
  const gap = log
    .prepare(
      `SELECT min(place) FROM (SELECT 0 AS place UNION SELECT place + 1 FROM tiles WHERE level = @level)
       WHERE place NOT IN (SELECT place FROM tiles WHERE level = @level)`,
    )
    .pluck()
    .get({ level }) as number;
  return [named('log', 'tile-missing', { tile: `${String(level)}/${String(gap)}` })];
}

function unique(findings: readonly NewFinding[]): NewFinding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${JSON.stringify(finding.place)}`, finding])).values()];
}

function first(database: Sqlite, select: string, from: number): Place | undefined {
  return database.prepare(select).get(from) as Place | undefined;
}

function named(part: Part, cause: Cause, place: Place, detail?: string): NewFinding {
  return nameFinding({ part, cause, place, repair: REPAIR[part], ...(detail === undefined ? {} : { detail }) });
}
