import { canonicalJson, LedgerError } from '@lianpiao/chaincode/domain';
import { meets, type Condition, type FieldType } from '../access/condition';

/** A row as a source sends it. */
export type SourceRow = Readonly<Record<string, boolean | string | null>>;

/** The rows that a question was about, and the field by whose values it told them apart. */
export interface Selection {
  readonly where: readonly Condition[];
  /** The rows of the grant that it was asked under: two grants of one consumer may have different ones. */
  readonly granted: readonly Condition[];
  readonly by: string | null;
}

/** A selection as it is kept: questions of before do not say under which rows they were asked. */
export type AskedSelection = Omit<Selection, 'granted'> & Partial<Pick<Selection, 'granted'>>;

/** The cell of all rows of a selection; values of `by` have a prefix of their own. */
const WHOLE = 'all';
/** Values of a field that an answer tells apart at most. */
const MAX_CELLS = 1000;

export function textOf(value: boolean | string | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** The cell of a row: of one value of `by`; undefined when it is not selected. */
export function cellOf(selection: Selection, row: SourceRow, types: ReadonlyMap<string, FieldType>): string | undefined {
  const { where, granted, by } = selection;
  for (const condition of [...granted, ...where]) {
    const text = textOf(row[condition.field]);
    if (text === null || !meets(condition, types.get(condition.field) ?? 'text', text)) return undefined;
  }
  return by === null ? WHOLE : `=${textOf(row[by]) ?? ''}`;
}

/** Selections that are read side by side: what all their grants ask of rows, for the source, and each without that. */
export function besides(all: readonly [Selection, ...Selection[]]): {
  readonly shared: readonly Condition[];
  readonly selections: readonly [Selection, ...Selection[]];
} {
  const [first, ...others] = all;
  const texts = all.map(({ granted }) => new Set(granted.map(textOfCondition)));
  const isShared = (condition: Condition): boolean => texts.every((each) => each.has(textOfCondition(condition)));
  const without = (each: Selection): Selection => ({
    ...each,
    granted: each.granted.filter((condition) => !isShared(condition)),
  });
  return { shared: first.granted.filter(isShared), selections: [without(first), ...others.map(without)] };
}

function textOfCondition(condition: Condition): string {
  return canonicalJson({ ...condition });
}

/**
 * Looks at how a selection overlaps with one that was answered before. Whoever has both answers knows the difference of any
 * two of their cells; rows in just one of the two must be none, or no fewer than a group has.
 */
export class Overlap {
  readonly #now = new Map<string, number>();
  readonly #before = new Map<string, number>();
  readonly #both = new Map<string, Map<string, number>>();

  /** @param now,before cells of one row; undefined when it is not selected. */
  add(now: string | undefined, before: string | undefined): void {
    const [left, right] = [cellsOf(now), cellsOf(before)];
    for (const cell of left) raise(this.#now, cell);
    for (const cell of right) raise(this.#before, cell);
    for (const cell of left) {
      for (const other of right) raise(inner(this.#both, cell), other);
    }
  }

  /** True when two cells differ by some rows, and by fewer than a group has. */
  differsByFewerThan(group: number): boolean {
    for (const [cell, others] of this.#both) {
      for (const [other, both] of others) {
        const difference = (this.#now.get(cell) ?? 0) + (this.#before.get(other) ?? 0) - 2 * both;
        if (difference > 0 && difference < group) return true;
      }
    }
    return false;
  }
}

/** A row counts in its own cell and in the whole. */
function cellsOf(cell: string | undefined): readonly string[] {
  if (cell === undefined) return [];
  return cell === WHOLE ? [WHOLE] : [cell, WHOLE];
}

function raise(counts: Map<string, number>, cell: string): void {
  if (!counts.has(cell) && counts.size > MAX_CELLS)
    throw new LedgerError('TEMPLATE_INVALID', { path: '/by', wanted: `a field of at most ${String(MAX_CELLS)} values` });
  counts.set(cell, (counts.get(cell) ?? 0) + 1);
}

function inner(both: Map<string, Map<string, number>>, cell: string): Map<string, number> {
  let counts = both.get(cell);
  if (counts === undefined) {
    counts = new Map<string, number>();
    both.set(cell, counts);
  }
  return counts;
}
