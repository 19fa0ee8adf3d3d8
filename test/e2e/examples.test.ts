import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { createClient } from '@lianpiao/gateway/client';
import { runProgram, type CliResult } from '../support/cli';
import { sale, TAX_IDS } from '../support/sales';
import { startSystem, type TestSystem } from '../support/system';

const ROOT = resolve(__dirname, '../..');
const EXAMPLES = join(ROOT, 'docs/examples');

describe('examples', () => {
  let system: TestSystem;
  let env: NodeJS.ProcessEnv;
  let seller: { apiKey: string; till: string };
  /** Inside the repository, so that packages are found as from the examples themselves. */
  const folder = join(ROOT, '.cache', `examples-${String(process.pid)}`);

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    system = await startSystem();
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    env = { ...process.env, GATEWAY: system.url, KEY: seller.apiKey, TILL: seller.till, FOLDER: folder };
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await system.stop();
  });

  async function runExample(name: string): Promise<CliResult> {
    const source = readFileSync(join(EXAMPLES, name), 'utf8');
    const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
    const script = join(folder, name.replace('.ts', '.cjs'));
    writeFileSync(script, ts.transpileModule(source, { compilerOptions: options }).outputText);
    return runProgram(process.execPath, [script], { env });
  }

  it('have types that hold', () => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(execFileSync(process.execPath, [tsc, '-p', EXAMPLES], { encoding: 'utf8' })).toBe('');
  });

  it('quick-start.sh issues, fetches and verifies', async () => {
    const { code, out, err } = await runProgram('bash', [join(EXAMPLES, 'quick-start.sh')], { env });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const number = /issued 已开具 (\d{20})/.exec(out)?.[1];
    expect(out).toContain('"result":"genuine"');
    expect(
      readFileSync(join(folder, `${number!}.pdf`))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(readFileSync(join(folder, `${number!}.ubl.xml`), 'utf8')).toContain(`<cbc:ID>${number!}</cbc:ID>`);
    expect(JSON.parse(readFileSync(join(folder, `${number!}.lianpiao.json`), 'utf8'))).toHaveProperty('proof');
  });

  it('issue-and-verify.ts shows a repeat, a conflict, a PDF and a verdict', async () => {
    const { code, out, err } = await runExample('issue-and-verify.ts');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const number = /issued 已开具 (\d{20})/.exec(out)?.[1];
    expect(out).toContain(`repeated: status 200, number ${number!}`);
    expect(out).toContain('another content: INVOICE_CONFLICT');
    expect(out).toMatch(/PDF: \d{5,} bytes/);
    expect(out).toContain('"result":"genuine"');
  });

  it('follow-changes.ts reads to the end and names where to go on', async () => {
    const { code, out, err } = await runExample('follow-changes.ts');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('invoice.issued');
    expect(out).toMatch(/cursor \d+\n$/);
  });

  it('rest on a client that gives up in time, and tells a refusal from no answer', async () => {
    const wrong = createClient({ gateway: system.url, apiKey: 'lp_wrong' });
    expect((await wrong.GET('/v1/invoices')).error).toMatchObject({ code: 'CREDENTIALS_INVALID', status: 401 });
    const impatient = createClient({ gateway: system.url, apiKey: seller.apiKey, deadlineMs: 1 });
    await expect(impatient.POST('/v1/invoices', { body: sale(seller.till) as never })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    await expect(createClient({ gateway: 'http://127.0.0.1:9' }).GET('/healthz')).rejects.toThrow('fetch failed');
  });
});

describe('the client', () => {
  it('needs nothing of Node in a browser', () => {
    const script = readFileSync(join(ROOT, 'gateway/dist/client/browser/index.js'), 'utf8');
    expect([...script.matchAll(/(?:from|import\(|require\()\s*['"]([^'"]+)['"]/g)].map(([, name]) => name)).toEqual([
      'openapi-fetch',
    ]);
    expect(script).not.toMatch(/\b(?:process|Buffer|__dirname)\b/);
  });
});
