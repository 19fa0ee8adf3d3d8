import { keepPicture, seriousFaults, visitsOfTests } from '../support/browser';
import { TestIdentityProvider } from '../support/identity-provider';
import { sale, TAX_IDS } from '../support/sales';
import { startSystem, type TestSystem } from '../support/system';

let provider: TestIdentityProvider;
let system: TestSystem;
let url: string;
const visit = visitsOfTests();

beforeAll(async () => {
  provider = await TestIdentityProvider.start();
  const settings = { LIANPIAO_OIDC_ISSUER: provider.issuer, LIANPIAO_OIDC_CLIENT_ID: 'lianpiao' };
  system = await startSystem(settings);
  // Where people come: the provider leads back there.
  url = system.url.replace('127.0.0.1', 'localhost');
  await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
});
afterAll(async () => {
  await system.stop();
  await provider.stop();
});

describe('a person with an account', () => {
  it('signs in once, works on every page and after a reload, and signs out', async () => {
    await provider.person({ sub: 'zhang-san', name: '张三', lianpiao_organisation: 'corner-shop' });
    const { page, context } = await visit(`${url}/#/sales`);
    const account = page.getByRole('link', { name: '用机构账号登录' });
    await account.waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await keepPicture(page, 'sign-in-account');
    await account.click();
    await page.waitForURL(`${url}/#/sales`);
    await page.getByText('街角便利店').first().waitFor();
    await page.reload();
    await page.getByText('街角便利店').first().waitFor();
    // No script sees the cookie, and another tab is signed in, too.
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(await page.evaluate(() => sessionStorage.getItem('lianpiao.key'))).toBeNull();
    const other = await context.newPage();
    await other.goto(`${url}/#/till`);
    await other.getByText('街角便利店').first().waitFor();
    // What a page does is taken: the browser says where it comes from.
    const status = await page.evaluate(
      async (body) =>
        (await fetch('/v1/invoices', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status,
      JSON.stringify(sale('corner-shop-till')),
    );
    expect(status).toBe(201);
    await keepPicture(page, 'signed-in-account');

    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('link', { name: '用机构账号登录' }).waitFor();
    expect((await context.cookies()).filter(({ name }) => name === 'lianpiao-session')).toEqual([]);
  });

  it('is told in plain words that the account belongs to no organisation here, in both languages', async () => {
    await provider.person({ sub: 'li-si' });
    for (const [language, button, words] of [
      ['zh', '用机构账号登录', '该账号未关联已登记的机构'],
      ['en', 'Sign in with your account', 'This account acts for no organisation'],
    ] as const) {
      const { page } = await visit(url, { language });
      await page.getByRole('link', { name: button }).click();
      await page.getByRole('alert').getByText(words).waitFor();
    }
  });
});
