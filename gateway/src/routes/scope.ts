import { isSupervisor } from '../access-policy';
import type { RegistryReader } from '../issuing/registry-reader';
import type { Principal } from '../stores/access-store';
import type { IndexScope } from '../stores/index-store';

/** In whose name something is read, whichever key asks. */
export type Viewer = Pick<Principal, 'organisation' | 'role'>;

/** Whose invoices a caller may list: everybody's, its own sales and those it issues for others, or what it bought. */
export function scopeOf(viewer: Viewer, registry: RegistryReader): IndexScope {
  if (isSupervisor(viewer)) return { all: true };
  if (viewer.role === 'company') return { buyer: registry.party(viewer.organisation)?.taxId ?? '' };
  return { sellers: [viewer.organisation, ...registry.delegatorsOf(viewer.organisation)] };
}
