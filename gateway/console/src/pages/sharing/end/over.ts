import type { GrantDetail } from '../types';

/** States that do not go away: the grant is over for good, and its consumer owes the statement that the data are deleted. */
const OVER: readonly GrantDetail['effective'][] = ['revoked', 'expired', 'consent-withdrawn', 'not-approved'];

export function isOver({ effective }: Pick<GrantDetail, 'effective'>): boolean {
  return OVER.includes(effective);
}
