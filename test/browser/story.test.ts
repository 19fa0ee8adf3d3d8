import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chinaDate, parseFapiaoQr } from '@lianpiao/chaincode/domain';
import type { Page } from 'playwright-core';
import { checkLook, qrTextIn, visitsOfTests, type VisitOptions, type Width } from '../support/browser';
import { SeenPdf } from '../support/pdf';
import { startScriptsUp, type RunningUp } from '../support/scripts-up';

/** The till and the company whom `./scripts/up` has registered. */
const TILL = 'demo-till-1';
const COMPANY = { name: '样例科技有限公司', taxId: '91310000MA1DEMQC0F' };
const TOTAL = '104.20';

interface Look {
  readonly language: 'zh' | 'en';
  readonly till: Width;
  readonly phone: Width;
  /** What stands on the buttons that the story presses. */
  readonly words: Readonly<Record<'goods' | 'proven' | 'issued' | 'sealed' | 'anchored' | 'pdf' | 'offline', string>>;
}
const LOOKS: readonly Look[] = [
  {
    language: 'zh',
    till: 'wide',
    phone: 'narrow',
    words: {
      goods: '载入示例商品',
      proven: '已在本浏览器验证：真实',
      issued: '开具，写入账本第',
      sealed: '进入公开日志',
      anchored: '锚定到公链',
      pdf: '下载 PDF',
      offline: '下载离线查验页',
    },
  },
  {
    language: 'en',
    till: 'narrow',
    phone: 'wide',
    words: {
      goods: 'Load example goods',
      proven: 'Verified in this browser: genuine',
      issued: 'Issued, entry',
      sealed: 'In the public log',
      anchored: 'Anchored on chain',
      pdf: 'Download the PDF',
      offline: 'Download the offline verifier',
    },
  },
];

/**
 * The whole way of one invoice, as people see it: a sale at the till, the phone that scans its receipt, the company's inbox,
 * the bureau's search, and a stranger who believes nobody. Every page is that of a `./scripts/up` of its own.
 */
