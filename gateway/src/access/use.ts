import { LedgerError, MODES, type Mode, type Period } from '@lianpiao/chaincode/domain';
import type { Allowance } from '../stores/spending-table';
import type { GrantTerms } from './terms';

/** What is done with a grant: a decision is asked for, a page read, a template run, a stream opened. */
export type Use = 'check' | 'read' | 'run' | 'stream';

/** Which modes of a grant give what; a page is looked at or kept, and which of the two no machine can see. */
const MODES_OF: Readonly<Record<Use, readonly Mode[]>> = {
  check: MODES,
  read: ['view', 'store'],
  run: ['query'],
  stream: ['stream'],
};

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** Periods slide: none begins anew at midnight. A month is as long as the longest. */
const PERIOD_MS: Readonly<Record<Period, number>> = { hour: HOUR_MS, day: DAY_MS, month: 31 * DAY_MS };

/** The modes that a chain of grants gives: those of each; grants without conditions give all. */
export function modesOf(terms: readonly GrantTerms[]): readonly Mode[] {
  return MODES.filter((mode) => terms.every(({ conditions }) => conditions === undefined || conditions.modes.includes(mode)));
}

/** @throws LedgerError GRANT_MODE_MISSING when the grants do not give the data in this way. */
export function requireMode(use: Use, terms: readonly GrantTerms[]): void {
  const given = modesOf(terms);
  if (!MODES_OF[use].some((mode) => given.includes(mode)))
    throw new LedgerError('GRANT_MODE_MISSING', { found: given.join(', '), wanted: MODES_OF[use].join(', ') });
}

/**
 * How often the grants of a chain may be read from: a read under a sub-grant counts for those above it. A decision alone is no read.
 * @param now milliseconds since 1970.
 */
export function allowancesOf(use: Use, grants: readonly string[], terms: readonly GrantTerms[], now: number): Allowance[] {
  if (use === 'check') return [];
  return terms.flatMap(({ conditions }, place) => {
    const frequency = conditions?.frequency ?? null;
    const grant = grants[place];
    if (frequency === null || grant === undefined) return [];
    return [{ grant, count: frequency.count, since: now - PERIOD_MS[frequency.per] }];
  });
}
