import fc from 'fast-check';

/** Requests of the right form (sums need not hold), and ways to spoil them. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Text as people everywhere write it, without what is refused. */
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.constantFrom('*谷物*大米', 'é', '\u2028\u2029', '"\\/', '𠮷', '\t tab', 'عقد', '\u00a0', '\ufeff'),
    )
    .map((value) => value.slice(0, most).toWellFormed())
    .filter((value) => value.length > 0 && !CONTROL.test(value));

const digits = (most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: most });
const decimal = (scale: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.boolean(), fc.bigInt(0n, 999_999_999_999_999_999n), fc.option(digits(scale), { nil: undefined }))
    .map(([negative, whole, fraction]) => {
      const value = fraction === undefined ? String(whole) : `${String(whole)}.${fraction}`;
      return negative && /[1-9]/.test(value) ? `-${value}` : value;
    });
const money = decimal(2);

const identifier = fc.stringMatching(/^[a-z][a-z0-9-]{1,39}$/);
const time = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const optional = { requiredKeys: [] as [] };
const party = fc
  .tuple(
    fc.record({ name: text(300) }),
    fc.record({ address: text(300), phone: text(50), bank: text(300), account: text(300) }, optional),
    fc.constantFrom(
      {},
      { taxId: '91310000MA1DEMQC0F' },
      { taxId: '91440300MA5DEMQM04', country: 'CN' },
      { taxId: 'DK 1', country: 'DK' },
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as Record<string, Json>);

function requestOf(profile: 'cn' | 'en16931', categories: readonly string[]): fc.Arbitrary<Json> {
  const category = fc.constantFrom(...categories);
  const line = fc
    .tuple(
      fc.record({ name: text(300), net: money }),
      fc.record(
        {
          classification: text(50),
          specification: text(300),
          unit: text(50),
          quantity: decimal(13),
          unitPrice: decimal(13),
          baseQuantity: decimal(13),
          allowance: money,
          charge: money,
          taxCategory: category,
          rate: decimal(6),
          tax: money,
        },
        optional,
      ),
    ) // prettier-ignore
    .map(([required, more]) => ({ ...more, ...required }));
  const adjustment = fc
    .tuple(
      fc.record({ charge: fc.boolean(), amount: money, taxCategory: category }),
      fc.record({ rate: decimal(6), reason: text(300) }, optional),
    )
    .map(([required, more]) => ({ ...required, ...more }));
  const row = fc
    .tuple(fc.record({ taxCategory: category, base: money, tax: money }), fc.record({ rate: decimal(6) }, optional))
    .map(([required, more]) => ({ ...required, ...more }));
  const totals = fc
    .tuple(
      fc.record({ net: money, tax: money, gross: money }),
      fc.record({ lines: money, allowances: money, charges: money, prepaid: money, rounding: money, payable: money }, optional),
    )
    .map(([required, more]) => ({ ...more, ...required }));
  return fc
    .tuple(
      fc.record({ till: identifier, orderReference: text(100), totals, lines: fc.array(line, { minLength: 1, maxLength: 3 }) }),
      fc.record(
        {
          kind: fc.constantFrom('ordinary', 'special'),
          number: fc.stringMatching(/^[0-9]{20}$/),
          soldAt: time,
          buyer: party,
          seller: fc.record({ name: text(300), taxId: text(50) }, optional),
          note: text(1000),
          original: fc.constant({ digest: `sha256:${'5f'.repeat(32)}`, mediaType: 'application/xml' }),
          adjustments: fc.array(adjustment, { maxLength: 2 }),
          taxBreakdown: fc.array(row, { maxLength: 2 }),
          currency: profile === 'cn' ? fc.constant('CNY') : fc.stringMatching(/^[A-Z]{3}$/),
        },
        optional,
      ),
      profile === 'cn' ? fc.constantFrom({}, { profile }) : fc.constant({ profile }),
    ) // prettier-ignore
    .map((parts) => Object.assign({}, ...parts) as Json);
}

export const goodRequest: fc.Arbitrary<Json> = fc.oneof(
  requestOf('cn', ['standard', 'levy', 'exempt', 'untaxed']),
  requestOf('en16931', ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M', 'B']),
);

/** What hostile and careless callers put in the place of a value. */
export const ODD_VALUES: readonly Json[] = [
  null, true, false, 0, 1, -1, 12.5, 1e21, '', ' ', '0', '-0', '-0.0', '-0.00', '0.00', '00', '01', '+1', '1.', '.5', '1e5', '1,5',
  '0x10', 'NaN', 'Infinity', '-', '--1', '1.234', '12.3456789012345', '999999999999999999', '1000000000000000000', '-1', '-1.10',
  ' 1', '1 ', '1\n', '１', '١', '٣.٥', 'cn', 'en16931', 'CN', 'S', 'standard', 'exempt', 'ordinary', 'CNY', 'EUR', 'eur', 'till-1',
  'Till-1', 't', '2026-01-31T08:00:00Z', '2026-01-31T08:00:00.1Z', '2026-01-31T08:00:00.1234Z', '2026-02-31T08:00:00Z',
  '2026-01-31T08:00Z', '2026-01-31T08:00:00+08:00', '2026-01-31T24:00:00Z', '2026-01-31T23:59:60Z', '2026-01-31t08:00:00z',
  '2024-02-29T00:00:00Z', '2025-02-29T00:00:00Z', '0000-01-01T00:00:00Z', '26440000000000000001', '2644000000000000000',
  '\ud800', 'a\udfffb', 'x\u0000', 'x\u007f', 'x\u0085', 'x\u001b', 'tab\there', 'line\nfeed', 'x'.repeat(50), 'x'.repeat(51),
  'x'.repeat(100), 'x'.repeat(101), 'x'.repeat(300), 'x'.repeat(301), 'x'.repeat(1001), '𠮷'.repeat(150), '𠮷'.repeat(151),
  '91310000MA1DEMQC0F', '91310000MA1DEMQC0G', '913100000000000', '91310000', 'DK', 'dk', 'CHN', [], {}, [[]], [{}], ['x'], { a: 1 },
  { length: 1 }, { 0: {} },
]; // prettier-ignore

export const ODD_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'Net',
  'net ',
  '',
  'length',
  'zzz',
  '\ud800',
] as const;

/** Every place of a value, as the way there. */
function placesOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => placesOf(member, [...path, key]))];
}

function memberOf(value: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>((at, part) => (at as Record<string, Json>)[part]!, value);
}

/** A copy with one thing changed: a value replaced, left out, repeated, or joined by a stranger. */
export const spoiltRequest: fc.Arbitrary<Json> = fc
  .tuple(
    goodRequest,
    fc.nat(),
    fc.constantFrom(...ODD_VALUES),
    fc.constantFrom(...ODD_KEYS),
    fc.constantFrom('replace', 'drop', 'add'),
  )
  .map(([request, seed, odd, key, way]) => {
    const copy = JSON.parse(JSON.stringify(request)) as Json;
    const places = placesOf(copy).slice(1);
    const path = places[seed % places.length]!;
    const parent = memberOf(copy, path.slice(0, -1)) as Record<string, Json>;
    const last = path.at(-1)!;
    if (way === 'replace') parent[last] = odd;
    else if (way === 'drop') {
      if (Array.isArray(parent)) parent.splice(Number(last), 1);
      else Reflect.deleteProperty(parent, last);
    } else if (!Array.isArray(parent)) {
      // As JSON.parse makes it: a member of its own, also when it is called __proto__.
      Object.defineProperty(parent, key, { value: odd, enumerable: true, configurable: true, writable: true });
    }
    return copy;
  });
