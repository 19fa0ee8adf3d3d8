import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { fitsItsWidth, keepPicture, seriousFaults, visitsOfTests, type Visit, type VisitOptions } from '../support/browser';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

describe("a company's inbox", () => {
  jest.setTimeout(120_000);
  const visit = visitsOfTests();
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let company: { apiKey: string };
  let other: { apiKey: string };
  const buyer = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };

  async function issue(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const answer = await system.call<{ number: string }>(
      'POST',
      '/v1/invoices',
      seller.apiKey,
      sale(seller.till, { buyer, ...more }),
    );
    return answer.body.number;
  }

  beforeAll(async () => {
    system = await startSystem();
    // A name that a spreadsheet would take for a formula.
    seller = await system.seller('corner-shop', TAX_IDS.seller, { name: '=cmd|街角便利店' });
    const register = (organisation: string, taxId: string): Promise<{ apiKey: string }> =>
      services.registerOrganisation(system.url, system.bureauKey, {
        organisation,
        role: 'company',
        party: { name: organisation, taxId },
      });
    company = await register('the-company', TAX_IDS.buyer);
    other = await register('other-company', TAX_IDS.third);
  });
  afterAll(async () => {
    await system.stop();
  });

  async function opened(options: VisitOptions = {}): Promise<Visit> {
    const it = await visit(`${system.url}/#/inbox`, { apiKey: company.apiKey, ...options });
    await it.page.locator('[data-stream=live]').waitFor();
    return it;
  }

  it('fills live with what is its own, and nothing else', async () => {
    const { page } = await opened();
    const strangers = await opened({ apiKey: other.apiKey });
    await page.getByText('还没有发票').waitFor();
    await keepPicture(page, 'inbox-empty-zh');
    const number = await issue();
    await page.getByRole('link', { name: number }).waitFor({ timeout: 5_000 });
    await page.getByText('新到 1 张').waitFor();
    const foreign = await issue({ buyer: { name: 'other-company', taxId: TAX_IDS.third } });
    await strangers.page.getByRole('link', { name: foreign }).waitFor();
    expect(await page.getByRole('link', { name: foreign }).count()).toBe(0);
    await page.getByRole('link', { name: number }).click();
    await page.getByText('已在本浏览器验证：真实').waitFor();
  });

  it('is filtered, and downloads for the books what the filter finds, each proof verified', async () => {
    const two = await issue({
      lines: [
        { name: '*谷物*大米', net: '100.00', rate: '0.09', tax: '9.00' },
        { name: '*餐饮服务*餐费', net: '200.00', rate: '0.06', tax: '12.00' },
        { name: '*谷物*小米', net: '50.00', rate: '0.09', tax: '4.50' },
      ],
      totals: { net: '350.00', tax: '25.50', gross: '375.50' },
    });
    const { page } = await opened();
    await page.getByRole('link', { name: two }).waitFor();
    await page.getByLabel('金额不低于').fill('300');
    await page.getByRole('button', { name: '检索', exact: true }).click();
    await page.getByText('已找到 1 张').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /导出入账/ }).dblclick(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
    expect(rows).toMatchObject([
      {
        发票号码: `${two}\t`,
        销售方名称: "'=cmd|街角便利店",
        销售方税号: TAX_IDS.seller,
        税率: '9%',
        金额: '150.00',
        税额: '13.50',
        凭证验证: '真实',
      },
      { 发票号码: `${two}\t`, 税率: '6%', 金额: '200.00', 税额: '12.00', '价税合计（整张）': '375.50', 测试: '否' },
    ]);
    await page.getByText('已导出 1 张').waitFor();
  });

  it.each([
    ['wide', 'zh'],
    ['narrow', 'en'],
  ] as const)('keeps nobody out: %s, %s', async (width, language) => {
    const { page } = await opened({ width, language });
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
    await keepPicture(page, `inbox-${width}-${language}`);
  });
});
