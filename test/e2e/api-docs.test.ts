import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../support/cli';
import { startSystem, type TestSystem } from '../support/system';

describe('/docs', () => {
  let system: TestSystem;
  const profile = mkdtempSync(join(tmpdir(), 'lianpiao-chromium-'));

  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(async () => {
    rmSync(profile, { recursive: true, force: true });
    await system.stop();
  });

  it('takes everything from this server, under a policy that lets nothing else in', async () => {
    const response = await fetch(`${system.url}/docs`);
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
    const assets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
    expect(assets).toEqual(['/openapi.json', '/docs/redoc.js', '/docs/start.js']);
    for (const path of assets) expect((await fetch(system.url + path)).status).toBe(200);
    expect((await fetch(`${system.url}/docs/other.js`)).status).toBe(404);
    expect((await fetch(`${system.url}/docs/..%2fpackage.json`)).status).toBe(404);
  });

  it('shows the API in a real browser, with the beginning in both languages', async () => {
    const options = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${profile}`,
      '--virtual-time-budget=20000',
    ];
    const { out, err } = await runProgram('chromium', [
      ...options,
      '--enable-logging=stderr',
      '--dump-dom',
      `${system.url}/docs`,
    ]);
    for (const wanted of ['Quick start', '快速上手', 'Issue an invoice', '/v1/invoices/{number}/pdf'])
      expect(out).toContain(wanted);
    // The maker's logo is all that it asks of others, and does not get.
    const refused = err.split('\n').filter((line) => line.includes('Content Security Policy'));
    expect(refused.filter((line) => !line.includes('cdn.redoc.ly/redoc/logo-mini.svg'))).toEqual([]);
  });
});
