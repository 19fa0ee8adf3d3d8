import { ApiProblem } from '../../../gateway/console/src/api/problem';
import { checkSale } from '../../../gateway/console/src/pages/merchant/till/check-sale';
import { sale } from '../../support/sales';

/** What the till page is refused with before it sends anything. */
function refusal(request: unknown): unknown {
  try {
    checkSale(request);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('what the till page sends [rows 000-004:A3]', () => {
  it('has passed the rules of the ledger', () => {
    expect(refusal(sale('till-1'))).toBeUndefined();
  });

  it('is refused at the till by the rule that would refuse it at the gateway', () => {
    const wrong = refusal({ ...sale('till-1'), totals: { net: '100.00', tax: '9.00', gross: '109.01' } });
    expect(wrong).toBeInstanceOf(ApiProblem);
    expect((wrong as ApiProblem).problem).toMatchObject({ code: 'TOTALS_WRONG', path: '/totals/gross', status: 422 });
    expect((wrong as ApiProblem).titleIn('zh')).toBe('合计与明细之和不符。');
  });

  it('is not held up by a clock that is wrong', () => {
    jest.useFakeTimers({ now: Date.parse('1990-01-01T00:00:00Z') });
    expect(refusal(sale('till-1'))).toBeUndefined();
    jest.useRealTimers();
  });
});
