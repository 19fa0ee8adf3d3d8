import { CN_RATES, CN_RULES_VERSION, isRateInForce } from '@lianpiao/chaincode/domain';

describe('rates in force', () => {
  it.each([
    ['standard', '0.13', '2026-03-15', true],
    ['standard', '0.130000', '2026-03-15', true],
    ['standard', '0.17', '2018-04-30', true],
    ['standard', '0.17', '2018-05-01', false],
    ['standard', '0.16', '2018-04-30', false],
    ['standard', '0.16', '2018-05-01', true],
    ['standard', '0.16', '2019-03-31', true],
    ['standard', '0.16', '2019-04-01', false],
    ['standard', '0.13', '2017-06-30', true],
    ['standard', '0.13', '2017-07-01', false],
    ['standard', '0.13', '2019-04-01', true],
    ['standard', '0.11', '2018-04-30', true],
    ['standard', '0.10', '2018-05-01', true],
    ['standard', '0.1', '2019-03-31', true],
    ['standard', '0.10', '2019-04-01', false],
    ['standard', '0.09', '2019-04-01', true],
    ['standard', '0', '2026-01-01', true],
    ['standard', '0.00', '2026-01-01', true],
    ['standard', '0.03', '2026-01-01', false],
    ['levy', '0.03', '2026-01-01', true],
    ['levy', '0.01', '2020-02-29', false],
    ['levy', '0.01', '2020-03-01', true],
    ['levy', '0.01', '2027-12-31', true],
    ['levy', '0.01', '2028-01-01', false],
    ['levy', '0.05', '2026-01-01', true],
    ['levy', '0.015', '2026-01-01', true],
    ['levy', '0.13', '2026-01-01', false],
  ] as const)('%s %s on %s: %s', (category, rate, date, wanted) => {
    expect(isRateInForce(category, rate, date)).toBe(wanted);
  });

  it.each(['', '13%', '.13', '-0.13', '0.13 ', '00.13', '1e-2', 'standard 0.13'])('refuses the spelling "%s"', (rate) => {
    expect(isRateInForce('standard', rate, '2026-03-15')).toBe(false);
  });

  it('stays right when callers invent spellings', () => {
    for (let index = 0; index < 3000; index += 1) isRateInForce('standard', `0.13${String(index)}`, '2026-03-15');
    expect(isRateInForce('standard', '0.1300', '2026-03-15')).toBe(true);
    expect(isRateInForce('standard', '0.1301', '2026-03-15')).toBe(false);
  });

  it('has periods that are in order and do not overlap', () => {
    expect(CN_RULES_VERSION).toBe('cn-2026-01');
    for (const rate of CN_RATES) {
      expect(rate.to === undefined || rate.from <= rate.to).toBe(true);
      const others = CN_RATES.filter((other) => other !== rate && other.category === rate.category && other.rate === rate.rate);
      for (const other of others) expect(other.from > (rate.to ?? '9999') || rate.from > (other.to ?? '9999')).toBe(true);
    }
  });
});
