import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { AuditSealed } from '../record/entry';
import { requireBureau } from '../registry/require';

/** How many entries of the audit log the ledger holds roots for. */
export type AuditState = { readonly sealed: number };

/**
 * The bureau puts the Merkle root (RFC 6962) of the next audit entries on the ledger. Seals follow each other without gap
 * or overlap, so of two that race one is refused, and no entry can be left out later.
 * @throws LedgerError AUDIT_NOT_CONTIGUOUS, ACTION_FORBIDDEN.
 */
export function sealAudit(state: LedgerState, entry: Pick<AuditSealed, 'count' | 'first'>): void {
  requireBureau(state);
  const sealed = state.get<AuditState>(stateKeys.audit)?.sealed ?? 0;
  if (entry.first !== sealed)
    throw new LedgerError('AUDIT_NOT_CONTIGUOUS', { path: '/first', found: String(entry.first), wanted: String(sealed) });
  const value: AuditState = { sealed: sealed + entry.count };
  state.put(stateKeys.audit, value);
}
