import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { GrantGranted } from '../record/entry';
import { grantChain } from './check-grant';
import { basisRule } from './conditions';
import type { ConsentState } from './consent';
import type { ResourceState } from './resource';

type Wanted = Pick<GrantGranted, 'basis' | 'consent' | 'consumer' | 'parent' | 'resource'>;

/**
 * Personal data goes on to another organisation by a consent of its own that names it (个人信息保护法 §23), by the same data subject
 * as the consents above; and a consent that names somebody is for nobody else. It holds for new grants; those that stand on the
 * ledger from before consents could name anybody keep their meaning.
 * @throws LedgerError CONSENT_MISSING, GRANT_UNKNOWN for a grant above that there is none of.
 */
export function requireOwnConsent(state: Pick<LedgerState, 'get'>, wanted: Wanted): void {
  const consent = wanted.consent === undefined ? undefined : state.get<ConsentState>(stateKeys.consent(wanted.consent));
  // What there is none of is for the rule of the grant to refuse.
  if (wanted.consent !== undefined && consent === undefined) return;
  if (consent?.consumer !== undefined && consent.consumer !== wanted.consumer)
    throw new LedgerError('CONSENT_MISSING', { path: '/consent', wanted: 'for this consumer' });
  if (wanted.parent !== undefined && needsConsent(state, wanted)) checkPassedOn(state, consent, wanted.parent);
}

function checkPassedOn(state: Pick<LedgerState, 'get'>, consent: ConsentState | undefined, parent: string): void {
  if (consent?.consumer === undefined)
    throw new LedgerError('CONSENT_MISSING', { path: '/consent', wanted: 'one that names the consumer' });
  const others = grantChain(state, parent).flatMap((above) => above.consent ?? []);
  if (!others.every(({ subject }) => subject === consent.subject))
    throw new LedgerError('CONSENT_MISSING', { path: '/consent', wanted: 'of the same data subject' });
}

function needsConsent(state: Pick<LedgerState, 'get'>, { resource, basis }: Wanted): boolean {
  const personal = state.get<ResourceState>(stateKeys.resource(resource))?.personal === true;
  return personal && (basis === undefined || basisRule(basis).consent);
}
