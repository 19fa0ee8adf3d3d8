import type { Digest } from '../encoding/digest';
import type { SealedRecord } from './commitment';
import type { Entry } from './entry';

/** What an accepted command leaves: a public entry, its one text, and the private record it commits to. */
export interface Accepted {
  readonly entry: Entry;
  readonly text: string;
  /** RFC 6962 leaf hash of the text: the entry's hash in its block and in its till's chain. */
  readonly hash: Digest;
  readonly record: SealedRecord;
}
