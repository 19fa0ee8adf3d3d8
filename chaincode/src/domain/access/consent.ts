import type { Digest } from '../encoding/digest';
import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import { requireResource } from './resource';
import type { ConsentGiven, ConsentWithdrawn } from './sharing-entries';

/** A data subject's consent in the ledger's state. */
export type ConsentState = {
  readonly resource: string;
  readonly subject: Digest;
  readonly text: Digest;
  readonly textVersion: string;
  /** Who recorded it. */
  readonly collector: string;
  /** Whom it lets have the data; absent where the text alone says so. */
  readonly consumer?: string;
  readonly until?: string;
  readonly withdrawn: boolean;
};

/**
 * The controller of a resource records that a data subject agreed.
 * @throws LedgerError RESOURCE_UNKNOWN, RESOURCE_NOT_YOURS, ORGANISATION_UNKNOWN, CONSENT_EXISTS, CONSENT_MISSING when it is over already.
 */
export function giveConsent(state: LedgerState, { consent, ...entry }: ConsentGiven): void {
  if (requireResource(state, entry.resource).controller !== state.caller)
    throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
  if (state.get(stateKeys.consent(consent)) !== undefined) throw new LedgerError('CONSENT_EXISTS', { path: '/consent' });
  const { resource, subject, text, textVersion, consumer, until } = entry;
  if (consumer !== undefined) requireOrganisation(state, consumer);
  const value: ConsentState = {
    resource,
    subject,
    text,
    textVersion,
    collector: state.caller,
    ...(consumer === undefined ? undefined : { consumer }),
    ...(until === undefined ? undefined : { until }),
    withdrawn: false,
  };
  if (!isLive(value, state.now)) throw new LedgerError('CONSENT_MISSING', { path: '/until', wanted: 'a time to come' });
  state.put(stateKeys.consent(consent), value);
}

/**
 * The data subject takes it back, and everything that rests on it stops. Whoever recorded it records that, and the
 * controller of the day.
 * @throws LedgerError CONSENT_UNKNOWN, CONSENT_NOT_YOURS, CONSENT_WITHDRAWN.
 */
export function withdrawConsent(state: LedgerState, { consent }: ConsentWithdrawn): void {
  const before = requireConsent(state, consent);
  const controller = requireResource(state, before.resource).controller;
  if (before.collector !== state.caller && controller !== state.caller) throw new LedgerError('CONSENT_NOT_YOURS');
  if (before.withdrawn) throw new LedgerError('CONSENT_WITHDRAWN');
  state.put(stateKeys.consent(consent), { ...before, withdrawn: true });
}

/** @throws LedgerError CONSENT_UNKNOWN. */
export function requireConsent(state: Pick<LedgerState, 'get'>, id: string): ConsentState {
  const consent = state.get<ConsentState>(stateKeys.consent(id));
  if (consent === undefined) throw new LedgerError('CONSENT_UNKNOWN', { path: '/consent', found: id });
  return consent;
}

export function isLive({ withdrawn, until }: Pick<ConsentState, 'until' | 'withdrawn'>, now: number): boolean {
  return !withdrawn && (until === undefined || now < (parseTime(until) ?? 0));
}
