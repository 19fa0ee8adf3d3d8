import { checkTaxpayerId } from '@lianpiao/chaincode/domain';

describe('taxpayer ids', () => {
  it.each([
    ['91350100M000100Y43', 'valid'],
    ['91350100M000100Y44', 'wrong-check'],
    ['19350100M000100Y43', 'wrong-check'],
    ['91350100M000100Y4', 'malformed'],
    ['91350100m000100y43', 'malformed'],
    ['91350100I000100Y43', 'malformed'],
    ['91350100O000100Y43', 'malformed'],
    ['', 'malformed'],
    ['440300123456789', 'valid'],
    ['44030012345678901234', 'valid'],
    ['91350100M000100Y43\n', 'malformed'],
  ])('%j is %s', (id, verdict) => {
    expect(checkTaxpayerId(id)).toBe(verdict);
  });
});
