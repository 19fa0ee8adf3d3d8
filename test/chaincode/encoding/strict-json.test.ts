import fc from 'fast-check';
import { parseStrictJson } from '../../../chaincode/src/domain/encoding/strict-json';

describe('strict JSON', () => {
  it.each([
    '{}',
    '[]',
    'null',
    '"a\\"b"',
    '-1.5e3',
    ' { "a" : { "a" : [ { "a" : 1 } , { "a" : 2 } ] } , "b" : "a" } ',
    '{"a":"b","b":"a"}',
    '["a","a"]',
    '{"a\\\\":1,"a":2}',
    '{"__proto__":1,"constructor":2}',
    '{"text":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a":"}","b":"]","c":","}',
  ])('reads %s as JSON.parse does', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"a":3}',
    '{"a":1,"\\u0061":2}',
    '[{"x":{"a":{},"a":[]}}]',
    '{"a":{"b":1},"a":{"b":1}}',
    '{"":1,"":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"a" : 1,\n"a"\t: 2}',
    '{"😀":1,"\\ud83d\\ude00":2}',
  ])('refuses %s: one name twice', (text) => {
    expect(() => parseStrictJson(text)).toThrow('BODY_MALFORMED');
  });

  it.each(['', '{', '{"a":1,}', "{'a':1}", '{"a":1}{}', '\ufeff{}', '01', 'NaN', '"\u0001"', '{"a":1 /* no */}'])(
    'refuses %j: no JSON',
    (text) => {
      expect(() => parseStrictJson(text)).toThrow('BODY_MALFORMED');
    },
  );

  it('reads 64 levels and refuses 65, and as many as a file can hold', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => parseStrictJson(nested(64))).not.toThrow();
    expect(() => parseStrictJson(nested(65))).toThrow('BODY_MALFORMED');
    expect(() => parseStrictJson('{"a":'.repeat(65) + '1' + '}'.repeat(65))).toThrow('BODY_MALFORMED');
    expect(() => parseStrictJson(nested(500_000))).toThrow('BODY_MALFORMED');
  });

  it('takes a long text without a long time', () => {
    const text = JSON.stringify({ a: '\\"'.repeat(1_000_000), b: 'x'.repeat(1_000_000) });
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it('agrees with JSON.parse on whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('finds a repeated name wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (name, others) => {
        const object = JSON.stringify({ ...others, [name]: 1 });
        const twice = `${object.slice(0, -1)},${JSON.stringify(name)}:2}`;
        expect(() => parseStrictJson(`[${twice}]`)).toThrow('BODY_MALFORMED');
      }),
    );
  });
});
