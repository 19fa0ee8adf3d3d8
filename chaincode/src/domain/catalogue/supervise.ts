import { MS_PER_DAY } from '../access/conditions';
import { formatTime, parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireBureau, requireOrganisation } from '../registry/require';
import type { Role } from '../record/entry';
import type { SupervisionLooked, SupervisionStated } from './catalogue-entries';
import { requireVersion, type SupervisionState } from './catalogue-state';

/** Who can be an authority. */
const AUTHORITIES: readonly Role[] = ['auditor', 'bureau'];

/**
 * The bureau states that an authority looks at an organisation by a method, at least every so many days; another interval
 * replaces the one that stands, without putting off the look that is due, and 0 ends it.
 * @throws LedgerError ACTION_FORBIDDEN, ORGANISATION_UNKNOWN, SUPERVISION_AUTHORITY_WRONG, SUPERVISION_STANDS, SUPERVISION_UNKNOWN.
 */
export function stateSupervision(state: LedgerState, facts: Omit<SupervisionStated, 'commitment' | 'time' | 'type'>): void {
  requireBureau(state);
  const { authority, object, method, intervalDays } = facts;
  requireAuthority(state, authority, object);
  const key = stateKeys.supervision(authority, object, method);
  const before = state.get<SupervisionState>(key);
  const stood = before?.intervalDays ?? 0;
  if (stood === intervalDays)
    throw intervalDays === 0 ? unknown(object) : new LedgerError('SUPERVISION_STANDS', { path: '/intervalDays' });
  const value: SupervisionState =
    before !== undefined && stood > 0 && intervalDays > 0
      ? { ...before, intervalDays }
      : { intervalDays, since: formatTime(state.now), looks: before?.looks ?? 0 };
  state.put(key, value);
}

function requireAuthority(state: LedgerState, authority: string, object: string): void {
  const { role } = requireOrganisation(state, authority);
  requireOrganisation(state, object);
  if (!AUTHORITIES.includes(role)) throw new LedgerError('SUPERVISION_AUTHORITY_WRONG', { path: '/authority', found: role });
  if (authority === object) throw new LedgerError('SUPERVISION_AUTHORITY_WRONG', { path: '/object', found: object });
}

function unknown(object: string): LedgerError {
  return new LedgerError('SUPERVISION_UNKNOWN', { path: '/object', found: object });
}

/**
 * The authority has looked. The number follows the look before, so that one that is sent twice is recorded once.
 * @throws LedgerError ACTION_FORBIDDEN, ORGANISATION_UNKNOWN, SUPERVISION_UNKNOWN, VERSION_NOT_NEXT.
 */
export function lookAt(state: LedgerState, facts: Omit<SupervisionLooked, 'commitment' | 'time' | 'type'>): void {
  const { authority, object, method, number, finding } = facts;
  requireOrganisation(state, state.caller);
  if (authority !== state.caller) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'authority-signs', path: '/authority' });
  const key = stateKeys.supervision(authority, object, method);
  const before = state.get<SupervisionState>(key);
  if (before === undefined || before.intervalDays === 0) throw unknown(object);
  requireVersion(number, before.looks + 1, '/number');
  const value: SupervisionState = { ...before, looks: number, looked: formatTime(state.now), finding };
  state.put(key, value);
}

/** When the next look is due, in milliseconds of Unix time: an interval after the last, or after the first was promised. */
export function lookDue({ intervalDays, since, looked }: Pick<SupervisionState, 'intervalDays' | 'looked' | 'since'>): number {
  return (parseTime(looked ?? since) ?? 0) + intervalDays * MS_PER_DAY;
}
