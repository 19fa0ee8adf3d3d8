import { parseClaimCode } from '@lianpiao/chaincode/domain';
import type { Locator, Page } from 'playwright-core';
import { checkLook, pressWithReason, visitsOfTests, type VisitOptions, type Width } from '../support/browser';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

type Language = 'zh' | 'en';
const LOOKS: readonly [Width, Language][] = [
  ['wide', 'zh'],
  ['narrow', 'en'],
];
const NAMED = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };

/** What stands on the buttons and banners that the story reads. */
const WORDS = {
  zh: {
    reserve: '占用',
    submit: '占用',
    settle: '报销',
    reason: '理由（写入记录）',
    ask: '申请红冲',
    part: '部分（按明细行）',
    explain: '说明（写入记录）',
    waits: '等待本机构答复',
    left: '距自动作废还有',
    confirm: '确认',
    clawback: '需要追回差额',
    again: '刷新状态',
    publish: '发布新规则',
    version: '版本',
    refuse: '拒绝',
    withdraw: '撤回',
    makeVoid: '作废',
    claim: '新增报销',
    number: '发票号码',
    amount: '占用金额',
    add: '再加一张',
    foreign: '没有写本公司抬头',
  },
  en: {
    reserve: 'Reserve',
    submit: 'Reserve',
    settle: 'Settle',
    reason: 'Reason (kept with the act)',
    ask: 'Ask for a red letter',
    part: 'A part, line by line',
    explain: 'Explanation (kept with the act)',
    waits: 'wait for your answer',
    left: 'Void by itself in',
    confirm: 'Confirm',
    clawback: 'has to be paid back',
    again: 'Look again',
    publish: 'Publish new rules',
    version: 'Version',
    refuse: 'Refuse',
    withdraw: 'Withdraw',
    makeVoid: 'Make void',
    claim: 'New claim',
    number: 'Number of the invoice',
    amount: 'Amount to reserve',
    add: 'Another invoice',
    foreign: 'does not name the company',
  },
} as const;

