import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { GrantGranted } from '../record/entry';
import { basisRule, HOME_REGION, MS_PER_DAY } from './conditions';
import { isLive, requireConsent } from './consent';
import type { CrossingState } from './crossing';
import type { GrantState } from './grant';
import type { ResourceState } from './resource';
import type { StandingState } from './standing';

type Facts = Omit<GrantGranted, 'commitment' | 'time' | 'type'>;
type ReadState = Pick<LedgerState, 'get' | 'now'>;

const milliseconds = (time: string): number => parseTime(time) ?? Number.NaN;

/**
 * The conditions under which a grant is given at all.
 * @throws LedgerError GRANT_CONDITIONS_MISSING, GRANT_TERM_INVALID, GRANT_SCOPE_WIDER, CONSENT_MISSING, CONSENT_UNKNOWN,
 * CONSENT_WITHDRAWN, CROSSING_NOT_APPROVED, REVIEW_DUE.
 */
export function checkConditions(state: ReadState, entry: Facts, resource: ResourceState, parent: GrantState | undefined): void {
  if (entry.version === undefined) refuseUnversioned(entry, parent);
  else checkFacts(entry, parent);
  checkEmergency(state, entry);
  checkConsent(state, entry, resource);
  checkRegion(state, entry);
}

/** A grant of version 1 has no conditions, and rests on none that has. */
function refuseUnversioned(entry: Facts, parent: GrantState | undefined): void {
  const named = (['basis', 'keepDays', 'region', 'reviewBy', 'approval', 'standing'] as const).find(
    (name) => entry[name] !== undefined,
  );
  if (named !== undefined) throw new LedgerError('GRANT_CONDITIONS_MISSING', { path: `/${named}`, wanted: 'version 2' });
  if (parent?.version === 2) throw new LedgerError('GRANT_SCOPE_WIDER', { path: '/version', wanted: 'version 2' });
}

function checkFacts(entry: Facts, parent: GrantState | undefined): void {
  for (const name of ['basis', 'keepDays', 'region'] as const) {
    if (entry[name] === undefined) throw new LedgerError('GRANT_CONDITIONS_MISSING', { path: `/${name}` });
  }
  if (parent?.keepDays !== undefined && (entry.keepDays ?? 0) > parent.keepDays)
    throw new LedgerError('GRANT_SCOPE_WIDER', { path: '/keepDays', wanted: `at most ${String(parent.keepDays)}` });
}

/** An emergency is short, is looked at afterwards, and the next one waits until the last one was. */
function checkEmergency(state: ReadState, entry: Facts): void {
  const { days, reviewDays = 0 } = entry.basis === undefined ? {} : basisRule(entry.basis);
  if (days === undefined) {
    if (entry.reviewBy !== undefined)
      throw new LedgerError('FIELD_INVALID', { path: '/reviewBy', wanted: 'nothing on this basis' });
    return;
  }
  const end = milliseconds(entry.until);
  if (end - milliseconds(entry.from) > days * MS_PER_DAY)
    throw new LedgerError('GRANT_TERM_INVALID', { path: '/until', wanted: `at most ${String(days)} days on this basis` });
  checkReview(entry.reviewBy, end, reviewDays);
  const earlier = state.get<string>(stateKeys.emergency(entry.resource, entry.consumer)) ?? '';
  if (earlier !== '') throw new LedgerError('REVIEW_DUE', { found: earlier });
}

function checkReview(reviewBy: string | undefined, end: number, reviewDays: number): void {
  if (reviewBy === undefined) throw new LedgerError('GRANT_CONDITIONS_MISSING', { path: '/reviewBy' });
  if (milliseconds(reviewBy) < end || milliseconds(reviewBy) > end + reviewDays * MS_PER_DAY)
    throw new LedgerError('GRANT_TERM_INVALID', { path: '/reviewBy', wanted: `within ${String(reviewDays)} days of the end` });
}

/** Personal data needs the subject's word, but for duties by law and emergencies. What a sub-grant needs beside: `require-own-consent.ts`. */
function checkConsent(state: ReadState, entry: Facts, resource: ResourceState): void {
  const { consent, basis, parent } = entry;
  if (consent === undefined) {
    const free = parent !== undefined || (basis !== undefined && !basisRule(basis).consent);
    if (resource.personal === true && !free) throw new LedgerError('CONSENT_MISSING', { path: '/consent' });
    return;
  }
  const given = requireConsent(state, consent);
  if (given.resource !== entry.resource)
    throw new LedgerError('CONSENT_MISSING', { path: '/consent', wanted: 'of this resource' });
  if (!isLive(given, state.now)) throw new LedgerError('CONSENT_WITHDRAWN', { path: '/consent' });
}

function checkRegion(state: ReadState, { region, approval, resource, consumer, until }: Facts): void {
  if (region === undefined || region === HOME_REGION) return;
  const given = approval === undefined ? undefined : state.get<CrossingState>(stateKeys.crossing(approval));
  if (given === undefined || !isFor(given, { resource, consumer, region }) || !isLive(given, state.now))
    throw new LedgerError('CROSSING_NOT_APPROVED', { path: '/approval' });
  if (milliseconds(until) > milliseconds(given.until))
    throw new LedgerError('CROSSING_NOT_APPROVED', { path: '/until', wanted: given.until });
}

function isFor(given: CrossingState, wanted: Pick<CrossingState, 'consumer' | 'region' | 'resource'>): boolean {
  return (['resource', 'consumer', 'region'] as const).every((name) => given[name] === wanted[name]);
}

/**
 * The provider that signs for a grant: the caller itself, or the controller that signed in advance.
 * @throws LedgerError ACTION_FORBIDDEN, STANDING_CLOSED, GRANT_SCOPE_WIDER.
 */
export function checkSigner(state: LedgerState, entry: Facts): void {
  const { standing, provider } = entry;
  if (standing === undefined) {
    if (provider !== state.caller) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'provider-signs' });
    return;
  }
  const signed = state.get<StandingState>(stateKeys.standing(standing));
  if (signed === undefined || signed.closed || state.now >= milliseconds(signed.until))
    throw new LedgerError('STANDING_CLOSED', { path: '/standing' });
  if (entry.consumer !== state.caller) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'consumer-draws' });
  if (!isDrawn(entry, signed)) throw new LedgerError('GRANT_SCOPE_WIDER', { path: '/standing' });
  if (milliseconds(entry.until) - milliseconds(entry.from) > signed.days * MS_PER_DAY)
    throw new LedgerError('GRANT_SCOPE_WIDER', { path: '/until', wanted: `at most ${String(signed.days)} days` });
}

/** What is drawn says what was signed, adds nothing, and stays at home. */
function isDrawn(entry: Facts, signed: StandingState): boolean {
  const same = (['resource', 'consumer', 'provider', 'basis', 'keepDays'] as const).every((name) => entry[name] === signed[name]);
  return same && entry.right === 'use' && entry.parent === undefined && entry.region === HOME_REGION;
}
