import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, tabTo, visit, type Visit } from '../support/browser';
import { sale, TAX_IDS } from '../support/sales';
import { startSharing, type SharingSystem } from '../support/sharing';
import { services } from '../support/system';

/** The main story of each role without a mouse: Tab, Enter, Space, arrows and letters. */
describe('by keyboard alone', () => {
  let sharing: SharingSystem;
  let browser: Browser;
  let folder: string;
  let shop: { apiKey: string; till: string };
  let company: { apiKey: string };
  const visits: Visit[] = [];

  jest.setTimeout(120_000);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-keyboard-'));
    sharing = await startSharing();
    const { system, files } = sharing;
    writeFileSync(join(files, 'stops.csv'), 'stop,passengers\n站点1,10\n站点2,20\n');
    shop = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    company = await services.registerOrganisation(system.url, system.bureauKey, {
      organisation: 'the-company',
      role: 'company',
      party: { name: '样例科技有限公司', taxId: TAX_IDS.buyer },
    });
    browser = await launchBrowser();
  }, 120_000);
  afterEach(async () => {
    for (const { context, complaints } of visits.splice(0)) {
      await context.close();
      expect(complaints).toEqual([]);
    }
  });
  afterAll(async () => {
    await browser.close();
    await sharing.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string, apiKey?: string): Promise<Page> {
    const visited = await visit(browser, `${sharing.system.url}/${path}`, apiKey === undefined ? {} : { apiKey });
    visits.push(visited);
    await visited.page.locator('h1').first().waitFor();
    return visited.page;
  }
  async function press(page: Page, name: string): Promise<void> {
    await tabTo(page, page.getByRole('button', { name }).first());
    await page.keyboard.press('Enter');
  }
  /** Writes into the field of a label; the field is reached by Tab. */
  async function write(page: Page, label: string, text: string): Promise<void> {
    await tabTo(page, page.getByRole('dialog').getByLabel(label, { exact: true }));
    await page.keyboard.type(text);
  }

  it('a merchant sells, and prepares a refund', async () => {
    const page = await open('#/till', shop.apiKey);
    await page.locator('#till-id:focus').waitFor();
    await page.keyboard.type(shop.till);
    await page.keyboard.press('Enter');
    await press(page, '载入示例商品');
    await page.keyboard.press('F2');
    await page.keyboard.type('1003');
    await page.keyboard.press('Enter');
    await page.keyboard.press('F9');
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'submit');
    await page.keyboard.press('Enter');
    await page.locator('.receipt img').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.receipt').waitFor({ state: 'detached' });
    await tabTo(page, page.getByRole('menu'));
    while ((await page.locator('[role=menuitem]:focus', { hasText: '销售与退款' }).count()) === 0) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(100);
    }
    await page.keyboard.press('Enter');
    await press(page, '退款');
    await tabTo(page, page.locator('#refund-0'));
    await page.keyboard.type('5');
    await tabTo(page, page.locator('#refund-reason'));
    await page.keyboard.type('少了一件');
    await page.keyboard.press('Enter');
    await page.locator('#refund-0').waitFor({ state: 'detached' });
    await page.getByText('¥5.00').waitFor();
  });

  it('a company opens what came in, and takes its PDF', async () => {
    const buyer = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };
    const { body } = await sharing.system.call<{ number: string }>(
      'POST',
      '/v1/invoices',
      shop.apiKey,
      sale(shop.till, { buyer }),
    );
    const page = await open('#/inbox', company.apiKey);
    await tabTo(page, page.getByRole('link', { name: body.number }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: '下载 PDF' }));
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe(`${body.number}.pdf`);
  });

  it('a bureau reads the figures behind a chart', async () => {
    const page = await open('#/overview', sharing.system.bureauKey);
    await tabTo(page, page.locator('.figures-table summary').first());
    await page.keyboard.press('Enter');
    await page.locator('.figures-table[open] table').waitFor();
  });

  it('a bureau registers an organisation', async () => {
    const page = await open('#/registry', sharing.system.bureauKey);
    await press(page, '登记机构');
    await write(page, '名称', '键盘商店');
    await write(page, '税号', TAX_IDS.third);
    await write(page, '标识', 'keyboard-shop');
    await write(page, '原因', '申请登记');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(/^lp_/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('cell', { name: 'keyboard-shop' }).waitFor();
  });

  it('a provider registers a resource and grants it, a consumer reads it, an auditor finds who did', async () => {
    const page = await open('#/resources', sharing.keys.provider);
    await press(page, '登记数据资源');
    await write(page, '名称', '公交站点');
    await write(page, '编号', 'keyboard-stops');
    await write(page, '数据连接', 'city-files');
    await write(page, '文件名', 'stops.csv');
    await write(page, '第 1 个字段的名称', 'stop');
    await press(page, '添加字段');
    await write(page, '第 2 个字段的名称', 'passengers');
    await write(page, '理由（写入记录）', '开放数据');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'keyboard-stops' }).waitFor();

    await page.goto(`${sharing.system.url}/#/grants`);
    await press(page, '新增授权');
    await tabTo(page, page.locator('#resource'));
    await page.keyboard.press('Enter');
    await page.locator('.ant-select-item-option').first().waitFor();
    await page.keyboard.press('Enter');
    await write(page, '使用方机构编号', 'the-consumer');
    await tabTo(page, page.getByRole('checkbox', { name: 'stop' }));
    await page.keyboard.press('Space');
    await tabTo(page, page.locator('#until'));
    await page.keyboard.type('2036-01-01');
    await page.keyboard.press('Enter');
    await write(page, '用途', '客流研究');
    await write(page, '理由（写入记录）', '开放数据计划');
    await page.keyboard.press('Enter');
    await page.locator('.sentence').first().waitFor();

    const consumer = await open('#/grants', sharing.keys.consumer);
    await tabTo(consumer, consumer.locator('[data-grant] a').first());
    await consumer.keyboard.press('Enter');
    await press(consumer, '读取第一页');
    await consumer.getByRole('cell', { name: '站点2', exact: true }).waitFor();

    const auditor = await open('#/audit', sharing.keys.auditor);
    await tabTo(auditor, auditor.locator('tbody a').first());
    await auditor.keyboard.press('Enter');
    await auditor.getByRole('heading', { name: /^授权 g-/ }).waitFor();
  });

  it('a stranger verifies a file', async () => {
    const { body } = await sharing.system.call<{ number: string }>('POST', '/v1/invoices', shop.apiKey, sale(shop.till));
    const file = join(folder, 'bundle.json');
    writeFileSync(file, (await sharing.system.call('GET', `/v1/invoices/${body.number}/proof`, shop.apiKey)).text);
    const page = await open('verify');
    await tabTo(page, page.getByRole('button', { name: '选择文件' }));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles(file);
    await page.locator('[data-result=genuine]').waitFor();
    await tabTo(page, page.locator('.disclosed summary').first());
    await page.keyboard.press('Enter');
    await page.locator('.disclosed .members').first().waitFor();
  });
});
