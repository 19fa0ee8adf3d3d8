import { errorCode } from '../../../error-code';
import { PARTS, REPAIR, type Cause, type Finding, type Part, type PartReport, type PartResult, type Place } from './report';

/** Thrown by a check that found a bad record. */
export class BadRecord extends Error {
  constructor(
    readonly reason: Cause,
    readonly place: Place,
    readonly detail?: string,
  ) {
    super(reason);
  }
}

/** Collects the first bad record of each part, and how far each was checked. */
export class Findings {
  readonly #first = new Map<Part, Finding>();
  readonly #left = new Map<Part, { result: 'unknown' | 'skipped'; why: string }>();
  readonly #checked = new Map<Part, number>();

  isBad(part: Part): boolean {
    return this.#first.has(part);
  }

  /** True while a part is to be checked: nothing bad was found in it, and it was not left out. */
  isOpen(part: Part): boolean {
    return !this.#first.has(part) && !this.#left.has(part);
  }

  leave(part: Part, result: 'unknown' | 'skipped', why: string): void {
    if (!this.#left.has(part)) this.#left.set(part, { result, why });
  }

  count(part: Part, records = 1): void {
    this.#checked.set(part, (this.#checked.get(part) ?? 0) + records);
  }

  add(part: Part, cause: Cause, place: Place, detail?: string): void {
    if (this.#first.has(part)) return;
    this.#first.set(part, { part, cause, place, ...(detail === undefined ? {} : { detail }), repair: REPAIR[part] });
  }

  /** Runs a check of a part; what it finds, and a database that SQLite cannot read, becomes the part's finding. */
  guard(part: Part, check: () => void): void {
    if (!this.isOpen(part)) return;
    try {
      check();
    } catch (error) {
      if (error instanceof BadRecord) this.add(part, error.reason, error.place, error.detail);
      else if (isDamage(error)) this.add(part, 'storage-damaged', {}, error.message);
      else throw error;
    }
  }

  reports(): PartReport[] {
    return PARTS.map((part) => {
      const finding = this.#first.get(part);
      const left = this.#left.get(part);
      const checked = this.#checked.get(part) ?? 0;
      if (finding !== undefined) return { part, result: 'bad', checked, finding };
      return left === undefined ? { part, result: 'ok', checked } : { part, checked, ...left };
    });
  }
}

/** The worst of the parts; a part that was skipped says nothing. */
export function overallResult(parts: readonly PartReport[]): Exclude<PartResult, 'skipped'> {
  if (parts.some(({ result }) => result === 'bad')) return 'bad';
  return parts.some(({ result }) => result === 'unknown') ? 'unknown' : 'ok';
}

const DAMAGE = /^SQLITE_(?:CORRUPT|NOTADB|ERROR)/;

/** True for a file that is no database any more, or lacks a table. */
function isDamage(error: unknown): error is Error {
  return DAMAGE.test(errorCode(error) ?? '');
}
