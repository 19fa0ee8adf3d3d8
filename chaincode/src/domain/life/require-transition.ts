import { LedgerError, type ErrorCode } from '../errors';
import { GUARDS, TRANSITIONS, type Axis, type LifeRole, type LifeView, type Transition } from './axes';

/** The code by which a transition that an axis does not have is refused. */
export const WRONG_STATE: Readonly<Record<Axis, ErrorCode>> = {
  document: 'INVOICE_RED',
  correction: 'CORRECTION_STATE_WRONG',
  use: 'USE_STATE_WRONG',
  booking: 'BOOKING_STATE_WRONG',
  claim: 'CLAIM_STATE_WRONG',
  pledge: 'PLEDGE_STATE_WRONG',
};

/** The code for somebody who has no part in it. */
export const NOT_YOURS: Readonly<Record<Axis, ErrorCode>> = {
  document: 'CORRECTION_NOT_YOURS',
  correction: 'CORRECTION_NOT_YOURS',
  use: 'INVOICE_NOT_YOURS',
  booking: 'INVOICE_NOT_YOURS',
  claim: 'CLAIM_NOT_YOURS',
  pledge: 'PLEDGE_NOT_YOURS',
};

/**
 * The one transition of an axis by an event, for whoever asks.
 * @throws LedgerError the axis' code of a wrong state or a wrong role, or that of the first guard that does not hold; the
 * detail names the rule `life.<axis>.<event>` and, with `rules`, the version of the rule set.
 */
export function requireTransition(axis: Axis, event: string, view: LifeView, role: LifeRole, rules?: string): Transition {
  const rule = ruleName(axis, event, rules);
  const rows = TRANSITIONS.filter((each) => each.axis === axis && each.event === event);
  const fitting = rows.filter(({ from }) => from.includes(view[axis]));
  if (fitting.length === 0) {
    const wanted = [...new Set(rows.flatMap(({ from }) => from))].join(', ');
    throw new LedgerError(expiredCode(axis, view) ?? WRONG_STATE[axis], { rule, found: view[axis], wanted });
  }
  const own = fitting.find(({ by }) => by.includes(role));
  if (own === undefined) {
    throw new LedgerError(NOT_YOURS[axis], {
      rule,
      found: role,
      wanted: [...new Set(fitting.flatMap(({ by }) => by))].join(', '),
    });
  }
  for (const name of own.guards) {
    if (!GUARDS[name].holds(view)) throw new LedgerError(GUARDS[name].refuses, { rule: `${rule}: ${name}` });
  }
  return own;
}

/** `life.<axis>.<event>`, with the version of the rule set where one is in force. */
function ruleName(axis: Axis, event: string, rules: string | undefined): string {
  return `life.${axis}.${event}${rules === undefined ? '' : `@${rules}`}`;
}

/** What time has ended says so. */
function expiredCode(axis: Axis, view: LifeView): ErrorCode | undefined {
  if (axis === 'correction' && view.correction === '07') return 'CORRECTION_EXPIRED';
  return axis === 'claim' && view.claim === 'expired' ? 'CLAIM_EXPIRED' : undefined;
}
