import {
  AXES,
  AXIS_STATES,
  isUntouched,
  LedgerError,
  LIFE_ROLES,
  NOT_YOURS,
  PENDING_CORRECTION,
  requireTransition,
  TRANSITIONS,
  WRONG_STATE,
  type Axis,
  type LifeView,
} from '@lianpiao/chaincode/domain';

/** Every combination of the states of all axes: 13,500. */
function everyView(): LifeView[] {
  let views: Record<string, string>[] = [{}];
  for (const axis of AXES) views = views.flatMap((view) => AXIS_STATES[axis].map((state) => ({ ...view, [axis]: state })));
  return views as unknown as LifeView[];
}

const EVENTS = [...new Map(TRANSITIONS.map(({ axis, event }) => [`${axis} ${event}`, { axis, event }])).values()];

function verdict(axis: Axis, event: string, view: LifeView, role: (typeof LIFE_ROLES)[number]): string {
  try {
    return `to ${requireTransition(axis, event, view, role).to}`;
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
}

/** Words of an invoice's life, written a second time and in another way, so that a slip in the tables shows. */
const STOPPED_BY_RED =
  /^(?:use (?:select|deduct)|booking (?:book|booked-.*)|claim (?:reserve|renew|settle)|pledge pledge|correction request-.*)$/;
const STOPPED_BY_PENDING = /^(?:use (?:select|deduct)|booking (?:book|booked-[^f].*)|claim (?:reserve|settle)|pledge pledge)$/;
const NEVER_LEFT: Readonly<Record<Axis, readonly string[]>> = {
  document: ['wholly-red'],
  correction: [],
  use: [],
  booking: [],
  claim: [],
  pledge: [],
};

// Millions of refusals: none of their stacks is looked at.
Error.stackTraceLimit = 0;

describe('every state of every axis × every event × every role', () => {
  const views = everyView();

  test('there are as many as the tables say', () => {
    expect(views).toHaveLength(3 * 15 * 3 * 10 * 5 * 2);
    expect(EVENTS.length * LIFE_ROLES.length).toBe(EVENTS.length * 5);
  });

  test.each(EVENTS)('$axis $event', ({ axis, event }) => {
    const rows = TRANSITIONS.filter((row) => row.axis === axis && row.event === event);
    const wrong: string[] = [];
    const name = `${axis} ${event}`;
    let accepted = 0;
    for (const view of views) {
      for (const role of LIFE_ROLES) {
        const said = verdict(axis, event, view, role);
        const from = rows.filter((row) => row.from.includes(view[axis]));
        const mine = from.find(({ by }) => by.includes(role));
        if (said.startsWith('to ')) {
          accepted += 1;
          const allowed =
            mine !== undefined &&
            said === `to ${mine.to}` &&
            !(view.document === 'wholly-red' && STOPPED_BY_RED.test(name)) &&
            !(PENDING_CORRECTION.includes(view.correction) && STOPPED_BY_PENDING.test(name)) &&
            !(view.pledge === 'pledged' && event.startsWith('request-')) &&
            (event !== 'request-alone' || isUntouched(view)) &&
            (event !== 'request-of-buyer' || !isUntouched(view)) &&
            !NEVER_LEFT[axis].includes(view[axis]);
          if (!allowed) wrong.push(`${role} ${JSON.stringify(view)}: ${said}`);
        } else if (from.length === 0) {
          if (![WRONG_STATE[axis], 'CORRECTION_EXPIRED', 'CLAIM_EXPIRED'].includes(said)) wrong.push(`${role}: ${said}`);
        } else if (mine === undefined) {
          if (said !== NOT_YOURS[axis]) wrong.push(`${role} ${JSON.stringify(view)}: ${said}`);
        } else if (mine.guards.length === 0) wrong.push(`${role} ${JSON.stringify(view)}: ${said} without a guard`);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
  });

  test('a void confirmation, a settled or ended claim and a wholly red invoice have no way back', () => {
    const leaves = (axis: Axis, state: string): string[] =>
      TRANSITIONS.filter((row) => row.axis === axis && row.from.includes(state) && row.to !== state).map(({ event }) => event);
    for (const state of ['05', '06', '07', '08', '09', '10', '11', '12', '13', 'completed'])
      // A new request after a void one is another confirmation with an id of its own.
      expect(leaves('correction', state)).toEqual(['request-alone', 'request-of-buyer', 'request-of-seller']);
    for (const state of ['settled', 'released', 'expired']) expect(leaves('claim', state)).toEqual(['reserve']);
    expect(leaves('document', 'wholly-red')).toEqual([]);
  });

  test('every state of every axis but the first is reached by an event, or by time', () => {
    const byTime = new Set(['correction 07', 'claim expired']);
    for (const axis of AXES) {
      for (const state of AXIS_STATES[axis].slice(1)) {
        const reached = TRANSITIONS.some((row) => row.axis === axis && row.to === state) || byTime.has(`${axis} ${state}`);
        expect(`${axis} ${state} ${String(reached)}`).toBe(`${axis} ${state} true`);
      }
    }
  });
});
