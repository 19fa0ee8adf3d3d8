import { MAX_CLOCK_SKEW_MS, parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import { lifeRules, type LifeRules } from '../life/life-rules';
import type { LedgerState } from '../ports/ledger-state';
import type { TillHead } from '../ports/state-values';

const HOUR_MS = 3_600_000;
/** How long an invoice may wait for its report where the bureau has published nothing else. */
export const FIRST_OFFLINE_HOURS = 24;

/** In milliseconds. */
export function offlineLease({ offlineHours = FIRST_OFFLINE_HOURS }: LifeRules): number {
  return offlineHours * HOUR_MS;
}

/**
 * The till's time of an invoice does not lie in the future, nor before its last one, and the ledger hears of it within the
 * lease: all by ledger time.
 * @param issuedAt the till's time. @param recordedAt the ledger's, which a replay knows by the entry.
 * @throws LedgerError OFFLINE_CLOCK_WRONG, OFFLINE_LEASE_OVER.
 */
export function requireInTime(
  state: Pick<LedgerState, 'get'>,
  { offline }: Pick<TillHead, 'offline'>,
  { issuedAt, recordedAt }: { readonly issuedAt: number; readonly recordedAt: number },
): void {
  if (issuedAt > recordedAt + MAX_CLOCK_SKEW_MS)
    throw new LedgerError('OFFLINE_CLOCK_WRONG', { path: '/time', rule: 'offline.not-in-future' });
  if (issuedAt < (parseTime(offline?.time) ?? 0))
    throw new LedgerError('OFFLINE_CLOCK_WRONG', { path: '/time', rule: 'offline.not-before-the-last' });
  const { values, cited } = lifeRules(state);
  if (recordedAt - issuedAt > offlineLease(values))
    throw new LedgerError('OFFLINE_LEASE_OVER', {
      path: '/time',
      rule: `offline.lease@${cited}`,
      wanted: `within ${String(offlineLease(values) / HOUR_MS)} h`,
    });
}
