import { LedgerError, type Role } from '@lianpiao/chaincode/domain';
import type { Principal } from './stores/access-store';

/** What each role may do over the API, in one place. The ledger's rules check it again for what changes the ledger. */
const POLICY = {
  'session.read': ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'invoice.issue': ['merchant', 'platform'],
  'invoice.read': ['bureau', 'auditor', 'merchant', 'platform', 'company'],
  'invoice.erase': ['bureau', 'merchant', 'platform'],
  'sale.record': ['merchant', 'platform'],
  'sale.read': ['merchant', 'platform'],
  'organisation.register': ['bureau'],
  'organisation.read': ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'organisation.list': ['bureau', 'auditor'],
  'till.register': ['bureau'],
  'till.read': ['bureau', 'auditor', 'merchant', 'platform'],
  'range.allot': ['bureau'],
  'range.assign': ['merchant', 'platform'],
  'delegation.change': ['merchant', 'platform'],
  'api-key.manage': ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'act.read': ['bureau', 'auditor'],
  'anchor.watch': ['bureau', 'auditor'],
  'provenance.register': ['bureau', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'provenance.note': ['bureau', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'resource.register': ['provider'],
  'resource.transfer': ['merchant', 'platform', 'company', 'provider', 'consumer'],
  'catalogue.read': ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'grant.give': ['provider', 'consumer'],
  'grant.change': ['provider', 'consumer'],
  'grant.read': ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'grant.token': ['provider', 'consumer'],
  'data.read': ['provider', 'consumer'],
  'audit.read': ['bureau', 'auditor'],
  'queue.watch': ['bureau'],
  'reconciliation.read': ['bureau', 'auditor'],
  'reconciliation.run': ['bureau'],
  'books.reconcile': ['merchant', 'platform'],
  'books.read': ['bureau', 'auditor', 'merchant', 'platform'],
  'stats.cut': ['bureau', 'auditor'],
  'stats.read': ['bureau', 'auditor', 'merchant', 'platform'],
  'change.read': ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'webhook.manage': ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof POLICY;

/** Roles that see every organisation's records. */
const SUPERVISORS: readonly Role[] = ['bureau', 'auditor'];

export function isSupervisor(principal: Pick<Principal, 'role'>): boolean {
  return SUPERVISORS.includes(principal.role);
}

/** @throws LedgerError ACTION_FORBIDDEN. */
export function requireAction(principal: Principal, action: Action): void {
  if (principal.grant !== undefined && action !== 'data.read')
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'token.data-only' });
  const roles: readonly Role[] = POLICY[action];
  if (!roles.includes(principal.role)) throw new LedgerError('ACTION_FORBIDDEN', { rule: `role.${action}` });
}

/** Only the bureau acts on other organisations than its own. @throws LedgerError ACTION_FORBIDDEN. */
export function requireOwnOrganisation(principal: Principal, organisation: string): void {
  if (principal.role !== 'bureau' && principal.organisation !== organisation) {
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'own-organisation' });
  }
}
