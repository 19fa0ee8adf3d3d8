import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openSqlite } from '../../gateway/src/stores/sqlite';
import { INDEX_SCHEMA } from '../../gateway/src/stores/index-store';
import { fitsItsWidth, keepPicture, seriousFaults, visitsOfTests, type Visit, type VisitOptions } from '../support/browser';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

const PLACES = ['overview', 'live', 'invoices', 'registry', 'ranges', 'reconciliation', 'anchors'] as const;

describe("the bureau's console", () => {
  jest.setTimeout(120_000);
  const visit = visitsOfTests();
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let numbers: string[];
  let bought = 0;

  async function issue(count: number): Promise<string[]> {
    const issued: string[] = [];
    for (let place = 0; place < count; place += 1) {
      const buyer = place % 2 === 0 ? { buyer: { name: '样例科技有限公司', taxId: TAX_IDS.buyer } } : {};
      const answer = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, sale(seller.till, buyer));
      issued.push(answer.body.number);
      bought += place % 2 === 0 ? 1 : 0;
    }
    return issued;
  }

  beforeAll(async () => {
    system = await startSystem();
    seller = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    const sandbox = await system.seller('sandbox-shop', TAX_IDS.other, { sandbox: true, name: '沙箱商店' });
    await system.call('POST', '/v1/invoices', sandbox.apiKey, sale(sandbox.till));
    numbers = await issue(6);
    const found = async (): Promise<boolean> =>
      (await system.call<{ items: object[] }>('GET', '/v1/invoices/search', system.bureauKey)).body.items.length === 7;
    await services.until(found, 'the index');
  });
  afterAll(async () => {
    await system.stop();
  });

  async function opened(place: string, options: VisitOptions = {}): Promise<Visit> {
    const it = await visit(`${system.url}/#/${place}`, { apiKey: system.bureauKey, ...options });
    await it.page.locator('h1').first().waitFor();
    return it;
  }

  it('lets somebody in with a key, and nobody without', async () => {
    const { page } = await opened('', { apiKey: undefined });
    await page.getByLabel('API 密钥').fill('lp_0000000000000000_wrong');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('密钥不正确').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await keepPicture(page, 'sign-in-zh');
    await page.getByLabel('API 密钥').fill(system.bureauKey);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '总览' }).waitFor();
    // The key stays in the tab, and nowhere else.
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('lp_');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('API 密钥').waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('lianpiao.key'))).toBeNull();
  });

  it('draws and writes the figures by day, region, trade and rate, tests apart', async () => {
    const { page } = await opened('overview');
    for (const title of ['按地区', '按税率', '按行业']) await page.getByText(title).first().waitFor();
    await services.until(async () => (await page.locator('svg path').count()) > 10, 'the charts');
    const figures = page.locator('.figures-table').nth(1);
    await figures.locator('summary').click();
    // Six of 100.00 net; the sandbox' invoice is not among them.
    await services.until(async () => /广东\s+6\s+¥600\.00\s+¥54\.00/.test(await figures.innerText()), 'the figures');
    expect(await page.locator('.grid-cards').first().innerText()).toMatch(/发票数\s+6[\s\S]*测试发票数\s+1/);
  });

  it('shows what happens the moment it happens, and goes on where it was after the network was gone', async () => {
    const { page, context } = await opened('live');
    await page.locator('[data-stream=live]').waitFor();
    const [first] = await issue(1);
    await page.getByRole('link', { name: first! }).waitFor({ timeout: 5_000 });
    await page.getByRole('button', { name: '暂停滚动' }).click();
    const [second] = await issue(1);
    await page.getByText('暂停期间有 1 条新动态').waitFor();
    expect(await page.getByRole('link', { name: second! }).count()).toBe(0);
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('link', { name: second! }).waitFor();
    await context.setOffline(true);
    await page.getByText('网络已断开').waitFor();
    const before = await page.locator('tbody tr.ant-table-row').count();
    const missed = await issue(2);
    // Chromium keeps what is connected: the gateway ends it, as a proxy would.
    await system.gateway.stop();
    system.gateway = await services.startGateway({
      env: system.env,
      port: Number(new URL(system.url).port),
      log: join(system.folder, 'gateway-2.log'),
    });
    await context.setOffline(false);
    for (const number of missed) await page.getByRole('link', { name: number }).waitFor({ timeout: 25_000 });
    expect(await page.locator('tbody tr.ant-table-row').count()).toBe(before + 2);
    numbers.push(first!, second!, ...missed);
  });

  it('finds invoices by number, seller, buyer, day and total, and comes back to the same search', async () => {
    const { page } = await opened('invoices');
    const count = async (): Promise<number> => page.locator('tbody tr.ant-table-row').count();
    const search = async (label: string, text: string): Promise<void> => {
      await page.getByRole('button', { name: '清除', exact: true }).click();
      await page.getByLabel(label).fill(text);
      await page.getByRole('button', { name: '检索', exact: true }).click();
    };
    const found = async (wanted: number): Promise<void> => {
      await page.getByText(`已找到 ${String(wanted)} 张`).waitFor();
      expect(await count()).toBe(wanted);
    };
    await search('销售方税号', TAX_IDS.seller);
    await found(numbers.length);
    await search('购买方税号', TAX_IDS.buyer);
    await found(bought);
    await search('金额不低于', '109.01');
    await page.getByText('没有符合条件的发票').waitFor();
    await found(0);
    await keepPicture(page, 'bureau-search-empty-zh');
    await page.getByLabel('金额不低于').fill('viel');
    await page.getByText('请输入金额').waitFor();
    await search('发票号码', numbers[0]!);
    await found(1);
    await page.getByRole('link', { name: numbers[0]! }).click();
    await page.getByRole('heading', { name: `发票 ${numbers[0]!}` }).waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('link', { name: numbers[0]! }).waitFor();
    expect(await page.getByLabel('发票号码').inputValue()).toBe(numbers[0]);
  });

  it("shows an invoice's history as a time line, and verifies its proof in the browser", async () => {
    const { page } = await opened(`invoices/${numbers[0]!}`);
    await page.getByText('已在本浏览器验证：真实').waitFor();
    const history = await page.locator('.ant-timeline').innerText();
    expect(history).toMatch(/开具，写入账本第 \d+ 条[\s\S]*进入公开日志/);
    expect(await seriousFaults(page)).toEqual([]);
    await keepPicture(page, 'bureau-invoice-zh');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载凭证文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${numbers[0]!}.lianpiao.json`);
    const missing = await opened('invoices/26440000000999999999');
    await missing.page.getByRole('alert').getByText('INVOICE_UNKNOWN').waitFor();
  });

  it('registers once, however often the button is pressed, and shows the key once', async () => {
    const { page } = await opened('registry');
    await page.getByRole('button', { name: '登记机构' }).click();
    const drawer = page.getByRole('dialog', { name: '登记机构' });
    await drawer.getByLabel('名称').fill('新商户有限公司');
    await drawer.getByLabel('标识').fill('new-shop');
    await drawer.getByLabel('理由（写入记录）').fill('申请登记');
    await drawer.getByRole('button', { name: '登记', exact: true }).click();
    await drawer.getByText('必填', { exact: true }).waitFor();
    await drawer.getByLabel('税号').fill(TAX_IDS.third);
    expect(await seriousFaults(page)).toEqual([]);
    await keepPicture(page, 'bureau-register-zh');
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
    });
    await drawer.getByRole('button', { name: '登记', exact: true }).dblclick();
    const shown = page.getByRole('dialog').getByText(/^lp_/);
    await shown.waitFor();
    expect(posts).toEqual(['/v1/organisations', '/v1/api-keys']);
    const key = await shown.innerText();
    expect((await system.call<{ organisation: string }>('GET', '/v1/session', key)).body.organisation).toBe('new-shop');
    await page.getByRole('button', { name: /知道|OK/ }).click();
    await page.getByRole('cell', { name: '新商户有限公司' }).waitFor();

    // The same again is refused in words, and what was typed stays.
    await page.getByRole('button', { name: '登记机构' }).click();
    await drawer.getByLabel('名称').fill('新商户有限公司');
    await drawer.getByLabel('标识').fill('new-shop');
    await drawer.getByLabel('税号').fill(TAX_IDS.third);
    await drawer.getByLabel('理由（写入记录）').fill('再来一次');
    await drawer.getByRole('button', { name: '登记', exact: true }).click();
    await drawer.getByRole('alert').getByText('ORGANISATION_EXISTS').waitFor();
    expect(await drawer.getByLabel('理由（写入记录）').inputValue()).toBe('再来一次');
  });

  it('keeps all that was typed when the session ends, and goes on after signing in again', async () => {
    const made = await system.call<{ id: string; apiKey: string }>('POST', '/v1/api-keys', system.bureauKey, {
      organisation: 'bureau',
      label: 'short',
      reason: 'test',
    });
    const { page } = await opened('ranges', { apiKey: made.body.apiKey });
    await page.getByRole('button', { name: '分配号段' }).click();
    const drawer = page.getByRole('dialog', { name: '分配号段' });
    await drawer.getByLabel('销售方标识').fill('corner-shop');
    await drawer.getByLabel('号码前缀').fill('26440');
    await drawer.getByLabel('起始顺序号').fill('1');
    await drawer.getByLabel('截止顺序号').fill('10');
    await drawer.getByLabel('理由（写入记录）').fill('春节备号');
    await system.call('DELETE', `/v1/api-keys/${made.body.id}`, system.bureauKey, { reason: 'test' });
    await services.until(
      async () => (await system.call('GET', '/v1/session', made.body.apiKey)).status === 401,
      'the key to be forgotten',
    );
    // By the process that answered; another one may believe the key for a second longer (`CACHE_MS` of authenticate.ts).
    await page.waitForTimeout(1100);
    await drawer.getByRole('button', { name: '分配', exact: true }).click();
    const again = page.getByRole('dialog', { name: '会话已结束' });
    await again.waitFor();
    await page.waitForTimeout(400);
    await keepPicture(page, 'session-over-zh');
    await again.getByLabel('API 密钥').fill(seller.apiKey);
    await again.getByRole('button', { name: '重新登录' }).click();
    await again.getByText('这个密钥属于另一个机构').waitFor();
    await again.getByLabel('API 密钥').fill(system.bureauKey);
    await again.getByRole('button', { name: '重新登录' }).click();
    await again.waitFor({ state: 'hidden' });
    expect(await drawer.getByLabel('理由（写入记录）').inputValue()).toBe('春节备号');
    // Numbers of this prefix were handed out before: the refusal of the rules is shown.
    await drawer.getByRole('button', { name: '分配', exact: true }).click();
    await drawer.getByRole('alert').getByText('RANGE_OVERLAPS').waitFor();
  });

  it('asks for a full pass and shows what it found', async () => {
    const { page } = await opened('reconciliation');
    await page.getByText('没有发现任何问题').waitFor();
    await page.getByRole('button', { name: '立即全量核对' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由（写入记录）').fill('例行');
    await dialog.getByRole('button', { name: '立即全量核对' }).click();
    await page.getByText(/上次全量核对：.*结果 clean|上次全量核对/).waitFor({ timeout: 25_000 });
  });

  it('tells a gateway that is gone from an empty list, and gets over it', async () => {
    const { page, context } = await opened('anchors');
    await page.getByText('还没有锚定').first().waitFor();
    await context.setOffline(true);
    await page.getByText('连接不上网关').first().waitFor({ timeout: 15_000 });
    // What was there is there.
    expect(await page.getByText('还没有锚定').first().isVisible()).toBe(true);
    await keepPicture(page, 'network-gone-zh');
    await context.setOffline(false);
    await page.getByText('连接不上网关').first().waitFor({ state: 'hidden', timeout: 15_000 });
  });

  it.each([
    ['wide', 'zh'],
    ['narrow', 'en'],
  ] as const)(
    'keeps nobody out of any page: %s, %s',
    async (width, language) => {
      const { page } = await opened('overview', { width, language });
      for (const place of PLACES) {
        await page.goto(`${system.url}/#/${place}`);
        await settled(page);
        expect({ place, faults: await seriousFaults(page) }).toEqual({ place, faults: [] });
        expect({ place, fits: await fitsItsWidth(page) }).toEqual({ place, fits: true });
        await keepPicture(page, `bureau-${place}-${width}-${language}`);
      }
      await page.goto(`${system.url}/#/overview`);
      if (width === 'narrow') {
        await page.getByRole('button', { name: 'Open the menu' }).click();
        await page.getByRole('menuitem', { name: 'Anchors' }).click();
        await page.getByRole('heading', { name: 'Anchors' }).waitFor();
      } else {
        // By keyboard alone, from one page to another.
        await settled(page);
        await page.getByRole('menuitem', { name: '总览' }).focus();
        await page.keyboard.press('ArrowDown');
        // The menu moves the focus with the next frame.
        await page.locator('[role=menuitem]:focus', { hasText: '实时动态' }).waitFor();
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: '实时动态' }).waitFor();
      }
    },
    90_000,
  );

  it('searches 1,000,000 invoices bit by bit, says how far it is, and finds the one', async () => {
    await system.workers.stop();
    const index = openSqlite(join(system.data, 'index.db'), 'NORMAL');
    index.exec(`
      DROP INDEX invoices_number; DROP INDEX invoices_seller; DROP INDEX invoices_buyer;
      WITH RECURSIVE n (s) AS (SELECT 1000 UNION ALL SELECT s + 1 FROM n WHERE s < 1000999)
      INSERT INTO invoices SELECT s, printf('26310%015d', s), 'corner-shop', 'corner-shop-till', NULL, 1700000000000 + s * 20000,
        'CNY', iif(s = 2000, '98765432.10', '1.00'), 0 FROM n;
      INSERT INTO meta VALUES ('height', 1001000) ON CONFLICT (key) DO UPDATE SET value = excluded.value; ${INDEX_SCHEMA}`);
    index.close();
    const { page } = await opened('invoices');
    await page.getByText('已找到 50 张').waitFor();
    await page.getByLabel('金额不低于').fill('98765432');
    await page.getByRole('button', { name: '检索', exact: true }).click();
    await page.getByText('正在检索更早的发票，已查到').waitFor();
    await page.getByRole('link', { name: '26310000000000002000' }).waitFor({ timeout: 20_000 });
    await page.getByText('已全部检索').waitFor({ timeout: 20_000 });
  });
});

/** Until nothing is being read any more. */
async function settled(page: Page): Promise<void> {
  await services.until(async () => (await page.locator('.ant-spin-spinning').count()) === 0, 'the page');
  await page.waitForTimeout(400);
}
