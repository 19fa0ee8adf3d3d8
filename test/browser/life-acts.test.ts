import { readFileSync } from 'node:fs';
import { parseClaimCode } from '@lianpiao/chaincode/domain';
import type { Page } from 'playwright-core';
import { checkLook, EVERY_LOOK, pressWithReason, visitsOfTests, type VisitOptions } from '../support/browser';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

const NAMED = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };

const WORDS = {
  zh: {
    select: '勾选抵扣',
    book: '开始入账',
    booked: '入账：企业所得税税前扣除（02）',
    undo: '撤销入账',
    reason: '理由（写入记录）',
    pledge: '质押应收账款',
    financier: '金融机构标识',
    ask: '申请红冲',
    settle: '结清',
    booking: '导出入账信息',
    document: '记账凭证号',
    summary: '凭证摘要',
    subject: '总账科目',
    amount: '金额',
    json: '下载 JSON',
    xbrl: '下载 XBRL',
    rates: '发布新税率',
    version: '版本',
    end: '税率 13%（自 2019-04-01 起）的止日',
    add: '新增税率',
    percent: '税率（%）',
    from: '起日',
    same: '没有变化',
    handTo: `交给 ${NAMED.name}`,
  },
  en: {
    select: 'Select for deduction',
    book: 'Begin to book',
    booked: 'Booked 02: company tax, deductible',
    undo: 'Undo the booking',
    reason: 'Reason (kept with the act)',
    pledge: 'Pledge the receivable',
    financier: 'Id of the financier',
    ask: 'Ask for a red letter',
    settle: 'Settle',
    booking: 'Export the booking',
    document: 'Number of the accounting document',
    summary: 'Summary',
    subject: 'General ledger subject',
    amount: 'Amount',
    json: 'Download JSON',
    xbrl: 'Download XBRL',
    rates: 'Publish new rates',
    version: 'Version',
    end: 'Last day of the standard rate of 13% from 2019-04-01',
    add: 'Another rate',
    percent: 'Rate (%)',
    from: 'First day',
    same: 'nothing would change',
    handTo: `Hand it to ${NAMED.name}`,
  },
} as const;

