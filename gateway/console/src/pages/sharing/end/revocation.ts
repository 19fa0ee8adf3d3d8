import type { GrantDetail } from '../types';

export type Side = 'consumer' | 'provider';

/** As the ledger sees it: what was revoked before both could sign was revoked by the provider. */
export function revocationOf(grant: GrantDetail): { readonly by: Side; readonly signed: boolean } | undefined {
  return grant.revocation ?? (grant.status === 'revoked' ? { by: 'provider', signed: false } : undefined);
}

export function otherSide(side: Side): Side {
  return side === 'consumer' ? 'provider' : 'consumer';
}
