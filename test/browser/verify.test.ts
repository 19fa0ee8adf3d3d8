import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chinaDate } from '@lianpiao/chaincode/domain';
import { chromium, type Page } from 'playwright-core';
import {
  CHROMIUM,
  fitsItsWidth,
  keepPicture,
  seriousFaults,
  visit,
  visitsOfTests,
  type Visit,
  type VisitOptions,
} from '../support/browser';
import { writeQrFilm, writeQrPicture } from '../support/qr-pictures';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

const PAGES = join(__dirname, '../../gateway/dist/pages');
const FILE_INPUT = 'input[type=file]:not([data-purpose])';

interface Invoice {
  readonly number: string;
  readonly issuedAt: string;
  readonly qr: string;
}

describe('the public verify page', () => {
  jest.setTimeout(120_000);
  const open = visitsOfTests();
  let system: TestSystem;
  let folder: string;
  let invoice: Invoice;
  let date: string;
  let shop: { apiKey: string; till: string };
  const files = {} as Record<'genuine' | 'standing' | 'hidden' | 'changed' | 'test' | 'otherTrust' | 'saved', string>;

  beforeAll(async () => {
    system = await startSystem();
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-verify-'));
    const seller = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    shop = seller;
    const sandbox = await system.seller('sandbox-shop', TAX_IDS.other, { sandbox: true });
    const issue = async (till: string, apiKey: string): Promise<Invoice> =>
      (await system.call<Invoice>('POST', '/v1/invoices', apiKey, sale(till, { buyer: { name: '秘密采购有限公司' } }))).body;
    invoice = await issue(seller.till, seller.apiKey);
    date = chinaDate(Date.parse(invoice.issuedAt));
    const tried = await issue(sandbox.till, sandbox.apiKey);
    const write = (name: keyof typeof files, text: string): void => {
      files[name] = join(folder, `${name}.lianpiao.json`);
      writeFileSync(files[name], text);
    };
    write('genuine', await proof(invoice.number, seller.apiKey));
    await services.until(async () => {
      const { status } = await system.call('GET', `/v1/invoices/${invoice.number}/proof?status=document,claim`, seller.apiKey);
      return status === 200;
    }, 'the status is sealed');
    write('standing', await proof(invoice.number, seller.apiKey, '?status=document,claim'));
    write('hidden', await proof(invoice.number, seller.apiKey, '?hide=buyer,line'));
    write('changed', (await proof(invoice.number, seller.apiKey)).replace('"109.00"', '"901.00"'));
    write('test', await proof(tried.number, sandbox.apiKey));
    write(
      'otherTrust',
      JSON.stringify({ mediaType: 'application/vnd.lianpiao.trust.v1+json', logs: [], witnesses: [], quorum: 0 }),
    );
    files.saved = join(folder, 'lianpiao-verify.html');
    writeFileSync(files.saved, await (await fetch(`${system.url}/verify-offline.html`)).text());
  });
  afterAll(async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  // The log may seal what was issued later than an answer waits for it: PROOF_PENDING.
  const proof = async (number: string, apiKey: string, query = ''): Promise<string> => {
    let text = '';
    await services.until(async () => {
      const answer = await system.call('GET', `/v1/invoices/${number}/proof${query}`, apiKey);
      text = answer.text;
      return answer.status === 200;
    }, 'the proof');
    return text;
  };
  const opened = (options: VisitOptions = {}, url = `${system.url}/verify`): Promise<Visit> => open(url, options);
  /** The result of the file before may stand there a moment longer. */
  async function checkFile(page: Page, file: string, result: string): Promise<void> {
    await page.setInputFiles(FILE_INPUT, file);
    await page.locator(`[data-result=${result}]`).waitFor();
  }
  async function checkPaper(page: Page, paper: { number: string; date: string; total: string }): Promise<void> {
    await page.fill('#paper-number', paper.number);
    await page.fill('#paper-date', paper.date);
    await page.fill('#paper-total', paper.total);
    await page.locator('section:has(#paper-title) button[type=submit]').click();
  }

  it('verifies a file in the browser, by itself: nothing is sent [rows 000-004:A6]', async () => {
    const { page } = await opened();
    await page.getByText('lianpiao.example/log+').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await checkFile(page, files.genuine, 'genuine');
    expect(await page.locator('.checks li').count()).toBe(8);
    expect(await page.locator('.checks .holds').count()).toBe(6);
    expect(await page.locator('#outcome').innerText()).toContain('街角便利店');
    expect(sent).toEqual([]);
    await keepPicture(page, 'verify-genuine-zh');
    // Genuine is not yet "still in force": the page says what a file is silent about.
    await page.locator('[data-standing=none]').waitFor();
    await checkFile(page, files.standing, 'genuine');
    expect(await page.locator('[data-standing=fresh]').innerText()).toMatch(
      /^截至 .+：\s*没有红冲，没有报销。\s*此后的变化不在其中。$/,
    );
    await keepPicture(page, 'verify-standing-zh');
    // A day and a minute later the same file says that it is old.
    await page.clock.setFixedTime(Date.now() + 86_460_000);
    await checkFile(page, files.genuine, 'genuine');
    await checkFile(page, files.standing, 'genuine');
    await page.locator('[data-standing=old]').waitFor();
    await keepPicture(page, 'verify-standing-old-zh');
  });

  it('tells an invoice that was red-lettered later, by what the paper says and by a file that proves how it stands', async () => {
    for (const [result, lines] of [
      ['partly-red', [{ line: 1, net: '40.00', tax: '3.60' }]],
      ['wholly-red', undefined],
    ] as const) {
      const { page } = await opened();
      const { body } = await system.call<Invoice>('POST', '/v1/invoices', shop.apiKey, sale(shop.till));
      const before = join(folder, `before-${result}.lianpiao.json`);
      writeFileSync(before, await proof(body.number, shop.apiKey));
      const correction = { invoice: body.number, reasonCode: '02', ...(lines === undefined ? {} : { lines }), reason: 'test' };
      expect((await system.call('POST', '/v1/corrections', shop.apiKey, correction)).status).toBe(201);
      const after = join(folder, `${result}.lianpiao.json`);
      await services.until(async () => {
        const text = await proof(body.number, shop.apiKey, '?status=document');
        writeFileSync(after, text);
        return text.includes(result);
      }, 'the status with the red letter is sealed');
      await checkPaper(page, { number: body.number, date: chinaDate(Date.parse(body.issuedAt)), total: '109.00' });
      await page.locator(`[data-result=${result}]`).waitFor();
      // Of an older file the page says that it is silent about what came later.
      await checkFile(page, before, 'genuine');
      await page.locator('[data-standing=none]').waitFor();
      await checkFile(page, after, result);
      await keepPicture(page, `verify-${result}-zh`);
      const saved = await opened({}, pathToFileURL(files.saved).href);
      await saved.context.setOffline(true);
      await checkFile(saved.page, after, result);
    }
  });

  it('tells a changed file, a test, and a file that nobody trusted signed', async () => {
    const { page } = await opened({ language: 'en' });
    await checkFile(page, files.changed, 'invalid');
    // What is not what was entered is not shown as if it were.
    expect(await page.locator('#outcome').innerText()).not.toContain('901.00');
    await keepPicture(page, 'verify-invalid-en');
    await checkFile(page, files.test, 'test');
    await page.setInputFiles('input[data-purpose=trust]', files.otherTrust);
    await page.locator('[data-result=unknown]').waitFor();
    await page.setInputFiles('input[data-purpose=trust]', files.genuine);
    await page.getByText('This is no valid trust file.').waitFor();
  });

  it('shows of the buyer no more than the file does, and that only to who unfolds it', async () => {
    const { page } = await opened();
    await checkFile(page, files.hidden, 'genuine');
    expect(await page.locator('#outcome').innerText()).toContain('2 项由持有人保留，不影响验证：buyer, line/1');
    expect(await page.content()).not.toContain('秘密采购有限公司');
    await checkFile(page, files.genuine, 'genuine');
    expect(await page.locator('#outcome').innerText()).not.toContain('秘密采购有限公司');
    await page.getByText('文件披露的全部内容').click();
    expect(await page.locator('#outcome').innerText()).toContain('秘密采购有限公司');
  });

  it('makes a file with less in it, here in the browser, which verifies [rows 000-004:C7]', async () => {
    const { page } = await opened();
    await checkFile(page, files.genuine, 'genuine');
    await page.getByText('转交时少披露一些').click();
    const save = page.getByRole('button', { name: '保存精简后的凭证' });
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'buyer' }).uncheck();
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const less = join(folder, 'less.lianpiao.json');
    await download.saveAs(less);
    expect(readFileSync(less, 'utf8')).not.toContain('秘密采购有限公司');
    await checkFile(page, less, 'genuine');
    await page.getByText('1 项由持有人保留，不影响验证：buyer').waitFor();
  });

  it('answers by what the paper says, and names what differs [rows 000-004:A6]', async () => {
    const { page } = await opened();
    const paper = { number: invoice.number, date, total: '109.00' };
    await checkPaper(page, paper);
    await page.locator('[data-result=genuine]').waitFor();
    await checkPaper(page, { ...paper, total: '901' });
    await page.locator('[data-result=differing]').waitFor();
    expect(await page.locator('.differs').innerText()).toContain('价税合计');
    await checkPaper(page, { ...paper, number: `${invoice.number.slice(0, 5)}999999999999999` });
    await page.locator('[data-result=unknown]').waitFor();
    await checkPaper(page, { ...paper, number: '123', total: 'x' });
    expect(await page.locator('.fault').allInnerTexts()).toEqual(['请输入 20 位数字', '请输入金额，例如 109.00']);
  });

  it('reads a QR code: pasted, in a picture, and through the camera', async () => {
    const { page } = await opened();
    await page.fill('textarea', invoice.qr);
    await page.locator('form:has(textarea) button').click();
    await page.locator('[data-result=genuine]').waitFor();
    const picture = join(folder, 'qr.gif');
    writeQrPicture(invoice.qr, picture);
    await page.fill('textarea', '01,31,,nonsense');
    await page.locator('form:has(textarea) button').click();
    await page.locator('[data-result=invalid]').waitFor();
    await page.setInputFiles(FILE_INPUT, picture);
    await page.locator('[data-result=genuine]').waitFor();
    await page.fill('textarea', `${system.url}/c/abc-123`);
    await page.locator('form:has(textarea) button').click();
    await page.locator('.notice a').waitFor();

    const film = join(folder, 'qr.y4m');
    writeQrFilm(invoice.qr, film);
    const args = ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
    const seeing = await chromium.launch({
      executablePath: CHROMIUM,
      args: [...args, `--use-file-for-fake-video-capture=${film}`],
    });
    try {
      const looked = await visit(seeing, `${system.url}/verify`);
      await looked.page.getByRole('button', { name: '用摄像头扫码' }).click();
      await looked.page.locator('[data-result=genuine]').waitFor();
      expect(looked.complaints).toEqual([]);
    } finally {
      await seeing.close();
    }
  });

  it('says so when the service is away, and still verifies files', async () => {
    const { page, context } = await opened();
    await page.getByText('lianpiao.example/log+').waitFor();
    await context.setOffline(true);
    await checkPaper(page, { number: invoice.number, date, total: '109.00' });
    await page.getByText('连接不上服务').waitFor();
    await checkFile(page, files.genuine, 'genuine');
    // With a file at hand the paper is compared with it.
    await checkPaper(page, { number: invoice.number, date: '2020-01-01', total: '109.00' });
    await page.locator('[data-result=differing]').waitFor();
    expect(await page.locator('.differs').innerText()).toContain('开票日期');
  });

  it('works from a saved file with the network off, which the file could not even reach [rows 000-004:A6]', async () => {
    const it = await opened({}, pathToFileURL(files.saved).href);
    const { page, context } = it;
    await context.setOffline(true);
    await checkFile(page, files.genuine, 'genuine');
    await checkFile(page, files.changed, 'invalid');
    await checkFile(page, files.genuine, 'genuine');
    await checkPaper(page, { number: invoice.number, date, total: '901.00' });
    await page.locator('[data-result=differing]').waitFor();
    await keepPicture(page, 'verify-offline-zh');
    expect(it.complaints).toEqual([]);
    await context.setOffline(false);
    const reached = await page.evaluate((url) => fetch(`${url}/healthz`).then(() => true, () => false), system.url); // prettier-ignore
    expect(reached).toBe(false);
    await services.until(() => it.complaints.length > 0, 'the refusal');
    expect(it.complaints.splice(0)).toEqual([expect.stringContaining('connect-src')]);
  });

  it('is small, and lets nothing in from elsewhere', async () => {
    const html = await fetch(`${system.url}/verify`);
    expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/);
    const scripts: string[] = [];
    const { page } = await opened();
    for (const url of await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))) {
      expect(url.startsWith(system.url)).toBe(true);
      if (url.endsWith('.js')) scripts.push(url);
    }
    const bytes = scripts.reduce((sum, url) => sum + statSync(join(PAGES, new URL(url).pathname)).size, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(300_000);
    const [asset] = scripts;
    const sent = await fetch(asset!, { headers: { 'accept-encoding': 'br' } });
    expect(sent.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(sent.headers.get('content-encoding')).toBe('br');
    const known = await fetch(`${system.url}/verify`, { headers: { 'if-none-match': html.headers.get('etag')! } });
    expect(known.status).toBe(304);
    for (const path of ['/assets/..%2f..%2fmain.js', '/assets/nothing.js'])
      expect((await fetch(system.url + path)).status).toBe(404);
    expect(readdirSync(PAGES)).toContain('verify-offline.html');
    expect(readFileSync(files.saved, 'utf8')).toMatch(/connect-src|default-src 'none'/);
  });

  it.each([
    ['wide', 'zh'],
    ['wide', 'en'],
    ['narrow', 'zh'],
    ['narrow', 'en'],
  ] as const)('keeps nobody out: %s, %s', async (width, language) => {
    const { page } = await opened({ width, language });
    expect(await seriousFaults(page)).toEqual([]);
    await checkFile(page, files.genuine, 'genuine');
    await page.locator('.disclosed summary').first().click();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
    await keepPicture(page, `verify-${width}-${language}`);
    // By keyboard alone: language, file, camera, text, in this order.
    await page.locator('.switch button').first().focus();
    const order: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab');
      order.push(await page.evaluate(() => document.activeElement?.tagName ?? ''));
    }
    expect(order).toContain('BUTTON');
  });
});
