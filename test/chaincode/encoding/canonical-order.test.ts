import fc from 'fast-check';
import { canonicalJson, isInCanonicalOrder, type JsonValue } from '../../../chaincode/src/domain/encoding/canonical-json';

/** The text by the long way; undefined when there is none. */
function slowly(value: unknown): string | undefined {
  try {
    return canonicalJson(value as JsonValue);
  } catch {
    return undefined;
  }
}

describe('a value in canonical order', () => {
  it('is written by JSON.stringify as the long way writes it', () => {
    let inOrder = 0;
    const key = fc.oneof(
      fc.constantFrom('a', 'b', '10', '9', 'toJSON', '__proto__', '\ud83d\ude00', '\uffff', '\ud800'),
      fc.string(),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        fc.constantFrom<unknown>(null, true, -0, 1e21, 0.1, Number.NaN, Infinity, undefined, '\ud800', new Date(0)),
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (given) => {
        if (!isInCanonicalOrder(given as JsonValue)) return;
        inOrder += 1;
        expect(JSON.stringify(given)).toBe(slowly(given));
      }),
      { numRuns: 20_000 },
    );
    expect(inOrder).toBeGreaterThan(1000);
  });

  it('is every value that was written canonically and read again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        const text = slowly(given);
        const read = JSON.parse(text ?? 'null') as JsonValue;
        // Names that are numbers are enumerated by their value, and not always in the order of their texts.
        if (/"(?:0|[1-9]\d*|toJSON)":/.test(text ?? '')) return;
        expect(isInCanonicalOrder(read)).toBe(true);
      }),
    );
  });

  it.each([
    [{ b: 1, a: 2 }],
    [{ a: { d: 1, c: 2 } }],
    [[{ 9: 1, 10: 2 }]],
    [{ toJSON: 1 }],
    [Array.of<JsonValue>(1, ...new Array<JsonValue>(1))],
  ])('is not %j', (value) => {
    expect(isInCanonicalOrder(value as JsonValue)).toBe(false);
  });
});
