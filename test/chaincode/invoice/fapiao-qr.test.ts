import { fapiaoQrText, parseFapiaoQr } from '@lianpiao/chaincode/domain';

const TEXT = fapiaoQrText({ kind: 'ordinary', number: '26440000000000000017', gross: '113', date: '2026-03-15' });

describe('the QR text of a Chinese invoice', () => {
  it('is written with two decimals and a checksum of four characters', () => {
    expect(TEXT).toMatch(/^01,32,,26440000000000000017,113\.00,20260315,,[0-9A-F]{4}$/);
  });

  it('reads what it writes', () => {
    expect(parseFapiaoQr(TEXT)).toEqual({
      verdict: 'valid',
      version: '01',
      kind: '32',
      number: '26440000000000000017',
      amount: '113.00',
      date: '2026-03-15',
    });
    const special = fapiaoQrText({ kind: 'special', number: '25310000000000123456', gross: '-1060.00', date: '2025-12-31' });
    expect(parseFapiaoQr(special)).toMatchObject({ verdict: 'valid', kind: '31', amount: '-1060.00' });
  });

  it('finds every change of one digit', () => {
    for (let index = 0; index < TEXT.lastIndexOf(','); index += 1) {
      const digit = TEXT.charAt(index);
      if (!/\d/.test(digit)) continue;
      const changed = TEXT.slice(0, index) + String((Number(digit) + 1) % 10) + TEXT.slice(index + 1);
      expect(parseFapiaoQr(changed).verdict).toBe('invalid');
    }
  });

  it.each([
    [TEXT.replace(/[^,]*$/, ''), 'without-checksum'],
    [TEXT.replace(/,[^,]*$/, ''), 'without-checksum'],
    [`${TEXT},`, 'valid'],
    [TEXT.toLowerCase(), 'valid'],
    [` ${TEXT}\n`.trim(), 'valid'],
    [TEXT.replace(/^01/, '02'), 'invalid'],
    [TEXT.replace('20260315', '20260231'), 'invalid'],
    [TEXT.replace('113.00', '113.001'), 'invalid'],
    ['', 'invalid'],
    [',,,,,,,', 'invalid'],
    ['https://example.org/?q=1', 'invalid'],
    ['01,32,,２６４４,1,20260101,,', 'invalid'],
    ['1'.repeat(10_000), 'invalid'],
  ])('%.60s is %s', (text, verdict) => {
    const read = parseFapiaoQr(text);
    expect(read.verdict).toBe(verdict);
    expect(read.why === undefined).toBe(verdict === 'valid');
  });

  it.each([
    [{ kind: 'ordinary', number: '123', gross: '1.00', date: '2026-01-01' }, 'NUMBER_MALFORMED'],
    [{ kind: 'ordinary', number: '26440000000000000017', gross: '1.001', date: '2026-01-01' }, 'MONEY_MALFORMED'],
    [{ kind: 'ordinary', number: '26440000000000000017', gross: '1.00', date: '2026-02-30' }, 'TIME_MALFORMED'],
  ] as const)('does not write %j', (invoice, code) => {
    expect(() => fapiaoQrText(invoice)).toThrow(code);
  });
});
