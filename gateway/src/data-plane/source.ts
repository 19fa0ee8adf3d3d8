import type { Condition, Field, FieldType } from '../access/condition';
import type { Mask } from '../access/handling';

/** What is asked of a source: fields and conditions that were allowed, and nothing else. */
export interface SourceQuery {
  readonly fields: readonly string[];
  readonly where: readonly Condition[];
  /** Types of all fields of the resource. */
  readonly types: ReadonlyMap<string, FieldType>;
  /** How values of these fields leave. */
  readonly masks?: ReadonlyMap<string, Mask>;
}

/** Rows as JSON texts, one object each with the fields asked for. */
export interface SourcePage {
  readonly rows: readonly string[];
  /** Where the next page begins, in the source's own words; undefined at the end. */
  readonly next: string | undefined;
}

/**
 * One table or file. Fields and conditions are applied where the data lies, so that nothing else leaves it.
 * @throws LedgerError SOURCE_UNAVAILABLE when it does not answer, SOURCE_CHANGED when it is not as it was registered.
 */
export interface DataSource {
  /**
   * Looks it over for a registration.
   * @throws LedgerError SOURCE_INVALID when it lacks a field, or cannot be read in order.
   */
  inspect(fields: readonly Field[]): Promise<readonly Field[]>;
  /** @param after `next` of the page before. @throws LedgerError CURSOR_INVALID. */
  page(query: SourceQuery, after: string | undefined, limit: number): Promise<SourcePage>;
  /** All rows in batches; ends when the signal aborts, and lets go of what it holds. */
  stream(query: SourceQuery, signal: AbortSignal): AsyncIterable<readonly string[]>;
}
