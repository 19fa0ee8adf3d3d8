import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { fitsItsWidth, keepPicture, seriousFaults, visitsOfTests, type VisitOptions } from '../support/browser';
import { runProgram } from '../support/cli';
import { eInvoice } from '../support/documents';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

const FILE_INPUT = 'input[type=file]:not([data-purpose])';

describe('an evidence package in a browser', () => {
  jest.setTimeout(120_000);
  const open = visitsOfTests();
  let system: TestSystem;
  let folder: string;
  let number = '';
  const files = {} as Record<'good' | 'changed' | 'page', string>;

  beforeAll(async () => {
    system = await startSystem();
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-evidence-'));
    const seller = await system.seller('corner-shop', TAX_IDS.seller);
    number = (await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, sale(seller.till))).body.number;
    const headers = { authorization: `Bearer ${seller.apiKey}`, 'content-type': 'application/xml' };
    const imported = await fetch(`${system.url}/v1/invoices/import?till=${seller.till}`, {
      method: 'POST',
      headers,
      body: eInvoice({ sellerId: TAX_IDS.seller }),
    });
    const second = ((await imported.json()) as { invoice: { number: string } }).invoice.number;
    const whole = { invoice: number, reasonCode: '02', reason: 'test' };
    expect((await system.call('POST', '/v1/corrections', seller.apiKey, whole)).status).toBe(201);
    const asked = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ numbers: [number, second], purpose: 'dispute', status: ['document', 'claim'] }),
    };
    let response = await fetch(`${system.url}/v1/evidence`, asked);
    // Until the map of statuses is sealed with them.
    await services.until(async () => {
      if (response.status !== 200) response = await fetch(`${system.url}/v1/evidence`, asked);
      return response.status === 200;
    }, 'the seal of the statuses');
    const bytes = Buffer.from(await response.arrayBuffer());
    files.good = join(folder, 'good.lianpiao.zip');
    writeFileSync(files.good, bytes);
    // The page comes out of the package itself, as it does for who was sent one.
    await runProgram('unzip', ['-q', files.good, '-d', folder]);
    files.page = join(folder, 'verify.html');
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(300) ^ 1, 300);
    files.changed = join(folder, 'changed.lianpiao.zip');
    writeFileSync(files.changed, changed);
  });
  afterAll(async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(url: string, options?: VisitOptions): Promise<Page> {
    return (await open(url, options)).page;
  }
  async function check(page: Page, file: string, result: string): Promise<void> {
    await page.setInputFiles(FILE_INPUT, file);
    await page.locator(`[data-package=${result}]`).waitFor();
  }

  it.each(['wide', 'narrow'] as const)('is verified by the page that it carries, with the network off: %s', async (width) => {
    const page = await opened(pathToFileURL(files.page).href, { width });
    await page.context().setOffline(true);
    await check(page, files.good, 'valid');
    const text = await page.locator('#package').innerText();
    expect(text).toContain('2 份凭证');
    expect(text.replaceAll(/\s/g, '')).toContain(number);
    expect(text).toContain('凭证所承诺的原件');
    expect(await page.locator('#package .holds').count()).toBe(3);
    expect(await page.locator('#package [data-status=wholly-red]').innerText()).toMatch(
      /已全额红冲[^]*报销[^]*无占用[^]*质押[^]*未披露/,
    );
    expect(await page.locator('#package [data-status=issued]').innerText()).toContain('有效');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
    await keepPicture(page, `evidence-offline-${width}-zh`);
    await check(page, files.changed, 'invalid');
    expect(await page.locator('#package').innerText()).toMatch(/EVIDENCE_(?:CHANGED|MALFORMED)/);
  });

  it('is verified by the public page without being sent anywhere', async () => {
    const page = await opened(`${system.url}/verify`, { language: 'en' });
    await page.getByText('lianpiao.example/log+').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || !request.url().includes('/assets/')) sent.push(request.url());
    });
    await check(page, files.good, 'valid');
    expect(await page.locator('#package').innerText()).toContain('The package is valid');
    await check(page, files.changed, 'invalid');
    expect(sent).toEqual([]);
    await keepPicture(page, 'evidence-en');
  });

  it('that is none is said to be none', async () => {
    const page = await opened(pathToFileURL(files.page).href, { language: 'en' });
    const file = join(folder, 'notes.zip');
    writeFileSync(file, Buffer.concat([Buffer.from('PK'), readFileSync(files.good).subarray(2, 200)]));
    await check(page, file, 'invalid');
    expect(await page.locator('#package').innerText()).toContain('EVIDENCE_MALFORMED');
  });
});
