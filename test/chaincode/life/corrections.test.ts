import { stateKeys, type CorrectionState, type LifeState } from '@lianpiao/chaincode/domain';
import { LifeTrial, saltOf } from '../../support/life';

const HOUR_MS = 3_600_000;
const life = (trial: LifeTrial, number: string): LifeState => trial.state.get(stateKeys.life(number)) as LifeState;
const correction = (trial: LifeTrial, id: string): CorrectionState =>
  trial.state.get(stateKeys.correction(id)) as CorrectionState;

type Call = Parameters<LifeTrial['change']>;
const request = (id: string, number: string, lines?: object[], caller = 'shop'): Call => [
  caller,
  { type: 'correction.requested', correction: id, reason: '02' },
  { ...(caller === 'shop' ? {} : { by: 'buyer' }), ...(lines === undefined ? {} : { lines: lines as never }) },
  [number],
];
const answer = (caller: string, id: string, event: string, number: string, as = caller === 'shop' ? 'seller' : caller): Call => [
  caller,
  { type: 'correction.changed', correction: id, event, as },
  {},
  [number],
];
const use = (event: string, number: string): Call => ['buyer', { type: 'use.changed', invoice: number, event }, {}, [number]];

describe('red letters', () => {
  test('the seller alone corrects what nobody has used; the red invoice is one of its own', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1');
    trial.change(...request('red-1', number));
    expect(correction(trial, 'red-1').status).toBe('01');
    const red = trial.complete('red-1', number);
    expect(red).not.toBe(number);
    expect(life(trial, number).document).toBe('wholly-red');
    expect(correction(trial, 'red-1')).toMatchObject({ status: 'completed', red });
    expect(trial.refusal(...request('red-2', number))).toBe('INVOICE_RED');
    expect(trial.refusal(...trial.reservation('buyer', 'claim-1', { [number]: '1.00' }))).toBe('INVOICE_RED');
    // A red invoice is neither corrected nor reimbursed.
    expect(trial.refusal(...request('red-3', red))).toBe('INVOICE_RED');
    expect(trial.refusal(...trial.reservation('buyer', 'claim-1', { [red]: '1.00' }))).toBe('INVOICE_RED');
  });

  test('a used invoice needs the other side, within 72 hours of the ledger’s time', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1');
    trial.change(...use('select', number));
    trial.change(...request('red-1', number));
    expect(correction(trial, 'red-1').status).toBe('02');
    expect(trial.refusal(...answer('shop', 'red-1', 'confirm', number))).toBe('CORRECTION_NOT_YOURS');
    expect(trial.refusal(...answer('rival', 'red-1', 'confirm', number, 'buyer'))).toBe('INVOICE_NOT_YOURS');
    expect(trial.refusal(...request('red-2', number))).toBe('CORRECTION_PENDING');
    expect(trial.refusal(...use('deduct', number))).toBe('CORRECTION_PENDING');
    trial.state.now += 72 * HOUR_MS;
    expect(trial.refusal(...answer('buyer', 'red-1', 'confirm', number))).toBe('CORRECTION_EXPIRED');
    // A void one gives way to a new one, under a new id.
    expect(trial.refusal(...request('red-1', number))).toBe('CORRECTION_EXISTS');
    trial.change(...request('red-2', number));
    trial.state.now += 72 * HOUR_MS - 1;
    trial.change(...answer('buyer', 'red-2', 'confirm', number));
    expect(correction(trial, 'red-2').status).toBe('04');
    trial.complete('red-2', number);
    expect(life(trial, number).document).toBe('wholly-red');
  });

  test('a clock that goes back does not bring back a request whose time had ended when others came', () => {
    const trial = new LifeTrial();
    const [first, second] = [trial.issue('A-1'), trial.issue('A-2')];
    for (const number of [first, second]) trial.change(...use('select', number));
    trial.change(...request('red-1', first));
    trial.change(...request('red-2', second));
    trial.state.now += 72 * HOUR_MS;
    trial.change(...request('red-3', first));
    trial.reserve('buyer', 'claim-1', { [second]: '545.00' });
    trial.state.now -= 2000;
    expect(trial.refusal(...answer('buyer', 'red-1', 'confirm', first))).toBe('CORRECTION_EXPIRED');
    expect(trial.refusal(...answer('buyer', 'red-2', 'confirm', second))).toBe('CORRECTION_EXPIRED');
    trial.change(...answer('buyer', 'red-3', 'confirm', first));
  });

  test('refused, withdrawn, withdrawn after confirmation, made void by the bureau', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1');
    trial.change(...use('select', number));
    const outcomes: [id: string, starts: string, ...steps: Call[]][] = [
      ['red-05', 'shop', answer('buyer', 'red-05', 'refuse', number)],
      ['red-06', 'buyer', answer('shop', 'red-06', 'refuse', number)],
      ['red-08', 'buyer', answer('buyer', 'red-08', 'withdraw', number)],
      ['red-09', 'buyer', answer('shop', 'red-09', 'confirm', number), answer('buyer', 'red-09', 'withdraw-confirmed', number)],
      ['red-10', 'shop', answer('bureau', 'red-10', 'void-abnormal', number)],
      ['red-11', 'shop', answer('bureau', 'red-11', 'void-blocked', number)],
      ['red-12', 'shop', answer('bureau', 'red-12', 'refuse-as-person', number)],
      ['red-13', 'shop', answer('bureau', 'red-13', 'void-refund', number)],
    ];
    for (const [id, starts, ...steps] of outcomes) {
      trial.change(...request(id, number, undefined, starts));
      for (const step of steps) trial.change(...step);
      expect(correction(trial, id).status).toBe(id.slice(-2));
      expect(() => trial.complete(id, number)).toThrow('CORRECTION_UNCONFIRMED');
    }
    trial.change(...request('red-20', number));
    trial.change(...answer('buyer', 'red-20', 'confirm', number));
    // Only whoever began it withdraws it, and only the bureau makes it void.
    expect(trial.refusal(...answer('buyer', 'red-20', 'withdraw-confirmed', number))).toBe('CORRECTION_NOT_YOURS');
    expect(trial.refusal(...answer('shop', 'red-20', 'void-abnormal', number, 'bureau'))).toBe('ACTION_FORBIDDEN');
  });

  test('partly, by line and rate: all red invoices together never take more than there was', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1', {
      lines: [
        { name: '大米', net: '500.00', rate: '0.09', tax: '45.00' },
        { name: '咨询', net: '100.00', rate: '0.06', tax: '6.00' },
      ],
      totals: { net: '600.00', tax: '51.00', gross: '651.00' },
    });
    expect(trial.refusal(...request('red-1', number, [{ line: 1, net: '500.01', tax: '45.00' }]))).toBe('REFUND_TOO_LARGE');
    expect(trial.refusal(...request('red-1', number, [{ line: 2, net: '50.00', tax: '4.50' }]))).toBe('LINE_TAX_WRONG');
    expect(trial.refusal(...request('red-1', number, [{ line: 3, net: '1.00' }]))).toBe('REFUND_LINE_UNKNOWN');
    const wrongOrder = [
      { line: 2, net: '1.00', tax: '0.06' },
      { line: 1, net: '1.00', tax: '0.09' },
    ];
    expect(trial.refusal(...request('red-1', number, wrongOrder))).toBe('FIELD_INVALID');
    trial.change(...request('red-1', number, [{ line: 1, net: '200.00', tax: '18.00' }]));
    trial.complete('red-1', number);
    expect(life(trial, number).document).toBe('partly-red');
    expect(trial.refusal(...request('red-2', number, [{ line: 1, net: '300.01', tax: '27.00' }]))).toBe('REFUND_TOO_LARGE');
    expect(trial.refusal(...trial.reservation('buyer', 'claim-1', { [number]: '433.01' }))).toBe('CLAIM_AMOUNT_TAKEN');
    trial.change(...request('red-2', number));
    trial.complete('red-2', number);
    expect(life(trial, number).document).toBe('wholly-red');
  });

  test('a red invoice that was not asked for so, or a second time, is refused', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1');
    trial.change(...request('red-1', number, [{ line: 1, net: '100.00', tax: '9.00' }]));
    const record = trial.record(correction(trial, 'red-1').commitment);
    const more = {
      lines: [{ name: '*谷物*大米', unit: '袋', net: '-200.00', rate: '0.09', tax: '-18.00' }],
      totals: { net: '-200.00', tax: '-18.00', gross: '-218.00' },
      corrects: { correction: 'red-1', invoice: number },
    };
    expect(() => trial.issue('red:red-1', more, record)).toThrow('CORRECTION_CONTENT_WRONG');
    expect(() => trial.issue('red:red-1', more)).toThrow('LIFE_OPENING_WRONG');
    expect(() => trial.issue('X', { ...more, corrects: { correction: 'no-such', invoice: number } })).toThrow(
      'CORRECTION_UNKNOWN',
    );
    trial.complete('red-1', number);
    expect(() => trial.complete('red-1', number)).toThrow('INVOICE_EXISTS');
  });

  test('what was settled before a red letter is due back', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1');
    trial.reserve('buyer', 'claim-1', { [number]: '500.00' });
    trial.change(...trial.changeClaim('buyer', 'claim-1', 'settle', 1));
    trial.change(...request('red-1', number, [{ line: 1, net: '100.00', tax: '9.00' }]));
    expect(correction(trial, 'red-1').status).toBe('02');
    trial.change(...answer('buyer', 'red-1', 'confirm', number));
    trial.complete('red-1', number);
    expect(life(trial, number)).toMatchObject({ document: 'partly-red', clawback: true });
  });

  test('of an invoice to a person, whoever reimburses it confirms', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1', { buyer: { name: '张三' } });
    trial.reserve('rival', 'claim-1', { [number]: '545.00' });
    trial.change(...request('red-1', number));
    const side = { claim: 'claim-1', salt: saltOf('claim-1') };
    const facts = { type: 'correction.changed', correction: 'red-1', event: 'confirm', as: 'buyer' } as const;
    expect(trial.refusal('buyer', facts, side, [number])).toBe('INVOICE_NOT_YOURS');
    trial.change('rival', facts, side, [number]);
    expect(correction(trial, 'red-1').status).toBe('04');
  });
});
