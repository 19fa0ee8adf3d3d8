import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  amountInCapitals,
  checkCn,
  checkTaxpayerId,
  chinaDate,
  LedgerError,
  parseFapiaoQr,
  parseTime,
  sameCapitals,
} from '@lianpiao/chaincode/domain';
import { readEInvoice } from '../../gateway/src/documents';
import { eInvoice } from '../support/documents';
import { countVectors, vectorFolder } from '../support/vectors';

const folder = vectorFolder('cn-einvoice');

function readJson<Value>(name: string, fallback: Value): Value {
  return folder === undefined ? fallback : (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Value);
}

interface QrCase {
  readonly text: string;
  readonly valid: boolean | null;
  readonly kind?: string;
  readonly code?: string | null;
  readonly number?: string;
  readonly amount?: string;
  readonly date?: string;
  readonly checkCode?: string;
}

const QR = readJson<QrCase[]>('qr.json', [
  { text: '01,31,,26440000000000000017,113.00,20260315,,5BF6', valid: true, kind: '31', code: null },
]);
const CODES = readJson('uscc.json', [{ code: '91350100M000100Y43', valid: true }]);
const CAPITALS = readJson('amount-in-capitals.json', [{ amount: '1409.50', accept: ['壹仟肆佰零玖元伍角'] }]);
/** What we say of the documents that are wrong: the vectors say in words what it is. */
const WRONG: Readonly<Record<string, string>> = {
  'bad-buyer-id.xml': 'TAXPAYER_ID_CHECK /buyer/taxId',
  'bad-line-tax.xml': 'LINE_TAX_WRONG /lines/0/tax',
  'bad-rate.xml': 'RATE_UNKNOWN /lines/0/rate',
  'bad-red-positive.xml': 'AMOUNT_SIGN_WRONG /totals/net',
};
const EXPECTED = readJson<Record<string, { valid: boolean }>>('xml/expected.json', { own: { valid: true } });

function xmlBytes(name: string): Uint8Array {
  return folder === undefined ? new TextEncoder().encode(eInvoice()) : new Uint8Array(readFileSync(join(folder, 'xml', name)));
}

describe('Chinese vectors', () => {
  afterAll(() => {
    if (folder !== undefined)
      countVectors('cn-einvoice', QR.length + CODES.length + CAPITALS.length + Object.keys(EXPECTED).length);
  });

  it.each(QR)('QR $text', ({ text, valid, ...fields }) => {
    const read = parseFapiaoQr(text);
    expect(read.verdict).toBe(valid === null ? 'without-checksum' : valid ? 'valid' : 'invalid');
    if (valid !== true) return;
    for (const key of ['kind', 'number', 'amount', 'date', 'checkCode'] as const) {
      if (fields[key] !== undefined) expect(read[key]).toBe(fields[key]);
    }
    expect(read.code ?? null).toBe(fields.code);
  });

  it.each(CODES)('taxpayer id $code', ({ code, valid }) => {
    expect(checkTaxpayerId(code) === 'valid').toBe(valid);
  });

  it.each(CAPITALS)('capitals of $amount', ({ amount, accept }) => {
    for (const text of accept) {
      expect(sameCapitals(text, amount)).toBe(true);
      expect(sameCapitals(text.replace('元', '圆'), amount)).toBe(true);
    }
    expect(accept.map((text) => text.replace(/整$/, ''))).toContain(amountInCapitals(amount).replace(/整$/, ''));
  });

  it.each(Object.entries(EXPECTED))('XML %s', (name, { valid }) => {
    expect(judge(xmlBytes(name))).toEqual(valid ? [] : [WRONG[name]]);
  });

  it('covers every file of the folder', () => {
    if (folder === undefined) return;
    expect(
      readdirSync(join(folder, 'xml'))
        .filter((name) => name.endsWith('.xml'))
        .sort(),
    ).toEqual(Object.keys(EXPECTED).sort());
  });
});

/** What is wrong, as code and path; nothing when it reads without a warning and a blue one passes the rules of issuing. */
function judge(bytes: Uint8Array): string[] {
  try {
    const { request, red, warnings } = readEInvoice(bytes);
    if (red === undefined) checkCn({ ...request, till: 'till-1' }, chinaDate(parseTime(request.soldAt) ?? 0));
    return warnings.map(({ code, path }) => `${code} ${path}`);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return [`${error.code} ${String(error.detail.path)}`];
  }
}
