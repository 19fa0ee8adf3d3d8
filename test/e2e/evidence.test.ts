import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRUST_MEDIA_TYPE } from '@lianpiao/chaincode/domain';
import { eInvoice } from '../support/documents';
import { cli, lianpiao, runProgram } from '../support/cli';
import { sale, TAX_IDS } from '../support/sales';
import { BUILD_TIMEOUT_MS, buildSecondVerifier, type SecondVerifier } from '../support/second-verifier';
import { startSystem, type TestSystem } from '../support/system';

interface Report {
  readonly result: string;
  readonly files: readonly {
    readonly result: string;
    readonly reason?: string;
    readonly bundles: readonly { readonly number: string; readonly result: string }[];
    readonly documents: readonly { readonly format: string; readonly bound: string }[];
  }[];
}

const DOCUMENT = eInvoice({ sellerId: TAX_IDS.seller });

describe('evidence packages', () => {
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let stranger: { apiKey: string };
  let trust: string;
  let numbers: string[];
  let second: SecondVerifier;

  beforeAll(async () => {
    second = buildSecondVerifier();
    system = await startSystem();
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    stranger = await system.seller('other-shop', TAX_IDS.other);
    numbers = [];
    for (const note of ['one', 'two']) {
      const request = sale(seller.till, { note, buyer: { name: '秘密采购有限公司' } });
      numbers.push((await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, request)).body.number);
    }
    const imported = await fetch(`${system.url}/v1/invoices/import?till=${seller.till}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${seller.apiKey}`, 'content-type': 'application/xml' },
      body: DOCUMENT,
    });
    numbers.push(((await imported.json()) as { invoice: { number: string } }).invoice.number);
    const vkey = (await (await fetch(`${system.url}/log/vkey`)).text()).trim();
    trust = join(system.folder, 'trust.json');
    const logs = [{ origin: vkey.split('+')[0], vkey }];
    writeFileSync(trust, JSON.stringify({ mediaType: TRUST_MEDIA_TYPE, logs, witnesses: [], quorum: 0 }));
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    second.remove();
    await system.stop();
  });

  const ask = (body: object, apiKey?: string): Promise<{ status: number; body: { code?: string; path?: string } }> =>
    system.call('POST', '/v1/evidence', apiKey, body);
  async function fetchPackage(name: string, body: object): Promise<string> {
    const response = await fetch(`${system.url}/v1/evidence`, {
      method: 'POST',
      headers: { authorization: `Bearer ${seller.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const file = join(system.folder, name);
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    return file;
  }

  it('hold every invoice with its documents, and verify with the network off [rows 000-004:A5]', async () => {
    const documents = ['original', 'pdf', 'ubl', 'einvoice'];
    const file = await fetchPackage('audit.lianpiao.zip', { numbers, documents, purpose: 'audit' });
    const { code, out } = await lianpiao(['verify', file, '--offline', '--trust', trust, '--json']);
    const report = JSON.parse(out) as Report;
    expect([code, report.result]).toEqual([0, 'valid']);
    const [whole] = report.files;
    expect(whole?.bundles.map(({ number }) => number)).toEqual(numbers);
    const bound = whole?.documents.map(({ format, bound: how }) => `${format} ${how}`) ?? [];
    // Of three invoices one came from a document.
    expect(bound.filter((text) => text === 'original proven')).toHaveLength(1);
    expect(bound.filter((text) => text.endsWith(' copy'))).toHaveLength(9);
    expect(bound).toHaveLength(10);

    // Other people's tools open it, and find what stands in it.
    const listed = await runProgram('unzip', ['-t', file]);
    expect([listed.code, listed.out]).toEqual([0, expect.stringContaining('No errors detected')]);
    const original = await runProgram('unzip', ['-p', file, `documents/${numbers[2] ?? ''}.original.xml`]);
    expect(original.out).toBe(DOCUMENT);
    const timeLine = await runProgram('unzip', ['-p', file, 'time-line.json']);
    const { items } = JSON.parse(timeLine.out) as { items: readonly { time: string; type: string; number: string }[] };
    expect(items).toHaveLength(6);
    expect(items.map(({ time }) => time)).toEqual(items.map(({ time }) => time).sort());
    expect((await runProgram('unzip', ['-p', file, 'verify.html'])).out).toContain("default-src 'none'");
  });

  it('tell in both languages what they hold, and cannot be told without trust', async () => {
    const file = await fetchPackage('one.lianpiao.zip', { numbers: numbers.slice(0, 1) });
    const told = await cli('verify', file, '--trust', trust);
    expect(told.code).toBe(0);
    expect(told.out).toContain('bundles 凭证 1, documents 文件 1');
    expect(told.out).toContain(numbers[0]);
    expect((await cli('verify', file)).code).toBe(2);
    const bundle = join(system.folder, 'single.lianpiao.json');
    writeFileSync(bundle, (await system.call('GET', `/v1/invoices/${numbers[0] ?? ''}/proof`, seller.apiKey)).text);
    const both = await cli('verify', bundle, file, '--trust', trust, '--json');
    expect(JSON.parse(both.out)).toMatchObject({ result: 'valid', files: [{ result: 'valid' }, { result: 'valid' }] });
  });

  it('of which one byte was changed are invalid', async () => {
    const good = readFileSync(await fetchPackage('good.lianpiao.zip', { numbers: numbers.slice(0, 1) }));
    const file = join(system.folder, 'bad.lianpiao.zip');
    const bad = Buffer.from(good);
    bad.writeUInt8(bad.readUInt8(200) ^ 1, 200);
    writeFileSync(file, bad);
    const { code, out } = await cli('verify', file, '--trust', trust, '--json');
    expect([code, (JSON.parse(out) as Report).result]).toEqual([1, 'invalid']);
    writeFileSync(file, good.subarray(0, good.length - 100));
    expect((await cli('verify', file, '--trust', trust)).code).toBe(1);
  });

  it('are fetched by the command line', async () => {
    const file = join(system.folder, 'cli.lianpiao.zip');
    const common = ['--gateway', system.url, '--api-key', seller.apiKey, '--output', file];
    const fetched = await lianpiao(['evidence', ...numbers, '--documents', 'ubl', '--purpose', 'dispute', ...common]);
    expect(fetched).toMatchObject({ code: 0, out: `${file}\n` });
    expect((await lianpiao(['verify', file, '--trust', trust])).code).toBe(0);
    const refused = await lianpiao(['evidence', '26440999999999999999', ...common]);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('INVOICE_UNKNOWN') as string });
    expect(statSync(file).size).toBeGreaterThan(1000);
  });

  it('show where each invoice stands, for both verifiers and whoever is handed one bundle of them [rows 000-004:A3]', async () => {
    const [red = '', plain = ''] = numbers;
    const lines = [{ line: 1, net: '50.00', tax: '4.50' }];
    const correction = { invoice: red, reasonCode: '04', lines, reason: 'test' };
    expect((await system.call('POST', '/v1/corrections', seller.apiKey, correction)).status).toBe(201);
    const asked = { numbers: [red, plain], documents: [], purpose: 'audit', status: ['document', 'claim'] };
    const file = await fetchPackage('status.lianpiao.zip', asked);

    const verify = (...more: string[]): ReturnType<typeof lianpiao> =>
      lianpiao(['verify', file, '--offline', '--trust', trust, ...more]);
    const whole = await verify('--max-age', '1h', '--status', 'claim!=settled', '--json');
    const { files } = JSON.parse(whole.out) as { files: { bundles: { summary: { status: object } }[] }[] };
    expect(whole.code).toBe(0);
    expect(files[0]?.bundles.map(({ summary }) => summary.status)).toMatchObject([
      { changed: true, axes: { document: 'partly-red', claim: 'free' } },
      { changed: false, axes: { document: 'issued', claim: 'free' } },
    ]);
    expect(await verify('--status', 'document=issued')).toMatchObject({
      code: 1,
      out: expect.stringContaining('STATUS_NOT_AS_ASKED') as string,
    });
    expect((await verify('--status', 'pledge=free')).code).toBe(2);
    expect((await verify()).out).toContain('document=partly-red');

    const folder = join(system.folder, 'status');
    await runProgram('unzip', ['-q', file, '-d', folder]);
    const bundles = [red, plain].map((number) => join(folder, 'bundles', `${number}.lianpiao.json`));
    const less = join(folder, 'less.lianpiao.json');
    expect((await lianpiao(['disclose', bundles[0]!, '--only', 'header,status/document', '--output', less])).code).toBe(0);
    const { verdicts } = second.judge([...bundles, less].map((each) => ({ trust, file: each })));
    expect(verdicts).toMatchObject([
      { result: 'valid', status: { changed: true, axes: { document: 'partly-red', claim: 'free' } } },
      { result: 'valid', status: { changed: false, axes: { document: 'issued' } } },
      { result: 'valid', status: { changed: true, axes: { document: 'partly-red' } } },
    ]);
    expect(verdicts[2]?.status?.axes).toEqual({ document: 'partly-red' });
    expect((await ask({ numbers, status: ['colour'] }, seller.apiKey)).body).toMatchObject({
      code: 'FIELD_INVALID',
      path: '/status/0',
    });
  });

  it('are for who may read the invoices, whole or not at all', async () => {
    expect((await ask({ numbers })).status).toBe(401);
    expect((await ask({ numbers }, stranger.apiKey)).body.code).toBe('INVOICE_UNKNOWN');
    expect((await ask({ numbers: [...numbers, '26440999999999999999'] }, seller.apiKey)).body.code).toBe('INVOICE_UNKNOWN');
    expect((await ask({ numbers: [] }, seller.apiKey)).body).toMatchObject({ code: 'FIELD_INVALID', path: '/numbers' });
    expect((await ask({ numbers: ['../x'] }, seller.apiKey)).body).toMatchObject({
      code: 'NUMBER_MALFORMED',
      path: '/numbers/0',
    });
    expect((await ask({ numbers, documents: ['docx'] }, seller.apiKey)).body).toMatchObject({ code: 'FIELD_INVALID' });
    const many = Array.from({ length: 1001 }, (_, index) => String(index).padStart(20, '0'));
    expect((await ask({ numbers: many }, seller.apiKey)).body).toMatchObject({ code: 'FIELD_INVALID', path: '/numbers' });
    const [last = ''] = numbers.slice(-1);
    await system.call('DELETE', `/v1/invoices/${last}/content`, seller.apiKey, { reason: 'test' });
    expect((await ask({ numbers }, seller.apiKey)).body.code).toBe('INVOICE_ERASED');
  });
});
