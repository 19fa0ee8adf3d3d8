import type { SealedRecord } from './commitment';
import type { Entry } from './entry';

/** What an accepted command leaves: a public entry, its one text, and the private record it commits to. */
export interface Accepted {
  readonly entry: Entry;
  readonly text: string;
  readonly record: SealedRecord;
}
