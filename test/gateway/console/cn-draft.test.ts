import {
  changesOf,
  endKey,
  PERCENT,
  rateOfPercent,
  rulesOf,
  turnsOf,
  type CnRules,
} from '../../../gateway/console/src/pages/bureau/rules/cn-draft';

const IN_FORCE: CnRules = {
  rates: [
    { category: 'standard', rate: '0.16', from: '2018-05-01', to: '2019-03-31' },
    { category: 'standard', rate: '0.13', from: '2019-04-01' },
    { category: 'standard', rate: '0.09', from: '2019-04-01' },
    { category: 'levy', rate: '0.01', from: '2020-03-01', to: '2027-12-31' },
  ],
  tolerance: '0.01',
};
const ENDS = { [endKey(1)]: undefined, [endKey(2)]: undefined, [endKey(3)]: '2027-12-31' };

describe('new rates of the bureau [rows 000-004:A8]', () => {
  it.each([
    ['13', '0.13'],
    ['1.5', '0.015'],
    ['0.5', '0.005'],
    ['0', '0'],
    ['10', '0.1'],
    ['100', '1'],
    ['0.0001', '0.000001'],
  ])('%s % is the rate %s, digit for digit', (percent, rate) => {
    expect(PERCENT.test(percent)).toBe(true);
    expect(rateOfPercent(percent)).toBe(rate);
  });

  it.each(['', '-1', '101', '100.1', '1.00001', '1e1', '13%'])('"%s" is no percentage', (percent) => {
    expect(PERCENT.test(percent)).toBe(false);
  });

  it('changes nothing when nothing is typed', () => {
    const next = rulesOf({ ends: ENDS, tolerance: '0.01', added: [{ category: 'standard' }] }, IN_FORCE);
    expect(next).toEqual(IN_FORCE);
    expect(changesOf(IN_FORCE, next)).toEqual([]);
    expect(turnsOf(IN_FORCE, next)).toEqual([]);
  });

  it('says what ends, what comes, and which rates hold from which day', () => {
    const ends = { ...ENDS, [endKey(1)]: '2026-12-31', [endKey(3)]: '' };
    const next = rulesOf(
      { ends, tolerance: '0.02', added: [{ category: 'standard', percent: '12', from: '2027-01-01' }] },
      IN_FORCE,
    );
    expect(next.tolerance).toBe('0.02');
    expect(changesOf(IN_FORCE, next)).toEqual([
      { kind: 'ended', before: undefined, rate: { category: 'standard', rate: '0.13', from: '2019-04-01', to: '2026-12-31' } },
      { kind: 'ended', before: '2027-12-31', rate: { category: 'levy', rate: '0.01', from: '2020-03-01' } },
      { kind: 'added', rate: { category: 'standard', rate: '0.12', from: '2027-01-01' } },
    ]);
    const turns = turnsOf(IN_FORCE, next).map(({ day, rates }) => [day, ...rates.map(({ rate }) => rate)]);
    expect(turns).toEqual([
      ['2027-01-01', '0.09', '0.12', '0.01'],
      // The levy rate would have ended the day before.
      ['2028-01-01', '0.09', '0.12', '0.01'],
    ]);
  });
});
