import { formatUnits, LedgerError, parseDecimal, unitsAt } from '@lianpiao/chaincode/domain';
import { MAX_NUMBER_SCALE } from '../access/condition';
import type { Template } from './template';
import { textOf, type SourceRow } from './selection';

/** What a run found. Counts and sums are decimal texts; groups that are too small are left out and only counted. */
export type RunAnswer = {
  readonly count?: string;
  readonly sum?: string;
  readonly fact?: boolean;
  readonly groups?: readonly { readonly value: string | null; readonly count: string }[];
  readonly suppressed?: number;
};

/** Adds up the rows of a selection. */
export class Tally {
  readonly #template: Template;
  readonly #groups = new Map<string | null, number>();
  #count = 0;
  #units = 0n;

  constructor(template: Template) {
    this.#template = template;
  }

  /** @throws LedgerError SOURCE_CHANGED when a number is none. */
  add(row: SourceRow): void {
    this.#count += 1;
    const { field, by } = this.#template;
    if (field !== null) this.#units += unitsOf(textOf(row[field]));
    if (by !== null) {
      const value = textOf(row[by]);
      this.#groups.set(value, (this.#groups.get(value) ?? 0) + 1);
    }
  }

  /** @throws LedgerError GROUP_TOO_SMALL. */
  answer(): RunAnswer {
    const { kind, minimumGroup } = this.#template;
    if (kind === 'fact') return { fact: this.#count > 0 };
    // None at all is a small number, too.
    if (this.#count < minimumGroup) throw new LedgerError('GROUP_TOO_SMALL', { wanted: `at least ${String(minimumGroup)} rows` });
    const count = String(this.#count);
    if (kind === 'count') return { count };
    if (kind === 'sum') return { count, sum: trimmed(formatUnits(this.#units, MAX_NUMBER_SCALE)) };
    return this.#distribution(minimumGroup);
  }

  /** One group alone that is left out could be found by subtraction from the whole: then the next smallest goes, too. */
  #distribution(minimumGroup: number): RunAnswer {
    const groups = [...this.#groups].sort(([, left], [, right]) => left - right);
    const small = groups.filter(([, count]) => count < minimumGroup).length;
    const suppressed = small === 1 ? 2 : small;
    const shown = groups.slice(suppressed).reverse();
    if (shown.length === 0)
      throw new LedgerError('GROUP_TOO_SMALL', { wanted: `groups of at least ${String(minimumGroup)} rows` });
    return {
      groups: shown.map(([value, count]) => ({ value, count: String(count) })),
      suppressed: Math.min(suppressed, groups.length),
    };
  }
}

function unitsOf(text: string | null): bigint {
  if (text === null) return 0n;
  const decimal = parseDecimal(text, MAX_NUMBER_SCALE);
  if (decimal === undefined) throw new LedgerError('SOURCE_CHANGED');
  return unitsAt(decimal, MAX_NUMBER_SCALE);
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