/** What company, seller, financier, bureau and phone do with an invoice that stands. */
describe('acts on an invoice in a real browser', () => {
  jest.setTimeout(120_000);
  const visit = visitsOfTests();
  let system: TestSystem;
  let shop: { apiKey: string; till: string };
  let company: string;
  let bank: string;

  beforeAll(async () => {
    system = await startSystem();
    shop = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    const register = async (organisation: string, party: object): Promise<string> =>
      (await services.registerOrganisation(system.url, system.bureauKey, { organisation, role: 'company', party })).apiKey;
    company = await register('the-company', NAMED);
    bank = await register('the-bank', { name: '样例银行', taxId: TAX_IDS.other });
  }, 120_000);
  afterAll(async () => {
    await system.stop();
  });

  async function ok<Answer>(method: string, path: string, key: string | undefined, body?: object): Promise<Answer> {
    const answer = await system.call<Answer>(method, path, key, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text}`);
    return answer.body;
  }
  const issue = async (buyer: object = NAMED): Promise<string> =>
    (await ok<{ number: string }>('POST', '/v1/invoices', shop.apiKey, sale(shop.till, { buyer }))).number;
  /** An invoice that a person claimed by the code of a receipt. */
  async function claimed(): Promise<{ readonly code: string; readonly holderToken: string; readonly number: string }> {
    const request = { ...sale(shop.till), orderReference: crypto.randomUUID(), payment: { reference: 'PAY' } };
    const code = parseClaimCode((await ok<{ code: string }>('POST', '/v1/sales', shop.apiKey, request)).code)!;
    const claim = { buyer: { name: '张三' } };
    const { holderToken, invoice } = await ok<{ holderToken: string; invoice: { number: string } }>(
      'POST',
      `/v1/claim/${code}`,
      undefined,
      claim,
    );
    return { code, holderToken, number: invoice.number };
  }
  const open = async (place: string, options: VisitOptions): Promise<Page> =>
    (await visit(`${system.url}/${place}`, options)).page;
  const state = (page: Page, axis: string, value: string): Promise<void> =>
    page.locator(`[data-axis=${axis}][data-state="${value}"]`).waitFor();

  it.each(EVERY_LOOK)('a company records use and booking, by what the tables allow (%s, %s)', async (width, language) => {
    const t = WORDS[language];
    const number = await issue();
    const page = await open(`#/invoices/${number}`, { width, language, apiKey: company });
    await state(page, 'booking', 'not-booked');
    await pressWithReason(page, t.select);
    await state(page, 'use', 'selected');
    expect(await page.getByRole('button', { name: t.select, exact: true }).count()).toBe(0);
    await pressWithReason(page, t.book);
    await state(page, 'booking', 'booking');
    await checkLook(page, `acts-booking-${width}-${language}`);
    await pressWithReason(page, t.booked);
    await state(page, 'booking', '02');
    await page.getByRole('button', { name: t.undo, exact: true }).waitFor();
    // Who sold it has neither axis in hand.
    const seller = await open(`#/invoices/${number}`, { width, language, apiKey: shop.apiKey });
    await state(seller, 'booking', '02');
    expect(await seller.getByRole('button', { name: t.undo, exact: true }).count()).toBe(0);
  });

  it('a company that an invoice does not name books it by the claim that it holds', async () => {
    const { code, holderToken, number } = await claimed();
    const headers = { 'content-type': 'application/json', 'holder-token': holderToken };
    const handing = { method: 'POST', headers, body: JSON.stringify({ company: 'the-company' }) };
    expect((await fetch(`${system.url}/v1/claim/${code}/hand-over`, handing)).status).toBe(201);
    await ok('POST', '/v1/claims', company, { invoices: [{ invoice: number, amount: '109.00' }], reason: 'test' });
    const page = await open(`#/invoices/${number}`, { apiKey: company });
    await pressWithReason(page, WORDS.zh.book);
    await state(page, 'booking', 'booking');
  });

  it.each(EVERY_LOOK)('a seller pledges a receivable once, and the financier settles it (%s, %s)', async (width, language) => {
    const t = WORDS[language];
    const number = await issue();
    const seller = await open(`#/invoices/${number}`, { width, language, apiKey: shop.apiKey });
    await seller.getByRole('button', { name: t.pledge }).click();
    const drawer = seller.getByRole('dialog');
    await drawer.getByLabel(t.financier, { exact: true }).fill('nobody-at-all');
    await drawer.getByLabel(t.reason, { exact: true }).fill('融资');
    await drawer.locator('button[type=submit]').click();
    await drawer.getByRole('alert').getByText('ORGANISATION_UNKNOWN').waitFor();
    await drawer.getByLabel(t.financier, { exact: true }).fill('the-bank');
    await checkLook(seller, `acts-pledge-${width}-${language}`);
    await drawer.locator('button[type=submit]').click();
    await state(seller, 'pledge', 'pledged');
    await seller.getByRole('button', { name: t.pledge }).waitFor({ state: 'detached' });

    const page = await open('#/pledges', { width, language, apiKey: bank });
    const row = page.locator('tr', { hasText: number });
    await row.locator('[data-status=pledged]').waitFor();
    await checkLook(page, `acts-pledges-${width}-${language}`);
    // Newest first.
    await pressWithReason(page, t.settle);
    await row.locator('[data-status=released]').waitFor();
    await seller.reload();
    await state(seller, 'pledge', 'free');
    await seller.getByRole('button', { name: t.pledge }).waitFor();
  });

  it.each(EVERY_LOOK)('a claim is exported for the books, as JSON and as XBRL (%s, %s)', async (width, language) => {
    const t = WORDS[language];
    const number = await issue();
    await ok('POST', '/v1/claims', company, { invoices: [{ invoice: number, amount: '109.00' }], reason: 'test' });
    const page = await open('#/claims', { width, language, apiKey: company });
    const card = page.locator('[data-claim]', { hasText: number });
    await card.getByRole('button', { name: t.booking }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel(t.document, { exact: true }).fill('记-2026-11-0007');
    await drawer.getByLabel(t.summary, { exact: true }).fill('报销办公用品');
    const entry = (place: number): ReturnType<typeof drawer.locator> => drawer.locator('fieldset').nth(place);
    await entry(0).getByLabel(t.subject, { exact: true }).fill('管理费用');
    await entry(1).getByLabel(t.subject, { exact: true }).fill('银行存款');
    await entry(1).getByLabel(t.amount, { exact: true }).fill('108.00');
    await drawer.getByRole('button', { name: t.json }).click();
    await drawer.getByRole('alert').getByText('ACCOUNTING_UNBALANCED').waitFor();
    await entry(1).getByLabel(t.amount, { exact: true }).fill('109.00');
    await checkLook(page, `acts-accounting-${width}-${language}`);
    const pressed = async (name: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), drawer.getByRole('button', { name }).click()]);
      return readFileSync(await download.path(), 'utf8');
    };
    expect(JSON.parse(await pressed(t.json))).toMatchObject({
      InvoiceNumber: number,
      NameOfAccountingEntity: NAMED.name,
      InformationOfAccountingDocumentsTuple: [
        { NumberOfAccountingDocuments: '记-2026-11-0007', AccountingPeriod: today().slice(0, 7) },
      ],
    });
    const xbrl = await pressed(t.xbrl);
    expect(xbrl).toMatch(/^<\?xml /);
    expect(xbrl).toContain('记-2026-11-0007');
  });

  it.each(EVERY_LOOK)('a bureau sees what new rates change before it publishes them (%s, %s)', async (width, language) => {
    const t = WORDS[language];
    const page = await open('#/rules', { width, language, apiKey: system.bureauKey });
    await page.getByRole('button', { name: t.rates }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText(t.same).waitFor();
    // Each time the last day moves by a year, and another rate comes.
    const place = EVERY_LOOK.findIndex(([w, l]) => w === width && l === language);
    const version = `2026-12-0${String(place + 1)}`;
    const [end, from] = [`${String(2029 + place)}-12-31`, `${String(2030 + place)}-01-01`];
    const percent = String(20 + place);
    await drawer.getByLabel(t.version, { exact: true }).fill(version);
    await drawer.getByLabel(t.end, { exact: true }).fill('2018-01-01');
    await drawer.getByLabel(t.reason, { exact: true }).fill('税率调整');
    await drawer.getByRole('button', { name: t.add }).click();
    await drawer.getByLabel(t.percent, { exact: true }).fill(percent);
    await drawer.getByLabel(t.from, { exact: true }).fill(from);
    await drawer.locator('button[type=submit]').click();
    // A last day before the first one is nothing that the page sends.
    await drawer.locator('.ant-form-item-explain-error').first().waitFor();
    await drawer.getByLabel(t.end, { exact: true }).fill(end);
    const preview = drawer.getByTestId('rates-preview').locator('li');
    await preview.filter({ hasText: end }).waitFor();
    const turn = await preview.filter({ hasText: from }).last().innerText();
    expect(turn).toContain(`${percent}%`);
    expect(turn).not.toContain('13%');
    await checkLook(page, `acts-rates-${width}-${language}`);
    await drawer.locator('button[type=submit]').click();
    await page.getByText(version).waitFor();
    const { text } = await ok<{ text: string }>('GET', '/v1/rules/cn', undefined);
    const { rates } = JSON.parse(text) as { rates: { rate: string; from: string; to?: string }[] };
    expect(rates).toContainEqual({ category: 'standard', rate: '0.13', from: '2019-04-01', to: end });
    expect(rates).toContainEqual({ category: 'standard', rate: `0.${percent}`.replace(/0$/, ''), from });
  });

  it.each(EVERY_LOOK)('a phone names the company before and after it hands an invoice over (%s, %s)', async (width, language) => {
    const t = WORDS[language];
    const sold = async (): Promise<string> => {
      const { code, holderToken } = await claimed();
      return `c/${code}#h=${holderToken}`;
    };
    const page = await open(await sold(), { width, language });
    const submit = page.locator('section:has(#hand-over-title) button[type=submit]');
    await page.fill('#hand-over-company', 'corner-shop');
    await submit.click();
    await page.getByRole('alert').first().waitFor();
    await page.fill('#hand-over-company', 'the-company');
    await submit.filter({ hasText: t.handTo }).waitFor();
    await checkLook(page, `acts-phone-name-${width}-${language}`);
    await submit.click();
    const done = page.locator('section:has(#hand-over-title) .notice.good');
    await done.getByText(NAMED.name).waitFor();
    await checkLook(page, `acts-phone-handed-${width}-${language}`);
    // The next receipt on the same phone: one click, and the name stands on it.
    await page.goto(`${system.url}/${await sold()}`);
    await page.reload();
    await submit.filter({ hasText: t.handTo }).click();
    await done.getByText(NAMED.name).waitFor();
  });
});

/** The day in China. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
