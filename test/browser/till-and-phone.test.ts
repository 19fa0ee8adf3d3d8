import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseClaimCode, titleQrText, verifyBundle, type Bundle } from '@lianpiao/chaincode/domain';
import type { Page } from 'playwright-core';
import { toBuffer } from 'qrcode';
import {
  fitsItsWidth,
  keepPicture,
  loseAnswers,
  qrTextIn,
  seriousFaults,
  visitsOfTests,
  type Visit,
  type VisitOptions,
  type Width,
} from '../support/browser';
import { nodeVerifier } from '../support/node-signatures';
import { sale, TAX_IDS } from '../support/sales';
import { startSystem, services, type TestSystem } from '../support/system';
import { trustOf } from '../support/trust';

const COMPANY = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };

describe('till and phone in a real browser', () => {
  let system: TestSystem;
  let folder: string;
  let shop: { apiKey: string; till: string };
  const receiptMs: number[] = [];

  jest.setTimeout(120_000);
  const visit = visitsOfTests();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-browser-'));
    system = await startSystem();
    shop = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    const registration = { organisation: 'the-company', role: 'company', party: COMPANY };
    await services.registerOrganisation(system.url, system.bureauKey, registration);
  });
  afterAll(async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (path: string, options?: VisitOptions): Promise<Visit> => visit(`${system.url}${path}`, options);
  async function paidSale(more: Record<string, unknown> = {}): Promise<string> {
    const body = { ...sale(shop.till), orderReference: crypto.randomUUID(), payment: { reference: 'PAY' }, ...more };
    const answer = await system.call<{ code: string }>('POST', '/v1/sales', shop.apiKey, body);
    expect(answer.status).toBe(201);
    return parseClaimCode(answer.body.code)!;
  }
  const phone = (code: string, options: VisitOptions = {}): Promise<Visit> => open(`/c/${code}`, { width: 'narrow', ...options });
  async function lookAt({ page, complaints }: Visit, name: string): Promise<void> {
    // What comes in slowly has another colour until it is there.
    await page.waitForTimeout(400);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
    expect(complaints).toEqual([]);
    await keepPicture(page, name);
  }
  async function fillIn(page: Page, { name, taxId }: { name: string; taxId?: string }): Promise<void> {
    await page.fill('#title-name', name);
    if (taxId !== undefined) await page.fill('#title-taxId', taxId);
  }
  const submit = (page: Page): Promise<void> => page.click('button[type=submit]');

  describe.each<[Width]>([['wide'], ['narrow']])('the till, %s', (width) => {
    it.each(['zh', 'en'] as const)('sells by keys alone (%s)', async (language) => {
      const visited = await open('/', { width, language, apiKey: shop.apiKey });
      const { page } = visited;
      await page.fill('#till-id', shop.till);
      await page.keyboard.press('Enter');
      await page.click(language === 'zh' ? 'text=载入示例商品' : 'text=Load example goods');
      await lookAt(visited, `till-empty-${width}-${language}`);

      const search = page.locator('.till-goods input').first();
      await search.focus();
      await page.keyboard.type('3*大米');
      await page.keyboard.press('Enter');
      await page.keyboard.type('1002');
      await page.keyboard.press('Enter');
      await page.keyboard.press('+');
      await page.keyboard.press('F8');
      await page.keyboard.type('7.50');
      // 3 × 54.50 + 2 × 2.00 − 7.50
      await page.waitForFunction(() => document.querySelector('.cart-total strong')?.textContent === '¥160.00');
      await lookAt(visited, `till-cart-${width}-${language}`);
      await page.keyboard.press('F9');
      await page.locator('.ant-modal button[type=submit]').waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'submit');
      await page.keyboard.press('2');
      await lookAt(visited, `till-pay-${width}-${language}`);
      const before = Date.now();
      await page.keyboard.press('Enter');
      await page.locator('.receipt img').waitFor();
      const took = Date.now() - before;
      receiptMs.push(took);
      await lookAt(visited, `till-receipt-${width}-${language}`);

      const qr = await qrTextIn(page, '.receipt img');
      expect(qr).toMatch(/^http:\/\/localhost:\d+\/c\/[2-9A-HJKMNP-Z]{20}$/);
      const seen = await system.call<{ totals: { gross: string } }>('GET', `/v1/claim/${qr!.split('/c/')[1]!}`);
      expect(seen.body.totals.gross).toBe('160.00');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('.cart-list li') === null);
      await page.waitForFunction(() => document.activeElement?.closest('.till-goods') !== null);
    });
  });

  it('shows the receipt within a second of the payment', () => {
    // Each is one click of a fresh page on a machine that does other things, too: the slower of the middle two counts.
    const sorted = receiptMs.toSorted((left, right) => left - right);
    console.log(`receipt on the screen after ${sorted.join(', ')} ms`);
    expect(sorted).toHaveLength(4);
    expect(sorted[2]).toBeLessThan(1000);
  });

  it('records a sale once when the answer is lost and the cashier tries again', async () => {
    const { page } = await open('/#/till', { apiKey: shop.apiKey });
    await page.fill('#till-id', shop.till);
    await page.keyboard.press('Enter');
    await page.click('text=载入示例商品');
    await page.keyboard.type('1003');
    await page.locator('.goods-pick').first().click();
    const count = async (): Promise<number> =>
      (await system.call<{ items: unknown[] }>('GET', '/v1/sales?limit=500', shop.apiKey)).body.items.length;
    const before = await count();
    // The gateway takes the sale; its answer never comes.
    const answerAgain = await loseAnswers(page);
    await page.keyboard.press('F9');
    const confirm = page.locator('.ant-modal button[type=submit]');
    await confirm.click();
    await page.locator('.ant-modal [role=alert]').waitFor();
    await keepPicture(page, 'till-unsure');
    await answerAgain();
    await confirm.dblclick();
    await page.locator('.receipt img').waitFor();
    expect(await count()).toBe(before + 1);
  });

  it('counts a press that begins the moment the dialog of the payment is there', async () => {
    const { page } = await open('/#/till', { apiKey: shop.apiKey });
    await page.fill('#till-id', shop.till);
    await page.keyboard.press('Enter');
    await page.click('text=载入示例商品');
    await page.locator('.goods-pick').first().click();
    const centre = page.evaluate(async () => {
      for (;;) {
        const box = document.querySelector('.ant-modal button[type=submit]')?.getBoundingClientRect();
        if (box !== undefined) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        await new Promise(requestAnimationFrame);
      }
    });
    await page.keyboard.press('F9');
    const { x, y } = await centre;
    await page.mouse.move(x, y);
    await page.mouse.down();
    // As long as a finger takes.
    await page.waitForTimeout(60);
    await page.mouse.up();
    await page.locator('.receipt img').waitFor();
  });

  it.each<[Width, 'zh' | 'en']>([
    ['wide', 'zh'],
    ['narrow', 'en'],
  ])('lists the day with its totals and prepares refunds (%s, %s)', async (width, language) => {
    const code = await paidSale();
    const claimed = await system.call<{ invoice: { number: string } }>('POST', `/v1/claim/${code}`, undefined, {
      buyer: COMPANY,
    });
    const visited = await open('/#/sales', { width, language, apiKey: shop.apiKey });
    const { page } = visited;
    const row = page.locator('tr', { hasText: claimed.body.invoice.number }).first();
    await row.waitFor();
    await lookAt(visited, `sales-${width}-${language}`);
    await row.getByRole('button', { name: language === 'zh' ? '退款' : 'Refund' }).click();
    await page.locator('#refund-0').waitFor();
    await page.fill('#refund-0', '200');
    await page.fill('#refund-reason', '顾客退货');
    await page.click('.ant-drawer button[type=submit]');
    await page.locator('.ant-drawer [role=alert]').last().waitFor();
    await page.fill('#refund-0', '54.50');
    await lookAt(visited, `refund-${width}-${language}`);
    await page.click('.ant-drawer button[type=submit]');
    await page.locator('#refund-0').waitFor({ state: 'detached' });
    const { body } = await system.call<{ items: { invoice: string; gross: string }[] }>('GET', '/v1/refunds', shop.apiKey);
    expect(body.items[0]).toMatchObject({ invoice: claimed.body.invoice.number, gross: '54.50' });
  });

  describe.each<[Width, 'zh' | 'en']>([
    ['narrow', 'zh'],
    ['wide', 'en'],
  ])('the phone page (%s, %s)', (width, language) => {
    it('turns a receipt into an invoice with PDF and bundle, and hands it to the company [rows 000-004:A2]', async () => {
      const code = await paidSale();
      const visited = await phone(code, { width, language });
      const { page } = visited;
      await page.locator('#title-name').waitFor();
      await lookAt(visited, `phone-open-${width}-${language}`);
      await fillIn(page, { ...COMPANY, taxId: '91310000MA1DEMQC0G' });
      await submit(page);
      await page.locator('#fault-taxId').waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('title-taxId');
      await lookAt(visited, `phone-fault-${width}-${language}`);
      await page.fill('#title-taxId', COMPANY.taxId.toLowerCase());
      await page.locator('button[type=submit]').dblclick();
      await page.locator('#invoice-title.done').waitFor();
      await page.locator('.notice.good').waitFor();
      await lookAt(visited, `phone-done-${width}-${language}`);

      const number = (await system.call<{ invoice: { number: string } }>('GET', `/v1/claim/${code}`)).body.invoice.number;
      expect(await qrTextIn(page, 'img.qr')).toContain(number);
      const [pdf] = await Promise.all([page.waitForEvent('download'), page.locator('.stack button').first().click()]);
      const pdfFile = join(folder, `${number}.pdf`);
      await pdf.saveAs(pdfFile);
      expect(readFileSync(pdfFile).subarray(0, 5).toString()).toBe('%PDF-');
      const [proof] = await Promise.all([page.waitForEvent('download'), page.locator('.stack button').nth(1).click()]);
      await proof.saveAs(join(folder, 'bundle.json'));
      const bundle = JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8')) as Bundle;
      expect(verifyBundle(bundle, await trustOf(system.url), nodeVerifier).result).toBe('valid');

      // Reloaded, this phone still has it; the link opens it elsewhere; without either nobody sees the buyer.
      await page.reload();
      await page.locator('#invoice-title').waitFor();
      const link = await page.inputValue('input[readonly]');
      const other = await phone(link.slice(system.url.length + '/c/'.length), { language });
      await other.page.locator('#invoice-title').waitFor();
      expect(await other.page.locator('body').innerText()).toContain(COMPANY.name);
      const stranger = await phone(code, { language });
      await stranger.page.locator('#title-name').waitFor();
      expect(await stranger.page.locator('body').innerText()).not.toContain(COMPANY.name);
      await lookAt(stranger, `phone-claimed-${width}-${language}`);
      await fillIn(stranger.page, { name: '别的公司', taxId: TAX_IDS.other });
      await submit(stranger.page);
      await stranger.page.locator('[role=alert]').waitFor();
      await fillIn(stranger.page, COMPANY);
      await submit(stranger.page);
      await stranger.page.locator('#invoice-title').waitFor();
    });

    it('says clearly when there is nothing to get', async () => {
      const over = await paidSale({ expiresAt: new Date(Date.now() + 300).toISOString() });
      await new Promise((resolve) => setTimeout(resolve, 400));
      const expired = await phone(over, { width, language });
      await expired.page.locator('.state.expired').waitFor();
      await lookAt(expired, `phone-expired-${width}-${language}`);
      const wrong = await phone('23456789ABCDEFGHJKMX', { width, language });
      await wrong.page.locator('#wrong-title').waitFor();
      await lookAt(wrong, `phone-wrong-${width}-${language}`);
      const code = await paidSale();
      await wrong.page.fill('input.code', code.toLowerCase().slice(0, -1));
      await submit(wrong.page);
      await wrong.page.locator('.fault').waitFor();
      await wrong.page.fill('input.code', `${code.slice(0, 4)}-${code.slice(4)}`);
      await submit(wrong.page);
      await wrong.page.locator('#title-name').waitFor();
      expect(new URL(wrong.page.url()).pathname).toBe(`/c/${code}`);
    });
  });

  it('keeps a title book on the phone, reads title QR codes, and works by keyboard', async () => {
    const visited = await phone(await paidSale());
    const { page } = visited;
    const picture = join(folder, 'title.png');
    writeFileSync(
      picture,
      await toBuffer(titleQrText({ ...COMPANY, address: '上海市世纪大道1号', phone: '021-1' }), { scale: 6 }),
    );
    await page.setInputFiles('[data-testid=title-picture]', picture);
    await page.locator('.notice.good').waitFor();
    expect(await page.inputValue('#title-taxId')).toBe(COMPANY.taxId);
    expect(await page.inputValue('#title-address')).toBe('上海市世纪大道1号');
    await lookAt(visited, 'phone-scanned');
    await page.focus('#title-name');
    await page.keyboard.press('Enter');
    await page.locator('#invoice-title.done').waitFor();

    await page.goto(`${system.url}/c/${await paidSale()}`);
    await page.getByRole('button', { name: '个人' }).click();
    await page.fill('#title-name', '张三');
    await submit(page);
    await page.locator('#invoice-title.done').waitFor();

    await page.goto(`${system.url}/c/${await paidSale()}`);
    await page.locator('.book li').nth(1).waitFor();
    await lookAt(visited, 'phone-book');
    await page.getByRole('button', { name: `${COMPANY.name} ${COMPANY.taxId}` }).click();
    expect(await page.inputValue('#title-taxId')).toBe(COMPANY.taxId);
    await page.getByRole('button', { name: '删除 张三' }).click();
    expect(await page.locator('.book li').count()).toBe(1);
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '修改 张三' }).click();
    await page.fill('#title-name', '张三丰');
    await submit(page);
    await page.locator('#invoice-title.done').waitFor();
    await page.goto(`${system.url}/c/${await paidSale()}`);
    await page.locator('.book li').first().waitFor();
    expect(await page.locator('.pick').allInnerTexts()).toEqual(['张三丰', `${COMPANY.name}\n${COMPANY.taxId}`]);
  });

  it('gives one invoice to two phones at once, and tells the one that came too late', async () => {
    const code = await paidSale();
    const [one, two] = [await phone(code), await phone(code)];
    await fillIn(one.page, COMPANY);
    await fillIn(two.page, { name: '别的公司', taxId: TAX_IDS.other });
    await Promise.all([submit(one.page), submit(two.page)]);
    const outcomes = await Promise.all(
      [one, two].map(async ({ page }) => {
        await page.locator('#invoice-title.done, .state.invoiced').first().waitFor();
        await page.waitForTimeout(500);
        return page.locator('#invoice-title.done').count();
      }),
    );
    expect(outcomes.sort()).toEqual([0, 1]);
    await keepPicture(outcomes[0] === 0 ? one.page : two.page, 'phone-too-late');
  });

  it('says so when the network is gone, and goes on when it is back', async () => {
    const code = await paidSale();
    const visited = await phone(code);
    const { page, context } = visited;
    await page.locator('#title-name').waitFor();
    await fillIn(page, COMPANY);
    await context.setOffline(true);
    await submit(page);
    await page.locator('[role=alert]').waitFor();
    await lookAt(visited, 'phone-offline');
    await context.setOffline(false);
    await submit(page);
    await page.locator('#invoice-title.done').waitFor();
  });

  it('loads less than 300 kB of script on a phone', async () => {
    const code = await paidSale();
    const { page } = await phone(code);
    const scripts: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) void response.body().then((body) => scripts.push(body.length));
    });
    await page.reload();
    await page.locator('#title-name').waitFor();
    await page.waitForLoadState('networkidle');
    expect(scripts.length).toBeGreaterThan(0);
    const sum = scripts.reduce((total, bytes) => total + bytes, 0);
    console.log(`script of the phone page: ${String(Math.round(sum / 1024))} kB`);
    expect(sum).toBeLessThan(300 * 1024);
  });
});
