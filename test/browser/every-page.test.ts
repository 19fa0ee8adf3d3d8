import type { Page } from 'playwright-core';
import { fitsItsWidth, keepPicture, seriousFaults, visitsOfTests, type Width } from '../support/browser';
import { startScriptsUp, type RunningUp } from '../support/scripts-up';
import { TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

type Role = keyof RunningUp['keys'];
type Language = 'zh' | 'en';

const SUPERVISOR = [
  ...['overview', 'live', 'invoices', 'registry', 'ranges', 'reconciliation', 'anchors', 'coverage', 'rules'],
  ...['grants', 'audit', 'supervision', 'requests', 'runs', 'usage', 'consents', 'crossings', 'directory'],
  ...['corrections', 'pledges'],
];
/** The menu of each role: gateway/console/src/app/pages.ts. */
const MENU: Readonly<Record<Role, readonly string[]>> = {
  bureau: [...SUPERVISOR, 'offices', 'provenance'],
  auditor: [...SUPERVISOR, 'provenance'],
  merchant: ['till', 'sales', 'coverage', 'corrections', 'pledges', 'figures', 'directory', 'provenance'],
  company: ['inbox', 'claims', 'corrections', 'pledges', 'directory', 'provenance'],
  provider: [
    'grants',
    'resources',
    'requests',
    'negotiations',
    'templates',
    'runs',
    'usage',
    'consents',
    'crossings',
    'directory',
    'provenance',
  ],
  consumer: ['grants', 'requests', 'negotiations', 'templates', 'runs', 'usage', 'crossings', 'directory', 'provenance'],
};
/** Pages where there may be nothing yet; each then says so in words of its own. */
const MAY_BE_EMPTY: Readonly<Partial<Record<Role, readonly string[]>>> = {
  bureau: [
    ...['overview', 'invoices', 'reconciliation', 'anchors', 'grants', 'audit', 'coverage', 'corrections', 'pledges'],
    ...['supervision', 'offices', 'requests', 'usage', 'consents', 'crossings', 'directory'],
  ],
  merchant: ['till', 'sales', 'coverage', 'corrections', 'pledges'],
  company: ['inbox', 'claims', 'corrections', 'pledges'],
  provider: [
    'grants',
    'resources',
    'requests',
    'negotiations',
    'templates',
    'runs',
    'usage',
    'consents',
    'crossings',
    'directory',
  ],
  consumer: ['grants', 'requests', 'negotiations', 'templates', 'runs', 'usage', 'crossings', 'directory'],
};
const ROLES = Object.keys(MENU) as Role[];
const LOOKS: readonly [Width, Language][] = [
  ['wide', 'zh'],
  ['wide', 'en'],
  ['narrow', 'zh'],
  ['narrow', 'en'],
];
const WIDTHS: readonly Width[] = ['wide', 'narrow'];
/** The auditor has the bureau's pages, and visits them once. */
const rolesFor = (width: Width, language: Language = 'zh'): readonly Role[] =>
  width === 'wide' && language === 'zh' ? ROLES : ROLES.filter((role) => role !== 'auditor');

/** Until nothing is being read any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await services.until(async () => (await page.locator('.ant-spin-spinning').count()) === 0, 'the page');
}

async function goTo(page: Page, url: string, place: string): Promise<void> {
  await page.goto(`${url}/#/${place}`);
  await settled(page);
}

/** Chinese words of a page that are no names: what our dictionaries say has to be English on an English page. */
async function chineseWords(page: Page, names: readonly string[]): Promise<string[]> {
  const text = names.reduce((rest, name) => rest.replaceAll(name, ''), await page.locator('[role=main]').innerText());
  return text.match(/[\u4e00-\u9fff]+/g) ?? [];
}

describe('every page of the console', () => {
  jest.setTimeout(300_000);
  const open = visitsOfTests();

  describe('with what a demonstration leaves', () => {
    let up: RunningUp;

    beforeAll(async () => {
      up = await startScriptsUp();
    }, 240_000);
    afterAll(async () => {
      await up.stop();
    });

    it.each(LOOKS)('keeps nobody out and fits: %s, %s', async (width, language) => {
      for (const role of rolesFor(width, language)) {
        const { page } = await open(`${up.url}/`, { width, language, apiKey: up.keys[role] });
        await settled(page);
        for (const place of MENU[role]) {
          await goTo(page, up.url, place);
          // What moves has come to rest by then.
          await page.waitForTimeout(250);
          await keepPicture(page, `page-${role}-${place}-${width}-${language}`);
          // Both widths and both languages, though not each with each: the examination takes a second.
          const faults = (width === 'wide') === (language === 'zh') ? await seriousFaults(page) : [];
          expect({ role, place, faults, fits: await fitsItsWidth(page) }).toEqual({ role, place, faults: [], fits: true });
        }
      }
    });
  });

  describe('with nothing in it', () => {
    let system: TestSystem;
    const keys = {} as Record<Role, string>;

    beforeAll(async () => {
      system = await startSystem();
      keys.bureau = system.bureauKey;
      keys.merchant = (await system.seller('a-shop', TAX_IDS.seller)).apiKey;
      for (const role of ['company', 'provider', 'consumer', 'auditor'] as const) {
        const party = { name: role, ...(role === 'company' ? { taxId: TAX_IDS.buyer } : {}) };
        keys[role] = (
          await services.registerOrganisation(system.url, system.bureauKey, { organisation: `the-${role}`, role, party })
        ).apiKey;
      }
    }, 120_000);
    afterAll(async () => {
      await system.stop();
    });

    it.each(LOOKS)('says so in words that help, in one language: %s, %s', async (width, language) => {
      for (const [role, places] of Object.entries(MAY_BE_EMPTY) as [Role, readonly string[]][]) {
        const { page } = await open(`${system.url}/`, { width, language, apiKey: keys[role] });
        await settled(page);
        for (const place of places) {
          await goTo(page, system.url, place);
          if (place === 'till') {
            await page.fill('#till-id', 'a-shop-till');
            await page.keyboard.press('Enter');
          }
          const words = await page.locator('.ant-empty').first().innerText();
          expect({ role, place, words: words.trim() }).not.toEqual({ role, place, words: '' });
          await keepPicture(page, `empty-${role}-${place}-${width}-${language}`);
          if (language === 'en') {
            const chinese = await chineseWords(page, ['示例商店', '国家税务总局示例税务局']);
            expect({ role, place, chinese }).toEqual({ role, place, chinese: [] });
          }
        }
      }
    });

    it.each(WIDTHS)('says that the network is gone, keeps what is there, and goes on: %s', async (width) => {
      for (const role of rolesFor(width)) {
        const { page, context } = await open(`${system.url}/`, { width, apiKey: keys[role] });
        for (const place of MENU[role]) {
          await goTo(page, system.url, place);
          const heading = await page.locator('h1').first().innerText();
          await context.setOffline(true);
          await page.locator('.offline').waitFor();
          expect({ role, place, heading: await page.locator('h1').first().innerText() }).toEqual({ role, place, heading });
          expect(await fitsItsWidth(page)).toBe(true);
          await context.setOffline(false);
          await page.locator('.offline').waitFor({ state: 'detached' });
        }
      }
    });

    it.each(WIDTHS)(
      'says so when a page cannot be fetched, keeps its frame, and fetches it at the next try: %s',
      async (width) => {
        const { page, context } = await open(`${system.url}/#/registry`, { width, apiKey: keys.bureau });
        await settled(page);
        await context.setOffline(true);
        await page.evaluate(() => {
          location.hash = '#/overview';
        });
        await page.getByRole('alert').getByText('连接不上网关').waitFor();
        await keepPicture(page, `page-not-fetched-${width}`);
        expect(await page.getByRole('button', { name: '退出' }).isVisible()).toBe(true);
        await context.setOffline(false);
        await page.getByRole('button', { name: '重试' }).click();
        await page.getByRole('heading', { name: '总览' }).waitFor();
      },
    );

    it('says that the session is over, and shows the same page after signing in again', async () => {
      for (const role of rolesFor('narrow')) {
        const made = await system.call<{ id: string; apiKey: string }>('POST', '/v1/api-keys', keys[role], {
          organisation: role === 'merchant' ? 'a-shop' : role === 'bureau' ? 'bureau' : `the-${role}`,
          label: 'short',
          reason: 'test',
        });
        expect(made.status).toBe(201);
        const { page } = await open(`${system.url}/`, { width: 'narrow', apiKey: made.body.apiKey });
        await settled(page);
        await system.call('DELETE', `/v1/api-keys/${made.body.id}`, keys[role], { reason: 'test' });
        const known = async (): Promise<number> => (await system.call('GET', '/v1/session', made.body.apiKey)).status;
        await services.until(async () => (await known()) === 401, 'the key to be forgotten');
        // Another process of the gateway may believe the key for a second longer.
        await page.waitForTimeout(1100);
        const place = MENU[role][0]!;
        for (const each of MENU[role]) {
          await page.goto(`${system.url}/#/${each}`);
          await page.reload();
          await page.getByText('会话已结束').waitFor();
        }
        await page.goto(`${system.url}/#/${place}`);
        await page.getByLabel('API 密钥').fill(keys[role]);
        await page.keyboard.press('Enter');
        await page.locator('h1').first().waitFor();
        expect({ role, place: new URL(page.url()).hash }).toEqual({ role, place: `#/${place}` });
      }
    });
  });
});