/** What becomes of an invoice after its issue, as shop, person, company and bureau see it. */
describe('the life of an invoice in a real browser', () => {
  jest.setTimeout(240_000);
  const visit = visitsOfTests();
  let system: TestSystem;
  let shop: { apiKey: string; till: string };
  let company: string;

  beforeAll(async () => {
    system = await startSystem();
    shop = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    const registration = { organisation: 'the-company', role: 'company', party: NAMED };
    company = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
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
  /** An invoice that the company has selected, and of which the shop asks a red letter. */
  async function asked(): Promise<{ readonly invoice: string; readonly correction: string }> {
    const invoice = await issue();
    await ok('POST', `/v1/invoices/${invoice}/use`, company, { event: 'select', reason: 'test' });
    const request = { invoice, reasonCode: '04', reason: 'test' };
    return { invoice, ...(await ok<{ correction: string }>('POST', '/v1/corrections', shop.apiKey, request)) };
  }
  const open = async (place: string, options: VisitOptions): Promise<Page> =>
    (await visit(`${system.url}/${place}`, options)).page;

  it.each(LOOKS)(
    'an invoice is handed in, reserved and settled, then red-lettered in part: the company has to get money back (%s, %s) [rows 000-004:A5]',
    async (width, language) => {
      const t = WORDS[language];
      const request = { ...sale(shop.till), orderReference: crypto.randomUUID(), payment: { reference: 'PAY' } };
      const sold = await ok<{ code: string }>('POST', '/v1/sales', shop.apiKey, request);
      const code = parseClaimCode(sold.code)!;
      const claimed = await ok<{ invoice: { number: string }; holderToken: string }>('POST', `/v1/claim/${code}`, undefined, {
        buyer: { name: '张三' },
      });
      const { number } = claimed.invoice;

      const phone = await open(`c/${code}#h=${claimed.holderToken}`, { width: 'narrow', language });
      await phone.locator('[data-claim=free]').waitFor();
      await phone.fill('#hand-over-company', 'Nobody!');
      await phone.locator('section:has(#hand-over-title) button[type=submit]').click();
      await phone.locator('#fault-company').waitFor();
      await phone.fill('#hand-over-company', 'the-company');
      await phone.locator('section:has(#hand-over-title) button[type=submit]').click();
      await phone.locator('section:has(#hand-over-title) .notice.good').waitFor();
      await checkLook(phone, `life-phone-handed-${language}`);

      const page = await open('#/claims', { width, language, apiKey: company });
      const handed = page.locator('tr', { hasText: number });
      await handed.getByRole('button', { name: t.reserve }).click();
      const drawer = page.getByRole('dialog');
      // All that is left is one click away.
      await drawer.getByRole('button', { name: /109\.00/ }).click();
      await drawer.getByLabel(t.reason, { exact: true }).fill('差旅');
      await checkLook(page, `life-claim-form-${width}-${language}`);
      await drawer.locator('button[type=submit]').click();
      const card = page.locator('[data-column=reserved] [data-claim]', { hasText: number });
      await card.waitFor();
      await checkLook(page, `life-claims-${width}-${language}`);
      await phone.getByRole('button', { name: t.again }).click();
      await phone.locator('[data-claim=reserved]').waitFor();
      await pressWithReason(page, t.settle);
      await page.locator('[data-column=settled] [data-claim]', { hasText: number }).waitFor();
      await phone.getByRole('button', { name: t.again }).click();
      await phone.locator('[data-claim=settled]').waitFor();
      await checkLook(phone, `life-phone-settled-${language}`);

      const seller = await open(`#/invoices/${number}`, { width, language, apiKey: shop.apiKey });
      await seller.locator('[data-axis=claim][data-state=settled]').waitFor();
      await seller.getByRole('button', { name: t.ask }).click();
      const form = seller.getByRole('dialog');
      await form.getByText(t.part).click();
      await form.locator('#amounts_0').fill('200');
      await form.getByLabel(t.explain, { exact: true }).fill('顾客退货');
      await form.locator('button[type=submit]').click();
      await form.locator('.ant-form-item-explain-error').waitFor();
      await form.locator('#amounts_0').fill('54.50');
      await checkLook(seller, `life-request-${width}-${language}`);
      await form.locator('button[type=submit]').click();
      await seller.locator('[data-axis=correction][data-state="02"]').waitFor();
      await checkLook(seller, `life-invoice-${width}-${language}`);

      await page.reload();
      await page.getByText(t.waits).waitFor();
      await page.goto(`${system.url}/#/corrections`);
      const confirmation = page.locator('[data-correction]', { hasText: number });
      // 72 hours by the service's clock, and a little of them is gone.
      await confirmation.getByText(new RegExp(`${t.left} 2 \\S+ 23`)).waitFor();
      await checkLook(page, `life-corrections-${width}-${language}`);
      await confirmation.getByRole('button', { name: t.confirm, exact: true }).click();
      await page.fill('#change-reason', '收到退货');
      await page.locator('.ant-modal button[type=submit]').click();
      await confirmation.locator('.ant-tag-success').waitFor();
      expect(await confirmation.locator('a').count()).toBe(2);

      await page.goto(`${system.url}/#/claims`);
      await page.locator('[data-column=clawback] [data-claim]', { hasText: number }).waitFor();
      await page.getByRole('alert').getByText(t.clawback).waitFor();
      await checkLook(page, `life-clawback-${width}-${language}`);
      await seller.reload();
      await seller.locator('[data-axis=document][data-state=partly-red]').waitFor();
      await checkLook(seller, `life-invoice-red-${width}-${language}`);
    },
  );

  it.each(LOOKS)(
    'a red letter is refused, withdrawn, made void; each side has its own buttons (%s, %s)',
    async (width, language) => {
      const t = WORDS[language];
      const [first, second, third] = [await asked(), await asked(), await asked()];
      const card = (page: Page, { correction }: { correction: string }): Locator =>
        page.locator(`[data-correction="${correction}"]`);
      const buyer = await open('#/corrections', { width, language, apiKey: company });
      await card(buyer, third).waitFor();
      expect(await card(buyer, third).getByRole('button').allInnerTexts()).toEqual([t.confirm, t.refuse]);
      await pressWithReason(buyer, t.refuse);
      await card(buyer, third).getByText(/^05/).waitFor();
      const seller = await open('#/corrections', { width, language, apiKey: shop.apiKey });
      await card(seller, second).waitFor();
      expect(await card(seller, third).getByRole('button').count()).toBe(0);
      expect(await card(seller, second).getByRole('button').allInnerTexts()).toEqual([t.withdraw]);
      await pressWithReason(seller, t.withdraw);
      await card(seller, second).getByText(/^08/).waitFor();
      const bureau = await open('#/corrections', { width, language, apiKey: system.bureauKey });
      await card(bureau, first).waitFor();
      await checkLook(bureau, `life-bureau-corrections-${width}-${language}`);
      await pressWithReason(bureau, t.makeVoid);
      await card(bureau, first).getByText(/^10/).waitFor();
    },
  );

  it('a batch is all or nothing, one invoice comes once, and a stranger has to know what stands on the paper', async () => {
    const t = WORDS.zh;
    const [first, second] = [await issue(), await issue()];
    const foreign = await issue({ name: '李四' });
    const page = await open('#/claims', { apiKey: company });
    await page.getByRole('button', { name: t.claim }).click();
    const drawer = page.getByRole('dialog');
    const row = (place: number): Locator => drawer.locator('fieldset').nth(place);
    const fill = async (place: number, number: string, amount: string): Promise<void> => {
      await row(place).getByLabel(t.number).fill(number);
      await row(place).getByLabel(t.amount).fill(amount);
    };
    await fill(0, first, '109.00');
    await drawer.getByRole('button', { name: t.add }).click();
    await fill(1, first, '1.00');
    await drawer.getByLabel(t.reason, { exact: true }).fill('差旅');
    await drawer.locator('button[type=submit]').click();
    await drawer.getByText('同一张发票填了两次').first().waitFor();
    await fill(1, second, '109.01');
    await drawer.locator('button[type=submit]').click();
    await drawer.getByRole('alert').getByText('CLAIM_AMOUNT_TAKEN').waitFor();
    await checkLook(page, 'life-claim-refused');
    const left = async (number: string): Promise<unknown> =>
      (await ok<{ left: string }>('GET', `/v1/invoices/${number}/status`, company)).left;
    expect(await left(first)).toBe('109.00');
    await fill(1, foreign, '109.00');
    await row(1).getByText(t.foreign).waitFor();
    await row(1)
      .getByLabel('开票日期')
      .fill(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()));
    await row(1).getByLabel('价税合计').fill('1.00');
    await drawer.locator('button[type=submit]').click();
    await drawer.getByRole('alert').getByText('INVOICE_UNKNOWN').waitFor();
    await row(1).getByLabel('价税合计').fill('109.00');
    await drawer.locator('button[type=submit]').click();
    await page.locator('[data-column=reserved] [data-claim]', { hasText: foreign }).waitFor();
    expect(await left(first)).toBe('0.00');
  });

  it.each(LOOKS)('the bureau sees what rests on no payment, and puts rules in force (%s, %s)', async (width, language) => {
    const t = WORDS[language];
    const flagged = await issue();
    const page = await open('#/coverage', { width, language, apiKey: system.bureauKey });
    await services.until(async () => {
      await page.reload();
      await page.locator('h1').waitFor();
      await page.waitForTimeout(500);
      return (await page.getByRole('link', { name: flagged }).count()) > 0;
    }, 'the index');
    await checkLook(page, `life-coverage-${width}-${language}`);
    await page.goto(`${system.url}/#/rules`);
    await page.getByRole('button', { name: t.publish }).click();
    const drawer = page.getByRole('dialog');
    const version = `2026-12-0${width === 'wide' ? '1' : '2'}`;
    await drawer.getByLabel(t.version, { exact: true }).fill('2020-01-01');
    await drawer.getByLabel(t.reason, { exact: true }).fill('年度调整');
    await drawer.locator('button[type=submit]').click();
    await drawer.getByRole('alert').getByText('RULES_VERSION_OLD').waitFor();
    await drawer.getByLabel(t.version, { exact: true }).fill(version);
    await drawer.locator('button[type=submit]').click();
    await page.getByText(version).waitFor();
    await checkLook(page, `life-rules-${width}-${language}`);
  });
});