describe('from till to phone to company to bureau to stranger', () => {
  let up: RunningUp;
  let folder: string;

  jest.setTimeout(240_000);
  const visit = visitsOfTests();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-story-'));
    up = await startScriptsUp();
  }, 240_000);
  afterAll(async () => {
    await up.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(url: string, options: VisitOptions): Promise<Page> {
    return (await visit(url, options)).page;
  }
  const look = (page: Page, name: string, { language }: Look): Promise<void> => checkLook(page, `story-${name}-${language}`);
  async function save(page: Page, press: () => Promise<void>, name: string): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    const file = join(folder, name);
    await download.saveAs(file);
    return file;
  }

  /** Sells two goods of different rates with a discount, and gives what the receipt's QR code says. */
  async function sell(it: Look): Promise<string> {
    const page = await open(`${up.url}/#/till`, { width: it.till, language: it.language, apiKey: up.keys.merchant });
    await page.fill('#till-id', TILL);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: it.words.goods }).click();
    await page.locator('.till-goods input').first().focus();
    for (const goods of ['1001', '2*1004']) {
      await page.keyboard.type(goods);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('F8');
    // 54.50 at 9 % and 2 × 28.00 at 6 %, less 6.30.
    await page.keyboard.type('6.30');
    await page.waitForFunction((total) => document.querySelector('.cart-total strong')?.textContent === total, `¥${TOTAL}`);
    await look(page, '1-till', it);
    await page.keyboard.press('F9');
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'submit');
    await page.keyboard.press('Enter');
    await page.locator('.receipt img').waitFor();
    await look(page, '2-receipt', it);
    const link = await qrTextIn(page, '.receipt img');
    expect(link).toMatch(/^http:\/\/[^/]+\/c\/[2-9A-HJKMNP-Z]{20}$/);
    return link!;
  }

  /** Scans the receipt, asks for the company's invoice, and gives its files. */
  async function claim(it: Look, link: string): Promise<{ readonly number: string; readonly bundle: string }> {
    const page = await open(link, { width: it.phone, language: it.language });
    await page.fill('#title-name', COMPANY.name);
    await page.fill('#title-taxId', COMPANY.taxId);
    await look(page, '3-phone', it);
    await page.locator('button[type=submit]').click();
    await page.locator('#invoice-title.done').waitFor();
    await page.locator('.notice.good').waitFor();
    await look(page, '4-phone-invoice', it);
    const qr = parseFapiaoQr((await qrTextIn(page, 'img.qr'))!);
    expect(qr).toMatchObject({ verdict: 'valid', amount: TOTAL });
    const { number } = qr as { number: string };
    const pdf = new SeenPdf(readFileSync(await save(page, () => page.locator('.stack button').first().click(), `${number}.pdf`)));
    // Both codes are read off the print: that of the field, and the link to its verification.
    expect(parseFapiaoQr(pdf.qrText('top left')!)).toMatchObject({ verdict: 'valid', number, amount: TOTAL });
    expect(pdf.qrText('bottom right')).toContain('/verify#');
    pdf.remove();
    const bundle = await save(page, () => page.locator('.stack button').nth(1).click(), `${number}.lianpiao.json`);
    return { number, bundle };
  }

  async function receive(it: Look, inbox: Page, number: string): Promise<void> {
    await inbox.getByRole('link', { name: number }).waitFor({ timeout: 10_000 });
    await look(inbox, '5-company-inbox', it);
    await inbox.getByRole('link', { name: number }).click();
    await inbox.getByText(it.words.proven).waitFor();
    await look(inbox, '6-company-invoice', it);
    const pdf = await save(inbox, () => inbox.getByRole('button', { name: it.words.pdf }).click(), `company-${number}.pdf`);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  }

  /** The bureau finds it by its number, and sees what happened to it up to its anchor on the chain. */
  async function supervise(it: Look, number: string): Promise<void> {
    const page = await open(`${up.url}/#/live`, { width: it.till, language: it.language, apiKey: up.keys.bureau });
    await page.getByRole('link', { name: number }).waitFor();
    await look(page, '7-bureau-live', it);
    await page.getByRole('link', { name: number }).click();
    const history = page.locator('.ant-timeline');
    for (const step of [it.words.issued, it.words.sealed]) await history.getByText(step).waitFor();
    const end = Date.now() + 60_000;
    while ((await history.getByText(it.words.anchored).count()) === 0) {
      expect(Date.now()).toBeLessThan(end);
      await page.waitForTimeout(1000);
      await page.reload();
      await history.getByText(it.words.sealed).waitFor();
    }
    await look(page, '8-bureau-invoice', it);
  }

  /** Saves the verify page from the service, and then believes only that file. */
  async function doubt(it: Look, number: string, bundle: string): Promise<void> {
    const online = await open(`${up.url}/verify`, { width: it.phone, language: it.language });
    const saved = await save(online, () => online.getByText(it.words.offline).click(), `verify-${it.language}.html`);
    const page = await open(pathToFileURL(saved).href, { width: it.phone, language: it.language });
    await page.context().setOffline(true);
    await page.setInputFiles('input[type=file]:not([data-purpose])', bundle);
    await page.locator('[data-result=genuine]').waitFor();
    expect(await page.locator('.checks .fails').count()).toBe(0);
    await look(page, '9-stranger', it);
    await page.fill('#paper-number', number);
    await page.fill('#paper-date', chinaDate(Date.now()));
    await page.fill('#paper-total', '1042.00');
    await page.locator('section:has(#paper-title) button[type=submit]').click();
    await page.locator('[data-result=differing]').waitFor();
    await look(page, '10-stranger-differing', it);
  }

  it.each(LOOKS)(
    'an invoice is sold, claimed, received, supervised and verified with the network off ($language: till $till, phone $phone) [rows 000-004:A2,A3,A6]',
    async (it) => {
      const inbox = await open(`${up.url}/#/inbox`, { width: it.phone, language: it.language, apiKey: up.keys.company });
      await inbox.locator('[data-stream=live]').waitFor();
      const link = await sell(it);
      const { number, bundle } = await claim(it, link);
      await receive(it, inbox, number);
      await supervise(it, number);
      await doubt(it, number, bundle);
    },
  );
});
