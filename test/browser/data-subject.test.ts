import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkVisit, loseAnswers, tabTo, visitsOfTests } from '../support/browser';
import { TestIdentityProvider } from '../support/identity-provider';
import { CITY_ENTRY, startSharing, type SharingSystem } from '../support/sharing';
import { services } from '../support/system';

const LOOKS = [
  ['wide', 'zh'],
  ['narrow', 'en'],
] as const;
const TEXT = createHash('sha256').update('I agree that …').digest('hex');

let provider: TestIdentityProvider;
let sharing: SharingSystem;
let url: string;

jest.setTimeout(120_000);
const visit = visitsOfTests();
beforeAll(async () => {
  provider = await TestIdentityProvider.start();
  sharing = await startSharing({
    LIANPIAO_OIDC_ISSUER: provider.issuer,
    LIANPIAO_OIDC_CLIENT_ID: 'lianpiao',
    LIANPIAO_OIDC_DATA_SUBJECTS: 'yes',
  });
  // Where people come: the provider leads back there.
  url = sharing.system.url.replace('127.0.0.1', 'localhost');
  writeFileSync(join(sharing.files, 'stays.csv'), 'person,days\np-17,3\n');
  const open = { ...CITY_ENTRY, entry: 'open-entry', title: '公交站点', datum: '开放站点', duty: 'city-data', openness: 'open' };
  await sharing.ok('POST', '/v1/catalogue/entries', sharing.keys.provider, { ...open, reason: 'test' });
  for (const [resource, personal] of [
    ['hospital-stays', true],
    ['bus-stops', false],
  ] as const) {
    const source = { connection: 'city-files', file: 'stays.csv' };
    const fields = [{ name: 'person' }, { name: 'days' }];
    const body = { resource, title: resource, source, fields, ...(personal ? { personal } : {}), reason: 'test' };
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, body);
    const entry = { entry: personal ? sharing.entry : 'open-entry', reason: 'test' };
    await sharing.ok('POST', `/v1/catalogue/${resource}/entry`, sharing.keys.provider, entry);
  }
  const listed = async (): Promise<number> =>
    (await sharing.ok<{ items: unknown[] }>('GET', '/v1/catalogue/entries', sharing.keys.consumer)).items.length;
  await services.until(async () => (await listed()) === 2, 'the index of the directory');
}, 120_000);
afterAll(async () => {
  await sharing.stop();
  await provider.stop();
});

const agreed = async (subject: string): Promise<void> => {
  const consent = { resource: 'hospital-stays', subject, text: TEXT, textVersion: '2026-1', reason: 'test' };
  const purpose = { code: 'credit', text: '授信' };
  await sharing.ok('POST', '/v1/consents', sharing.keys.provider, { ...consent, purpose });
};

it.each(LOOKS)(
  'a data subject sees the own consents, and takes one back, once however it is pressed (%s, %s)',
  async (width, language) => {
    const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
    await provider.person({ sub: `wang-wu-${width}` });
    const visited = await visit(`${url}/`, { width, language });
    const { page } = visited;
    await page.getByRole('link', { name: say('用机构账号登录', 'Sign in with your account') }).click();
    await page.getByRole('heading', { name: say('我的同意', 'My consents'), level: 1 }).waitFor();
    await page.getByText(say('还没有登记过您的同意', 'No consent of yours is recorded')).waitFor();
    await page.fill('#organisation', 'nobody-at-all');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').first().waitFor();
    await page.fill('#organisation', 'the-provider');
    await page.keyboard.press('Enter');
    const pseudonym = await page.locator('#pseudonym').innerText();
    expect(pseudonym).toMatch(/^[0-9a-f]{64}$/);
    await checkVisit(visited, `my-consents-none-${width}-${language}`);

    await agreed(pseudonym);
    await agreed(pseudonym);
    await page.reload();
    const withdraw = page.getByRole('button', { name: say('撤回', 'Withdraw'), exact: true });
    await withdraw.nth(1).waitFor();
    await page.getByText('授信').first().waitFor();
    expect(await page.getByText(TEXT).count()).toBe(2);
    await checkVisit(visited, `my-consents-${width}-${language}`);

    await tabTo(page, withdraw.first());
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: say('撤回', 'Withdraw'), exact: true });
    await confirm.waitFor();
    await checkVisit(visited, `my-consents-withdraw-${width}-${language}`);
    const answerAgain = await loseAnswers(page);
    await confirm.click();
    // It was done, and its answer lost: the page says that it does not know, or has read it already and closed the question.
    const alert = dialog.getByRole('alert').first();
    await services.until(async () => (await alert.isVisible()) || !(await dialog.isVisible()), 'what the page says', 30_000);
    await answerAgain();
    if (await confirm.isVisible()) await confirm.dblclick().catch(() => undefined);
    await services.until(
      async () => (await page.getByText(say('已撤回', 'withdrawn'), { exact: true }).count()) > 0,
      'the state',
    );
    const { items } = await sharing.ok<{ items: { withdrawn: boolean }[] }>(
      'GET',
      `/v1/consents?subject=${pseudonym}`,
      sharing.keys.provider,
    );
    expect(items.map(({ withdrawn }) => withdrawn).sort()).toEqual([false, true]);
    await page.reload();
    await page.getByText(say('已撤回', 'withdrawn'), { exact: true }).waitFor();
    await page.getByRole('button', { name: say('退出', 'Sign out') }).click();
    await page.getByRole('link', { name: say('用机构账号登录', 'Sign in with your account') }).waitFor();
  },
);

it.each(LOOKS)('anyone sees what data is open, and nothing else of the directory (%s, %s)', async (width, language) => {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const visited = await visit(`${url}/`, { width, language });
  const { page } = visited;
  await page.getByRole('link', { name: say('开放数据', 'Open data') }).click();
  await page.getByRole('link', { name: '公交站点' }).waitFor();
  expect(await page.getByText('示例城市数据').count()).toBe(0);
  await checkVisit(visited, `open-directory-${width}-${language}`);
  await page.fill('#q', '没有这样的数据');
  await page.keyboard.press('Enter');
  await page.locator('.ant-empty').waitFor();
  await page.fill('#q', '公交');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '公交站点' }).click();
  await page.getByText('bus-stops').first().waitFor();
  expect(await page.getByRole('button', { name: say('申请使用', 'Ask for access') }).count()).toBe(0);
  await checkVisit(visited, `open-entry-${width}-${language}`);
  // What is not open is not even said to be there.
  await page.goto(`${url}/#/directory/${sharing.entry}`);
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByText('示例城市数据').count()).toBe(0);
});
