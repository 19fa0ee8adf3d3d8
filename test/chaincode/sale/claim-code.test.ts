import fc from 'fast-check';
import { CLAIM_ALPHABET, CLAIM_CODE_LENGTH, makeClaimCode, parseClaimCode, printedClaimCode } from '@lianpiao/chaincode/domain';

const code = fc.array(fc.nat(CLAIM_ALPHABET.length - 1), { minLength: 19, maxLength: 19 }).map(makeClaimCode);
const place = fc.nat(CLAIM_CODE_LENGTH - 1);

describe('a claim code', () => {
  it('has 20 characters that nobody takes for another', () => {
    fc.assert(
      fc.property(code, (text) => {
        expect(text).toMatch(/^[2-9A-HJ-KM-NP-Z]{20}$/);
        expect(parseClaimCode(text)).toBe(text);
      }),
    );
  });

  it('is read as people type it', () => {
    const text = makeClaimCode(Array.from({ length: 19 }, (_, index) => index));
    expect(text).toBe('23456789ABCDEFGHJKMX');
    expect(printedClaimCode(text)).toBe('2345-6789-ABCD-EFGH-JKMX');
    for (const typed of [` ${printedClaimCode(text)} `, text.toLowerCase(), '2345 6789 abcd-efgh jkmx']) {
      expect(parseClaimCode(typed)).toBe(text);
    }
  });

  it('finds every wrong character', () => {
    fc.assert(
      fc.property(code, place, fc.constantFrom(...CLAIM_ALPHABET), (text, at, other) => {
        fc.pre(text.charAt(at) !== other);
        expect(parseClaimCode(text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('finds every exchange of two characters', () => {
    fc.assert(
      fc.property(code, place, place, (text, one, two) => {
        fc.pre(text.charAt(one) !== text.charAt(two));
        const characters = text.split('');
        [characters[one], characters[two]] = [characters[two]!, characters[one]!];
        expect(parseClaimCode(characters.join(''))).toBeUndefined();
      }),
    );
  });

  it.each(['', 'x', '23456789ABCDEFGHJKM', '23456789ABCDEFGHJKMXP', '0'.repeat(20), '😀'.repeat(10), 'I23456789ABCDEFGHJKM'])(
    'is not %p',
    (text) => {
      expect(parseClaimCode(text)).toBeUndefined();
    },
  );
});
