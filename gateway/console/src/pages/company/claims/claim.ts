import type { Answer } from '../../../api/answers';

/** A claim as reading it answers. */
export type Claim = Answer<'readReservation'>;
