import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import {
  checkVisit,
  choose,
  chooseDay,
  EVERY_LOOK,
  visitsOfTests,
  WIDTHS,
  type Visit,
  type VisitOptions,
} from '../support/browser';
import { startSharing, type SharingSystem } from '../support/sharing';
import { services } from '../support/system';

describe('the desks of those who share, in a real browser', () => {
  let sharing: SharingSystem;

  jest.setTimeout(180_000);
  const visit = visitsOfTests();
  beforeAll(async () => {
    sharing = await startSharing();
    const lines = Array.from({ length: 40 }, (_, index) => `站点${String(index)},${String(index * 10)},某某${String(index)}`);
    writeFileSync(join(sharing.files, 'stops.csv'), `stop,passengers,driver\n${lines.join('\n')}\n`);
    for (const [resource, title] of [
      ['bus-stops', '公交站点客流'],
      ['bus-cards', '公交卡'],
    ] as const) {
      await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
        resource,
        title,
        source: { connection: 'city-files', file: 'stops.csv' },
        fields: [{ name: 'stop' }, { name: 'passengers', type: 'number' }, { name: 'driver' }],
        ...(resource === 'bus-cards' ? { personal: true } : {}),
        reason: 'open data plan',
      });
      await sharing.catalogue(resource);
    }
    await services.until(async () => (await found('示例')).length > 0, 'the index of the directory');
  }, 120_000);
  afterAll(async () => {
    await sharing.stop();
  });

  const found = async (word: string): Promise<unknown[]> => {
    const path = `/v1/catalogue/entries?q=${encodeURIComponent(word)}`;
    return (await sharing.ok<{ items: unknown[] }>('GET', path, sharing.keys.consumer)).items;
  };
  const open = (path: string, options?: VisitOptions): Promise<Visit> => visit(`${sharing.system.url}/${path}`, options);
  async function submit(page: Page): Promise<void> {
    const button = page.locator('.ant-drawer button[type=submit], .ant-modal button[type=submit]');
    await button.click();
    await button.waitFor({ state: 'detached' });
  }

  it.each(EVERY_LOOK.slice(0, 2))(
    'a consumer finds data, asks for it, and reads it once its provider has agreed to conditions (%s, %s) [rows 001-002-003:C22]',
    async (width, language) => {
      const zh = language === 'zh';
      const say = (chinese: string, english: string): string => (zh ? chinese : english);
      const consumer = await open('#/directory', { width, language, apiKey: sharing.keys.consumer });
      const { page } = consumer;
      await page.fill('#q', '没有这样的数据');
      await page.keyboard.press('Enter');
      await page.locator('.ant-empty').waitFor();
      await page.fill('#q', '示例城市');
      await choose(page, '#openness', say('有条件共享', 'conditional'));
      await page.getByRole('button', { name: say('查找', 'Find'), exact: true }).click();
      const link = page.getByRole('link', { name: '示例城市数据' });
      await link.waitFor();
      await checkVisit(consumer, `directory-${width}-${language}`);
      await page.getByRole('tab', { name: say('各部门情况', 'Departments') }).click();
      await page.locator('div[role=img] svg').waitFor();
      await checkVisit(consumer, `directory-departments-${width}-${language}`);
      await page
        .getByRole('link', { name: say('看条目', 'Entries') })
        .first()
        .click();
      await link.click();
      const ask = page.getByRole('button', { name: say('申请使用《公交站点客流》', 'Ask for access to “公交站点客流”') });
      await ask.waitFor();
      await checkVisit(consumer, `directory-entry-${width}-${language}`);
      await ask.click();
      await page.getByRole('checkbox', { name: 'stop', exact: true }).check();
      await page.getByRole('checkbox', { name: 'passengers' }).check();
      await choose(page, '#basis', say('委托项目', 'commissioned project'));
      const purpose = `客流研究 ${width} ${language}`;
      await page.fill('#purpose', purpose);
      await page.getByLabel(say('理由（写入记录）', 'Reason (kept with the act)')).fill('研究需要');
      // Turning a tablet loses nothing of what was typed.
      await page.setViewportSize(WIDTHS[width === 'wide' ? 'narrow' : 'wide']);
      await page.waitForTimeout(300);
      await page.setViewportSize(WIDTHS[width]);
      await page.waitForTimeout(300);
      expect(await page.inputValue('#purpose')).toBe(purpose);
      await checkVisit(consumer, `request-form-${width}-${language}`);
      await submit(page);
      await page.goto(`${sharing.system.url}/#/requests`);
      await page.getByText(purpose).waitFor();
      await checkVisit(consumer, `requests-consumer-${width}-${language}`);

      const provider = await open('#/requests', { width, language, apiKey: sharing.keys.provider });
      const card = provider.page.locator('[data-request]', { hasText: purpose });
      await card.getByText(say('答复期限', 'to be answered by')).waitFor();
      await checkVisit(provider, `requests-provider-${width}-${language}`);
      await card.getByRole('button', { name: say('同意', 'Agree') }).click();
      await chooseDay(provider.page, '#until', '2036-01-01');
      await provider.page.getByLabel(say('项目', 'Project'), { exact: true }).fill('P-2026-8');
      await provider.page.getByRole('checkbox', { name: say('留存', 'store'), exact: true }).check();
      await provider.page.fill('#count', '100');
      await provider.page.fill('#keepDays', '30');
      await provider.page.fill('#reason', '同意');
      // Conditions need a statement of liability, which is asked for before anything is sent.
      await provider.page.locator('.ant-drawer button[type=submit]').click();
      await provider.page.locator('.ant-form-item-explain-error').first().waitFor();
      await provider.page.fill('#liability', '各自对自己的过错负责');
      await checkVisit(provider, `request-agree-${width}-${language}`);
      await submit(provider.page);
      await card.getByText(say('已授权', 'granted'), { exact: true }).waitFor();

      await page.reload();
      await page.locator('[data-request]', { hasText: purpose }).getByRole('link').click();
      await page.getByRole('button', { name: say('读取第一页', 'Read the first page') }).click();
      await page.getByRole('cell', { name: '站点1', exact: true }).waitFor();
      expect(await page.locator('body').innerText()).not.toContain('某某');
      await checkVisit(consumer, `granted-${width}-${language}`);
    },
  );

  it.each(EVERY_LOOK.slice(0, 2))('a provider refuses a request, and its consumer sees why (%s, %s)', async (width, language) => {
    const zh = language === 'zh';
    const request = `refused-${width}`;
    await sharing.ok('POST', '/v1/requests', sharing.keys.third, {
      request,
      resource: 'bus-stops',
      basis: 'procurement',
      purpose: { code: 'operations', text: '广告' },
      fields: ['driver'],
      reason: '业务',
    });
    const provider = await open('#/requests', { width, language, apiKey: sharing.keys.provider });
    const card = provider.page.locator(`[data-request="${request}"]`);
    await card.getByRole('button', { name: zh ? '拒绝' : 'Refuse' }).click();
    await provider.page.fill('#change-reason', '用途不符');
    await checkVisit(provider, `request-refuse-${width}-${language}`);
    await submit(provider.page);
    await card.getByText(zh ? '已拒绝' : 'refused', { exact: true }).waitFor();
    // Of others' requests nobody learns.
    const other = await open('#/requests', { width, language, apiKey: sharing.keys.rival });
    await other.page.locator('.ant-empty').waitFor();
    await checkVisit(other, `requests-empty-${width}-${language}`);
  });

  it.each(EVERY_LOOK.slice(0, 2))(
    'a provider signs a standing grant, its consumer draws from it, the bureau sees it, and it is ended (%s, %s)',
    async (width, language) => {
      const zh = language === 'zh';
      const say = (chinese: string, english: string): string => (zh ? chinese : english);
      const look = async (apiKey: string): Promise<Visit> => {
        const visited = await open('#/requests', { width, language, apiKey });
        await visited.page.getByRole('tab', { name: say('常设授权', 'Standing grants') }).click();
        return visited;
      };
      const provider = await look(sharing.keys.provider);
      const { page } = provider;
      await page.getByRole('button', { name: say('签署常设授权', 'Sign a standing grant') }).click();
      const drawer = page.getByRole('dialog');
      await choose(page, '#resource', 'bus-stops');
      await page.fill('#consumer', 'the-consumer');
      await drawer.getByRole('checkbox', { name: 'stop', exact: true }).check();
      await chooseDay(page, '#until', '2036-01-01');
      const purpose = `例行统计 ${width}`;
      await page.fill('#purpose', purpose);
      await choose(page, '#basis', say('法定职责', 'statutory duty'));
      await drawer.getByLabel(say('法规条款', 'Rule'), { exact: true }).fill('示例条例第三条');
      await page.fill('#keepDays', '30');
      await page.fill('#liability', '各自对自己的过错负责');
      await drawer.locator('#reason').fill('例行');
      await checkVisit(provider, `standing-form-${width}-${language}`);
      await submit(page);
      const card = (of: Page): ReturnType<Page['locator']> => of.locator('[data-standing]', { hasText: purpose });
      await card(page).getByText(say('可领取', 'may be drawn'), { exact: true }).waitFor();

      const consumer = await look(sharing.keys.consumer);
      await card(consumer.page)
        .getByRole('button', { name: say('领取授权', 'Draw a grant') })
        .click();
      await consumer.page.fill('#change-reason', '月度统计');
      await checkVisit(consumer, `standing-draw-${width}-${language}`);
      await submit(consumer.page);
      const { items } = await sharing.ok<{ items: { grant: string; standing?: string; terms: { purpose: { text: string } } }[] }>(
        'GET',
        '/v1/grants?limit=1',
        sharing.keys.consumer,
      );
      expect(items[0]!.terms.purpose.text).toBe(purpose);
      const rows = await sharing.system.call('GET', `/v1/data/${items[0]!.grant}/rows`, sharing.keys.consumer);
      expect([rows.status, rows.text.includes('某某')]).toEqual([200, false]);

      await card(page)
        .getByRole('button', { name: say('停用', 'End'), exact: true })
        .click();
      await page.fill('#change-reason', '职责调整');
      await submit(page);
      await card(page).getByText(say('已停用', 'ended'), { exact: true }).waitFor();
      await checkVisit(provider, `standing-provider-${width}-${language}`);
      const bureau = await look(sharing.system.bureauKey);
      await card(bureau.page).waitFor();
      expect(await card(bureau.page).getByRole('button').count()).toBe(0);
      await checkVisit(bureau, `standing-bureau-${width}-${language}`);
      const other = await look(sharing.keys.rival);
      await other.page.getByText(say('还没有常设授权', 'No standing grants yet')).waitFor();
    },
  );

  it.each(EVERY_LOOK.slice(0, 2))(
    'a reader gives feedback on data, its provider answers, and the reader closes it (%s, %s)',
    async (width, language) => {
      const zh = language === 'zh';
      const reader = await open(`#/directory/${sharing.entry}`, { width, language, apiKey: sharing.keys.third });
      const text = `站点坐标有误 ${width}`;
      await reader.page.getByRole('button', { name: zh ? '对这项数据提出反馈' : 'Give feedback on this data' }).click();
      const drawer = reader.page.getByRole('dialog');
      await drawer.locator('#text').fill(text);
      await drawer.locator('#reason').fill('使用中发现');
      await checkVisit(reader, `feedback-form-${width}-${language}`);
      await submit(reader.page);
      const item = (page: Page): ReturnType<Page['locator']> => page.locator('[data-feedback]', { hasText: text });
      await services.until(async () => {
        await reader.page.reload();
        await reader.page.locator('[data-feedback], .ant-empty').first().waitFor();
        return (await item(reader.page).count()) === 1;
      }, 'the feedback');
      const provider = await open(`#/directory/${sharing.entry}`, { width, language, apiKey: sharing.keys.provider });
      await item(provider.page).getByRole('button').click();
      await provider.page.getByRole('dialog').locator('#text').fill('坐标为设计坐标，不予更正');
      await provider.page.getByRole('dialog').locator('#reason').fill('已核实');
      await submit(provider.page);
      await services.until(async () => {
        await reader.page.reload();
        await item(reader.page).waitFor();
        return (await item(reader.page).innerText()).includes('设计坐标');
      }, 'the answer');
      await checkVisit(reader, `feedback-answered-${width}-${language}`);
      await item(reader.page)
        .getByRole('button', { name: zh ? '关闭' : 'Close' })
        .click();
      await reader.page.fill('#change-reason', '接受说明');
      await submit(reader.page);
    },
  );

  it.each(EVERY_LOOK.slice(0, 2))(
    'a provider sees who read what for which purpose, and the consumer signs its half (%s, %s)',
    async (width, language) => {
      const zh = language === 'zh';
      const grant = await sharing.grant({
        resource: 'bus-stops',
        fields: ['stop'],
        purpose: { code: 'research', text: `线路优化 ${width}` },
      });
      for (const limit of ['3', '5']) await sharing.ok('GET', `/v1/data/${grant}/rows?limit=${limit}`, sharing.keys.consumer);
      interface Halves {
        readonly items: readonly { readonly grant: string; readonly provided: number; readonly missing: string }[];
      }
      const halves = async (): Promise<Halves['items'][number] | undefined> =>
        (await sharing.ok<Halves>('GET', '/v1/usage-receipts/halves?limit=500', sharing.keys.provider)).items.find(
          (one) => one.grant === grant,
        );
      await services.until(async () => (await halves())?.provided === 2, "the provider's half");
      const provider = await open('#/usage', { width, language, apiKey: sharing.keys.provider });
      const row = (page: Page): ReturnType<Page['locator']> => page.locator('tr', { hasText: grant });
      await row(provider.page)
        .getByText(zh ? '使用方的一半' : 'consumer’s half')
        .waitFor();
      await row(provider.page).getByRole('button').click();
      await provider.page.getByText(`线路优化 ${width}`).first().waitFor();
      await checkVisit(provider, `usage-provider-${width}-${language}`);

      const consumer = await open('#/usage', { width, language, apiKey: sharing.keys.consumer });
      const { page } = consumer;
      // The provider's half may have come in one batch or in two.
      while ((await halves())?.missing === 'consumer') {
        await row(page)
          .getByRole('button', { name: zh ? '核对并签收' : 'Check and sign' })
          .click();
        const drawer = page.getByRole('dialog');
        await drawer.getByRole('checkbox').first().waitFor();
        for (const box of await drawer.getByRole('checkbox').all()) await box.check();
        await drawer.locator('#reason').fill('与本机构记录一致');
        await checkVisit(consumer, `usage-sign-${width}-${language}`);
        await submit(page);
      }
      await row(page)
        .getByText(zh ? '不缺' : 'nothing', { exact: true })
        .waitFor();

      const auditor = await open('#/usage', { width, language, apiKey: sharing.keys.auditor });
      await row(auditor.page).getByRole('button').click();
      await auditor.page.fill('#why', '例行检查');
      await auditor.page.keyboard.press('Enter');
      await auditor.page
        .getByText(zh ? '双方已签' : 'signed by both')
        .first()
        .waitFor();
      await checkVisit(auditor, `usage-auditor-${width}-${language}`);
    },
  );

  it.each(EVERY_LOOK.slice(0, 2))(
    'a provider records the consent of a data subject and its withdrawal, which ends access (%s, %s)',
    async (width, language) => {
      const zh = language === 'zh';
      const subject = (width === 'wide' ? 'a' : 'b').repeat(64);
      const provider = await open('#/consents', { width, language, apiKey: sharing.keys.provider });
      const { page } = provider;
      await page.getByRole('button', { name: zh ? '登记同意' : 'Record a consent' }).click();
      await choose(page, '#resource', 'bus-cards');
      await page.fill('#subject', subject);
      await page.setInputFiles('#consent-text', { name: 'text.txt', mimeType: 'text/plain', buffer: Buffer.from('abc') });
      await page.fill('#textVersion', '2026.1');
      await page.fill('#purpose', '换乘研究');
      await page.getByRole('dialog').locator('#reason').fill('本人签署');
      await checkVisit(provider, `consent-form-${width}-${language}`);
      await submit(page);
      const { items } = await sharing.ok<{ items: { consent: string; text: string }[] }>(
        'GET',
        `/v1/consents?subject=${subject}`,
        sharing.keys.provider,
      );
      // SHA-256 of `abc` (FIPS 180-4, example).
      expect(items.map(({ text }) => text)).toEqual(['ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad']);
      const grant = await sharing.grant({ resource: 'bus-cards', fields: ['stop'], consent: items[0]!.consent });
      const read = async (): Promise<number> =>
        (await sharing.system.call('GET', `/v1/data/${grant}/rows`, sharing.keys.consumer)).status;
      expect(await read()).toBe(200);
      await page.fill('#who', subject);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: zh ? '撤回' : 'Withdraw' }).waitFor();
      await checkVisit(provider, `consents-${width}-${language}`);
      await page.getByRole('button', { name: zh ? '撤回' : 'Withdraw' }).click();
      await page.fill('#change-reason', '本人撤回');
      await submit(page);
      await page.getByText(zh ? '已撤回' : 'withdrawn', { exact: true }).waitFor();
      expect(await read()).toBe(403);
    },
  );

  it.each(EVERY_LOOK.slice(0, 2))(
    'an auditor sees who supervises whom, and where nobody does (%s, %s)',
    async (width, language) => {
      const auditor = await open('#/supervision', { width, language, apiKey: sharing.keys.auditor });
      const row = auditor.page.locator('tr', { hasText: 'provider' }).first();
      await row.getByText(language === 'zh' ? '无监管方' : 'nobody', { exact: true }).waitFor();
      await checkVisit(auditor, `supervision-${width}-${language}`);
    },
  );

  it.each(EVERY_LOOK.slice(0, 2))(
    'the bureau states who looks at whom and ends it, the auditor records a look, and what is overdue is red (%s, %s)',
    async (width, language) => {
      const say = (chinese: string, english: string): string => (language === 'zh' ? chinese : english);
      const button = (page: Page, chinese: string, english: string): Locator =>
        page.getByRole('button', { name: say(chinese, english), exact: true });
      const nobody = (page: Page): Locator =>
        page.locator('tr', { hasText: 'provider' }).first().getByText(say('无监管方', 'nobody'), { exact: true });
      const every = say('每 30 天至少一次', 'every 30 days at least');
      const bureau = await open('#/supervision', { width, language, apiKey: sharing.system.bureauKey });
      await nobody(bureau.page).waitFor();
      await button(bureau.page, '登记监管安排', 'State a supervision').click();
      await bureau.page.fill('#authority', 'the-auditor');
      await bureau.page.fill('#object', 'the-provider');
      await choose(bureau.page, '#method', say('数据抽查', 'samples of data'));
      await bureau.page.getByRole('dialog').locator('#reason').fill('年度监管计划');
      await checkVisit(bureau, `supervision-form-${width}-${language}`);
      await submit(bureau.page);
      await nobody(bureau.page).waitFor({ state: 'detached' });

      const auditor = await open('#/supervision', { width, language, apiKey: sharing.keys.auditor });
      const covered = auditor.page.locator('tr', { hasText: every }).first();
      await covered.getByText(say('尚未检查', 'no look yet')).first().waitFor();
      await button(auditor.page, '记录检查', 'Record a look').click();
      await choose(auditor.page, '#finding', say('尚未了结', 'still open'));
      await auditor.page.getByRole('dialog').locator('#text').fill('抽查 20 条，2 条与来源不符');
      await auditor.page.getByRole('dialog').locator('#reason').fill('例行抽查');
      await checkVisit(auditor, `supervision-look-${width}-${language}`);
      await submit(auditor.page);
      await auditor.page.getByText(say('有未了结的发现', 'something open was found')).waitFor();
      await covered.getByText(say('尚未检查', 'no look yet')).first().waitFor({ state: 'detached' });

      // The clock of an instance that runs stands in nobody's hand: the answer says that the day has passed.
      await auditor.page.route('**/v1/supervision?**', async (route) => {
        const answer = await route.fetch();
        const list = (await answer.json()) as { items: object[] };
        await route.fulfill({ response: answer, json: { ...list, items: list.items.map((one) => ({ ...one, overdue: true })) } });
      });
      await auditor.page.reload();
      const late = covered.getByText(say('逾期未查', 'overdue'), { exact: true });
      await late.waitFor();
      expect(await late.getAttribute('class')).toContain('ant-tag-error');
      await checkVisit(auditor, `supervision-overdue-${width}-${language}`);

      await button(bureau.page, '终止安排', 'End').click();
      await bureau.page.fill('#change-reason', '计划调整');
      await submit(bureau.page);
      await nobody(bureau.page).waitFor();
    },
  );
});
