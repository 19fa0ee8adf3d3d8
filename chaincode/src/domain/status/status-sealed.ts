import type { Digest } from '../encoding/digest';

/** The map of statuses has this root once the changes in the entry's record are in it. */
export interface StatusSealed {
  readonly type: 'status.sealed';
  readonly time: string;
  readonly commitment: Digest;
  /** 1 for the first seal. */
  readonly number: number;
  /** The map holds at least what the entries before this sequence say. */
  readonly covers: number;
  /** How many pairs are new or have another value. */
  readonly changes: number;
  readonly root: Digest;
}

/** The newest seal. */
export type StatusSealState = Pick<StatusSealed, 'covers' | 'number' | 'root' | 'time'>;
