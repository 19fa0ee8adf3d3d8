import { isSupervisor } from '../access-policy';
import type { RegistryReader } from '../issuing/registry-reader';
import type { Principal } from '../stores/access-store';
import type { IndexScope } from '../stores/index-store';

/** Whose invoices a caller may list: everybody's, its own sales and those it issues for others, or what it bought. */
export function scopeOf(principal: Principal, registry: RegistryReader): IndexScope {
  if (isSupervisor(principal)) return { all: true };
  if (principal.role === 'company') return { buyer: registry.party(principal.organisation)?.taxId ?? '' };
  return { sellers: [principal.organisation, ...registry.delegatorsOf(principal.organisation)] };
}
