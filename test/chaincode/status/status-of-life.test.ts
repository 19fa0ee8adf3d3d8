import fc from 'fast-check';
import {
  AXES,
  AXIS_STATES,
  executeCommand,
  hasher,
  invoicesOf,
  LedgerError,
  lifeOf,
  parseAxisStatus,
  sealRecord,
  stateAt,
  statusOfLife,
  statusRecord,
  STATUS_AXES,
  STATUS_AXIS_NAMES,
  stateKeys,
  viewOf,
  type ClaimState,
  type LifeEntry,
  type StatusAxis,
} from '@lianpiao/chaincode/domain';
import { LifeTrial, saltOf } from '../../support/life';

/** Random things that happen to two invoices, refused ones among them. */
const step = fc.record({
  what: fc.constantFrom('use', 'book', 'reserve', 'claim', 'ask', 'answer', 'complete', 'wait'),
  pick: fc.nat(3),
  event: fc.nat(9),
  claim: fc.nat(4),
  minutes: fc.integer({ min: 1, max: 3000 }),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const USE = ['select', 'unselect', 'deduct', 'roll-back'];
const BOOK = ['book', 'booked-deductible', 'booking-failed', 'undo', 'undone'];
const CLAIM = ['renew', 'release', 'settle'];

class Story {
  readonly trial = new LifeTrial();
  readonly invoices = [this.trial.issue('A-1'), this.trial.issue('A-2')] as const;
  #ids = 0;

  /** Does one thing. @returns the entry, undefined when it was refused. */
  take({ what, pick, event, claim, minutes }: Step): LifeEntry | undefined {
    const { trial } = this;
    const number = this.invoices[pick % 2] as string;
    const id = `claim-${String(claim)}`;
    const correction = lifeOf(trial.state, number)?.correction ?? 'none-yet';
    const fence = trial.state.get<ClaimState>(stateKeys.claim(id))?.fence ?? 1;
    const some = (events: readonly string[]): string => events[event % events.length] as string;
    try {
      if (what === 'wait') trial.state.now += minutes * 60_000;
      if (what === 'use') return this.#do('buyer', { type: 'use.changed', invoice: number, event: some(USE) }, {}, [number]);
      if (what === 'book')
        return this.#do('buyer', { type: 'booking.changed', invoice: number, event: some(BOOK) }, {}, [number]);
      if (what === 'reserve') return this.#do(...trial.reservation('buyer', id, { [number]: '10.00' }, minutes));
      if (what === 'claim') return this.#do(...trial.changeClaim('buyer', id, some(CLAIM), fence));
      if (what === 'answer') return this.#do('buyer', { type: 'correction.changed', correction, event: some(['confirm', 'refuse']), as: 'buyer' }, {}, [number]); // prettier-ignore
      if (what === 'ask') {
        this.#ids += 1;
        const facts = { type: 'correction.requested', correction: `correction-${String(this.#ids)}`, invoice: number, reason: '02' } as const; // prettier-ignore
        return this.#do('shop', facts, {}, [number]);
      }
      if (what === 'complete' && correction !== 'none-yet') trial.complete(correction, number);
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
    }
    return undefined;
  }

  #do(...change: Parameters<LifeTrial['change']>): LifeEntry {
    return this.trial.change(...change).entry as LifeEntry;
  }
}

describe('the status that the map commits to', () => {
  it('has the axes and the first states of an invoice’s life', () => {
    expect(STATUS_AXIS_NAMES).toEqual(AXES);
    expect(STATUS_AXES).toEqual(Object.fromEntries(AXES.map((axis) => [axis, AXIS_STATES[axis][0]])));
    for (const state of Object.values(AXIS_STATES).flat()) expect(parseAxisStatus({ state })).toEqual({ state });
  });

  it('says at every time what the rules say, whatever has happened; and every entry names the invoices that it changed', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        fc.array(fc.integer({ min: 0, max: 8000 }), { maxLength: 3 }),
        (steps, later) => {
          const story = new Story();
          const { state } = story.trial;
          const textOf = (number: string): string => JSON.stringify(statusOfLife(state, lifeOf(state, number)));
          for (const one of steps) {
            const before = story.invoices.map(textOf);
            const entry = story.take(one);
            const changed = story.invoices.filter((number, place) => textOf(number) !== before[place]);
            if (entry === undefined) continue;
            accepted += 1;
            expect(invoicesOf(state, entry)).toEqual(expect.arrayContaining(changed));
          }
          for (const number of story.invoices) {
            const life = lifeOf(state, number);
            const status = statusOfLife(state, life);
            for (const minutes of [0, ...later]) {
              const at = state.now + minutes * 60_000;
              const told = Object.fromEntries(
                STATUS_AXIS_NAMES.map((axis: StatusAxis) => [axis, stateAt(axis, status[axis], at)]),
              );
              expect(told).toEqual(viewOf(state, life, at));
            }
          }
        },
      ),
    );
    // The story is not one of refusals.
    expect(accepted).toBeGreaterThan(50);
  });

  it('is another value for another status or another invoice, and the same again for the same', () => {
    const trial = new LifeTrial();
    const status = statusOfLife(trial.state, undefined);
    const value = (seed: string, one = status): string => sealRecord(statusRecord(hasher().sha256(seed), one));
    expect(value('a')).toBe(value('a'));
    expect(value('a')).not.toBe(value('b'));
    expect(value('a', { ...status, document: { state: 'partly-red' } })).not.toBe(value('a'));
    const { seed } = statusRecord(hasher().sha256('a'), status);
    expect(seed).not.toBe(statusRecord(hasher().sha256('a'), { ...status, claim: { state: 'settled' } }).seed);
  });
});

describe('a seal of the map of statuses', () => {
  const root = hasher().sha256('root');
  const seal = (trial: LifeTrial, caller: string, facts: object): string => {
    trial.state.caller = caller;
    const record = { seed: hasher().sha256(saltOf('seal')), fields: [] };
    try {
      executeCommand(trial.state, {
        type: 'entry.record',
        facts: { type: 'status.sealed', number: 1, covers: 5, changes: 0, root, ...facts },
        record,
      });
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      return error.code;
    }
    return 'accepted';
  };

  it('follows the one before: no number twice, none left out, and what is covered never shrinks', () => {
    const trial = new LifeTrial();
    expect(seal(trial, 'bureau', { number: 2 })).toBe('STATUS_NOT_CONTIGUOUS');
    expect(seal(trial, 'bureau', {})).toBe('accepted');
    expect(seal(trial, 'bureau', {})).toBe('STATUS_NOT_CONTIGUOUS');
    expect(seal(trial, 'bureau', { number: 2, covers: 4 })).toBe('STATUS_NOT_CONTIGUOUS');
    expect(seal(trial, 'bureau', { number: 2 })).toBe('accepted');
    expect(trial.state.get(stateKeys.status)).toMatchObject({ number: 2, covers: 5, root });
  });

  it('is the bureau’s alone, and of a bounded length', () => {
    const trial = new LifeTrial();
    expect(seal(trial, 'shop', {})).toBe('ACTION_FORBIDDEN');
    expect(seal(trial, 'bureau', { changes: 1025 })).toBe('FIELD_INVALID');
    expect(seal(trial, 'bureau', { root: 'x' })).toBe('FIELD_INVALID');
    expect(trial.state.get(stateKeys.status)).toBeUndefined();
  });
});
