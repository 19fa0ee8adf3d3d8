import { readFileSync } from 'node:fs';
import { checkVisit, visitsOfTests, type Visit } from '../support/browser';
import { sale, TAX_IDS } from '../support/sales';
import { startSystem, type TestSystem } from '../support/system';

const LOOKS = [
  ['wide', 'zh'],
  ['narrow', 'en'],
] as const;
const BANK = '示例银行';

describe('figures for a bank, in a real browser', () => {
  let system: TestSystem;
  let shop: { apiKey: string; till: string };

  jest.setTimeout(120_000);
  const visit = visitsOfTests();
  beforeAll(async () => {
    system = await startSystem();
    shop = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    await system.call('POST', '/v1/invoices', shop.apiKey, sale(shop.till));
  }, 120_000);
  afterAll(async () => {
    await system.stop();
  });

  async function verdict({ page }: Visit, text: string): Promise<string> {
    await page.fill('#shown', text);
    await page.locator('#check-title + * button[type=submit], form:has(#shown) button[type=submit]').first().click();
    const outcome = page.locator('#outcome');
    await outcome.waitFor();
    await page.locator('#outcome:focus').waitFor();
    const broken = page.locator('#outcome li.fails');
    return (await broken.count()) > 0 ? (await broken.getAttribute('data-rule'))! : (await outcome.getAttribute('data-result'))!;
  }

  it.each(LOOKS)('a bank asks, the seller shows what it chose, and the bank checks it here (%s, %s)', async (width, language) => {
    const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
    const bank = await visit(`${system.url}/verify-figures`, { width, language });
    expect(await bank.page.locator('#shown').isDisabled()).toBe(true);
    await bank.page.keyboard.press('Tab');
    await bank.page.getByRole('button', { name: say('生成链接', 'Make the link') }).click();
    await bank.page.getByText(say('请填写您的名称', 'Please write your name')).waitFor();
    await bank.page.fill('#bank-name', BANK);
    await bank.page.keyboard.press('Enter');
    const link = await bank.page.locator('#figures-link').innerText();
    await checkVisit(bank, `figures-asked-${width}-${language}`);

    const seller = await visit(link, { width, language, apiKey: shop.apiKey });
    const { page } = seller;
    await page.locator('#audience').waitFor();
    expect(await page.inputValue('#audience')).toBe(BANK);
    await page.fill('#above', '100.00 ten');
    await page.locator('button[type=submit]').click();
    await page.locator('.ant-form-item-explain-error').first().waitFor();
    await page.fill('#above', '100.00 5000.00');
    await page.getByText(say('不会知道：销售额、发票张数', 'It will not learn: turnover, number of invoices')).waitFor();
    await checkVisit(seller, `figures-form-${width}-${language}`);
    await page.locator('button[type=submit]').click();
    const shown = await page.locator('#shown-figures').inputValue();
    await checkVisit(seller, `figures-shown-${width}-${language}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('下载文件', 'Download') }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toBe(shown);

    // The answer comes later, in another visit of the same browser.
    await bank.page.reload();
    expect(await verdict(bank, shown)).toBe('valid');
    const said = await bank.page.locator('#outcome').innerText();
    for (const words of ['街角便利店', TAX_IDS.seller, '¥100.00', '¥5,000.00']) expect(said).toContain(words);
    expect(said).not.toContain('109.00');
    const above = bank.page.locator('#outcome dl > div', { hasText: '¥5,000.00' });
    expect(await above.locator('dd').innerText()).toBe(say('否', 'no'));
    await checkVisit(bank, `figures-valid-${width}-${language}`);

    const [issued, ...rest] = shown.split('~');
    const without = [issued, ...rest.slice(1)].join('~');
    expect(await verdict(bank, without)).toBe('binding');
    expect(await verdict(bank, 'no figures at all')).toBe('invalid');
    const [head, body, signature] = issued!.split('.') as [string, string, string];
    const later = Buffer.from(Buffer.from(body, 'base64url').toString().replace('"CNY"', '"EUR"')).toString('base64url');
    expect(await verdict(bank, [[head, later, signature].join('.'), ...rest].join('~'))).toBe('signature');
    await checkVisit(bank, `figures-invalid-${width}-${language}`);
    await bank.page.getByRole('button', { name: say('换一个校验码', 'Another code') }).click();
    expect(await verdict(bank, shown)).toBe('nonce');
    await bank.page.fill('#bank-name', '别的银行');
    await bank.page.getByRole('button', { name: say('换一个校验码', 'Another code') }).click();
    expect(await verdict(bank, shown)).toBe('audience');
  });
});
