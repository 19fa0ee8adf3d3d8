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
  'coverage.read': ['bureau', 'auditor', 'merchant', 'platform'],
  'invoice.use': ['company', 'merchant', 'platform'],
  'correction.request': ['merchant', 'platform', 'company'],
  'correction.answer': ['merchant', 'platform', 'company'],
  'correction.void': ['bureau'],
  'correction.read': ['bureau', 'auditor', 'merchant', 'platform', 'company'],
  'claim.hold': ['company', 'merchant', 'platform'],
  'claim.read': ['bureau', 'auditor', 'merchant', 'platform', 'company'],
  'pledge.make': ['merchant', 'platform'],
  'pledge.release': ['company'],
  'pledge.read': ['bureau', 'auditor', 'merchant', 'platform', 'company'],
  'figures.issue': ['merchant', 'platform'],
  'rules.publish': ['bureau'],
  'organisation.register': ['bureau'],
  'organisation.read': ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'organisation.list': ['bureau', 'auditor'],
  'till.register': ['bureau'],
  'till.hold-key': ['merchant', 'platform'],
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
  'directory.keep': ['bureau'],
  'supervision.look': ['bureau', 'auditor'],
  'catalogue.publish': ['provider'],
  'catalogue.regrade': ['bureau', 'provider'],
  'feedback.give': ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'feedback.answer': ['provider'],
  'grant.give': ['provider', 'consumer'],
  'grant.change': ['provider', 'consumer'],
  'grant.read': ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'],
  'grant.token': ['provider', 'consumer'],
  'data.read': ['provider', 'consumer'],
  'usage.read': ['bureau', 'auditor', 'provider', 'consumer'],
  'usage.answer': ['provider', 'consumer'],
  'copy.trace': ['provider'],
  'template.approve': ['provider'],
  'run.read': ['provider', 'consumer'],
  'run.list': ['bureau', 'auditor', 'provider', 'consumer'],
  'offer.publish': ['provider'],
  'consent.record': ['provider'],
  'crossing.approve': ['bureau'],
  'request.make': ['provider', 'consumer'],
  'request.answer': ['provider', 'consumer'],
  'negotiation.take-part': ['provider', 'consumer'],
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

/** Reads under a grant are refused by whoever decides on the grant, so that the refusal is written down under it. @throws LedgerError CERTIFICATE_UNPROVEN, ACTION_FORBIDDEN. */
export function requireAction(principal: Principal, action: Action): void {
  if (principal.uncertified === true && action !== 'data.read') throw new LedgerError('CERTIFICATE_UNPROVEN');
  if (principal.grant !== undefined && action !== 'data.read')
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'token.data-only' });
  const roles: readonly Role[] = POLICY[action];
  if (!roles.includes(principal.role)) throw new LedgerError('ACTION_FORBIDDEN', { rule: `role.${action}` });
}

/**
 * For which organisation a person acts, by the identity provider's word: one claim, one organisation. Its role is the ledger's word,
 * never the provider's, and what the role may do stands in the table above.
 * @throws LedgerError ACCOUNT_UNKNOWN
 */
export function organisationOfClaims(claims: Readonly<Record<string, unknown>>, claim: string): string {
  const named = claims[claim];
  if (typeof named !== 'string' || named === '') throw new LedgerError('ACCOUNT_UNKNOWN', { rule: 'organisation-claim' });
  return named;
}

/** Only the bureau acts on other organisations than its own. @throws LedgerError ACTION_FORBIDDEN. */
export function requireOwnOrganisation(principal: Principal, organisation: string): void {
  if (principal.role !== 'bureau' && principal.organisation !== organisation) {
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'own-organisation' });
  }
}
