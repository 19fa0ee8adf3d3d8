import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { checkVisit, choose, EVERY_LOOK, tabTo, visitsOfTests, type Visit, type VisitOptions } from '../support/browser';
import { possibleSteps, STEPS as SHOWN, WAY } from '../../gateway/console/src/pages/negotiations/steps';
import { STEPS } from '../../gateway/src/dataspace/protocol';
import { startOwnPeer, type OwnPeer } from '../support/own-peer';
import { startSharing, UNTIL, type SharingSystem } from '../support/sharing';
import { services } from '../support/system';

interface Entry {
  readonly version: number;
  readonly title: string;
  readonly grade: number;
  readonly tags: { readonly technology: readonly string[] };
  readonly loosening: { readonly by: string } | null;
}

/** What those who share write, sign and agree on: one running system for all of it. */
describe('writing the directory and ending grants, in a real browser', () => {
  let sharing: SharingSystem;
  let peer: OwnPeer;

  jest.setTimeout(180_000);
  const visit = visitsOfTests();
  beforeAll(async () => {
    peer = await startOwnPeer();
    sharing = await startSharing(peer.env);
    peer.open(sharing.system.url, sharing.keys);
    const lines = Array.from({ length: 40 }, (_, index) => `站点${String(index)},${String(index * 10)},L${String(index % 2)}`);
    writeFileSync(join(sharing.files, 'stops.csv'), `stop,passengers,line\n${lines.join('\n')}\n`);
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
      resource: 'bus-stops',
      title: '公交站点客流',
      source: { connection: 'city-files', file: 'stops.csv' },
      fields: [{ name: 'stop' }, { name: 'passengers', type: 'number' }, { name: 'line' }],
      reason: 'open data plan',
    });
    await sharing.catalogue('bus-stops');
    // The index of the directory follows the ledger a moment later.
    const duties = async (): Promise<{ items: unknown[] }> =>
      sharing.ok('GET', '/v1/catalogue/duties?limit=1', sharing.keys.provider);
    await services.until(async () => (await duties()).items.length > 0, 'a duty to write under');
  }, 120_000);
  afterAll(async () => {
    await sharing.stop();
    await peer.stop();
  });

  const open = (path: string, options?: VisitOptions): Promise<Visit> => visit(`${sharing.system.url}/${path}`, options);
  const entry = (id: string): Promise<Entry> => sharing.ok('GET', `/v1/catalogue/entries/${id}`, sharing.keys.provider);
  async function submit(page: Page): Promise<void> {
    const button = page.locator('.ant-drawer button[type=submit], .ant-modal button[type=submit]');
    await button.click();
    const refused = page.getByRole('dialog').getByRole('alert').first();
    const told = refused.waitFor().then(
      async () => Promise.reject(new Error(await refused.innerText())),
      () => undefined,
    );
    await Promise.race([button.waitFor({ state: 'detached' }), told]);
  }
  const looks = EVERY_LOOK.slice(0, 2);

  it.each(looks)(
    'a department publishes an entry by keyboard, corrects it, and tightens its grade (%s, %s) [rows 001-002-003:D7,D9]',
    async (width, language) => {
      const zh = language === 'zh';
      const id = `permits-${width}`;
      const provider = await open('#/directory', { width, language, apiKey: sharing.keys.provider });
      const { page } = provider;
      const write = async (name: string, text: string): Promise<void> => {
        await tabTo(page, page.getByRole('dialog').locator(`#entry_${name}`));
        await page.keyboard.type(text);
      };
      const pick = async (name: string): Promise<void> => {
        await tabTo(page, page.getByRole('dialog').locator(`#entry_${name}`));
        await page.keyboard.press('Enter');
        await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').first().waitFor();
        await page.keyboard.press('Enter');
      };
      await tabTo(page, page.getByRole('button', { name: zh ? '编写目录条目' : 'New entry' }));
      await page.keyboard.press('Enter');
      await pick('duty');
      await write('entry', id);
      await write('title', `施工许可 ${width}`);
      await write('datum', `施工许可证信息 ${width}`);
      await pick('sector');
      for (const family of ['technology', 'industry', 'management']) {
        await write(`tags_${family}`, family);
        await page.keyboard.press('Enter');
      }
      await write('reason', '年度目录');
      await checkVisit(provider, `entry-form-${width}-${language}`);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await entry(id)).toMatchObject({ version: 1, grade: 2, tags: { technology: ['technology'] } });

      await page.goto(`${sharing.system.url}/#/directory/${id}`);
      await page.getByRole('button', { name: zh ? '更正：发布第 2 版' : 'Correct: publish version 2' }).click();
      await page.getByRole('dialog').locator('#entry_title').fill(`施工许可（更正） ${width}`);
      await page.getByRole('dialog').locator('#entry_reason').fill('名称有误');
      await checkVisit(provider, `entry-correct-${width}-${language}`);
      await submit(page);
      await page.getByRole('heading', { name: `施工许可（更正） ${width}` }).waitFor();
      expect(await entry(id)).toMatchObject({ version: 2, grade: 2 });

      // Looser waits for the bureau, which endorses the same.
      for (const key of [sharing.keys.provider, sharing.system.bureauKey]) {
        const visited = await open(`#/directory/${id}`, { width, language, apiKey: key });
        await visited.page.getByRole('button', { name: zh ? '调整定级' : 'Grade', exact: true }).click();
        if (key === sharing.keys.provider) await choose(visited.page, '#grade', zh ? '1 级' : 'grade 1');
        await visited.page
          .getByText(zh ? '可授权' : 'may be granted')
          .first()
          .waitFor();
        await visited.page.getByRole('dialog').locator('#reason').fill('已脱敏');
        await checkVisit(visited, `entry-grade-${width}-${language}`);
        await submit(visited.page);
        if (key === sharing.keys.provider) expect(await entry(id)).toMatchObject({ grade: 2, loosening: { by: 'owner' } });
      }
      expect(await entry(id)).toMatchObject({ grade: 1, loosening: null });
    },
  );

  it.each(looks)(
    'a file of entries is imported row by row, refused rows are named, and what is exported can be imported again (%s, %s)',
    async (width, language) => {
      const zh = language === 'zh';
      const provider = await open('#/directory', { width, language, apiKey: sharing.keys.provider });
      const { page } = provider;
      const fails = `entry,duty,title,datum,class,grade,openness,sector,technology,industry,management
meters-${width},city-data,"水表, 电表",计量 ${width},government,2,conditional,city,a;b,c,d
open-${width},city-data,人员,人员 ${width},personal,3,open,city,a,c,d
odd-${width},city-data,词,词 ${width},government,9,open,city,a,c,d
alien-${width},no-such-duty,词,别 ${width},government,2,closed,city,a,c,d
`;
      const importFile = async (name: string, text: string): Promise<void> => {
        await page
          .getByRole('button', { name: zh ? '导入' : 'Import' })
          .first()
          .click();
        await page.setInputFiles('#import-file', { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      };
      const send = async (): Promise<void> => {
        await page.getByRole('dialog').locator('#import_reason').fill('年度目录');
        await page.locator('.ant-drawer button[type=submit]').click();
      };
      const said = (published: number, unchanged: number, refused: number): Promise<void> =>
        page
          .getByText(
            zh
              ? `已登记 ${String(published)} 条，内容相同 ${String(unchanged)} 条，被拒 ${String(refused)} 条。`
              : `${String(published)} published, ${String(unchanged)} unchanged, ${String(refused)} refused.`,
          )
          .waitFor();
      const close = async (): Promise<void> => {
        await page
          .getByRole('dialog')
          .getByRole('button', { name: zh ? '关闭' : 'Close', exact: true })
          .last()
          .click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      };
      const taken = async (label: string): Promise<string> => {
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByText(label).click()]);
        return readFileSync(await file.path(), 'utf8');
      };

      await importFile('broken.csv', 'entry,title\n"a');
      await page.getByRole('dialog').getByRole('alert').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });

      await importFile('entries.csv', fails);
      await checkVisit(provider, `import-form-${width}-${language}`);
      await send();
      await said(1, 0, 3);
      await checkVisit(provider, `import-refused-${width}-${language}`);
      const codes = await page.getByRole('dialog').innerText();
      for (const code of ['OPENNESS_REFUSED', 'DUTY_UNKNOWN', 'grade']) expect(codes).toContain(code);
      const refused = await taken(zh ? '下载被拒的行（CSV）' : 'Refused rows (CSV)');
      expect(refused.split('\r\n').filter((line) => line !== '')).toHaveLength(4);
      await close();
      expect(await entry(`meters-${width}`)).toMatchObject({ title: '水表, 电表', tags: { technology: ['a', 'b'] } });

      const exported = async (zhName: string, enName: string): Promise<string> => {
        await page.getByRole('button', { name: zh ? '导出' : 'Export' }).click();
        return taken(zh ? zhName : enName);
      };
      const own = await exported('本机构条目', 'Own entries');
      expect(own).toContain(`meters-${width}`);
      const count = own.split('\r\n').filter((line) => line !== '').length - 1;
      await importFile('own.csv', own);
      await send();
      await said(0, count, 0);
      await close();
      expect(await exported('缺项的条目', 'Entries that lack')).toContain(`meters-${width},`);

      const dcat = JSON.parse(await exported('全部目录', 'The directory')) as { 'dcat:dataset': Record<string, unknown>[] };
      const foreign = {
        '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
        '@type': 'dcat:Dataset',
        'dct:identifier': `foreign-${width}`,
        'dct:title': '空气质量',
      };
      expect(dcat['dcat:dataset'].length).toBeGreaterThan(1);
      for (const round of [1, 2]) {
        await importFile('foreign.jsonld', JSON.stringify(foreign));
        await page.fill('#import_catalogue', '省目录');
        await choose(page, '#import_duty', 'city-data');
        await choose(page, '#import_sector', zh ? '交通' : 'transport');
        for (const family of ['technology', 'industry', 'management']) {
          await page.fill(`#import_tags_${family}`, family);
          await page.keyboard.press('Enter');
        }
        if (round === 1) await checkVisit(provider, `import-dcat-${width}-${language}`);
        await send();
        await said(1, 0, 0);
        await close();
        // A second import of the same publishes no second version.
        expect(await entry(`foreign-${width}`)).toMatchObject({ version: 1, title: '空气质量' });
      }
    },
  );

  it.each(looks)(
    'both sides sign the end of a grant, and the consumer states that it has deleted the data (%s, %s) [rows 000-004:C7,E1]',
    async (width, language) => {
      const zh = language === 'zh';
      const grant = await sharing.grant({ resource: 'bus-stops', fields: ['stop'] });
      const state = (): Promise<Record<string, unknown>> => sharing.ok('GET', `/v1/grants/${grant}`, sharing.keys.provider);
      const consumer = await open(`#/grants/${grant}`, { width, language, apiKey: sharing.keys.consumer });
      const { page } = consumer;
      await page.getByRole('button', { name: zh ? '提议撤销' : 'Propose to revoke' }).click();
      await page.getByRole('dialog').getByText(grant).first().waitFor();
      await page.fill('#change-reason', '研究已结束');
      await checkVisit(consumer, `revocation-propose-${width}-${language}`);
      await submit(page);
      expect(await state()).toMatchObject({ status: 'active', revocation: { by: 'consumer', signed: false } });

      const provider = await open(`#/grants/${grant}`, { width, language, apiKey: sharing.keys.provider });
      await provider.page.getByRole('button', { name: zh ? '会签撤销' : 'Countersign the revocation' }).click();
      await provider.page.fill('#change-reason', '同意');
      await submit(provider.page);
      expect(await state()).toMatchObject({ status: 'revoked', revocation: { by: 'consumer', signed: true } });

      await page.reload();
      await page.getByRole('button', { name: zh ? '声明已删除' : 'State the deletion' }).click();
      await page.getByRole('dialog').locator('#reason').fill('协议约定');
      await checkVisit(consumer, `deletion-form-${width}-${language}`);
      await submit(page);
      expect(await state()).toMatchObject({ deletedAt: expect.any(String) as string });
      await page.getByText(zh ? /^已声明，/ : /^stated at /).waitFor();
      await checkVisit(consumer, `grant-ended-${width}-${language}`);
    },
  );

  it.each(looks)(
    'a template is approved, run next to the data, and its result leaves when the provider permits it (%s, %s) [rows 000-004:C8]',
    async (width, language) => {
      const zh = language === 'zh';
      const template = `per-line-${width}`;
      const grant = await sharing.grant({ resource: 'bus-stops', fields: ['line'], handling: { level: 'aggregate' } });
      const provider = await open('#/templates', { width, language, apiKey: sharing.keys.provider });
      await provider.page.getByRole('button', { name: zh ? '批准模板' : 'Approve a template' }).click();
      await choose(provider.page, '#resource', 'bus-stops');
      await provider.page.fill('#template', template);
      await provider.page.fill('#title', `各线站点数 ${width}`);
      await choose(provider.page, '#kind', zh ? '分布' : 'distribution');
      await choose(provider.page, '#by', 'line');
      await provider.page.getByRole('dialog').locator('#reason').fill('统计');
      await checkVisit(provider, `template-form-${width}-${language}`);
      await submit(provider.page);
      await provider.page.locator('tr', { hasText: template }).waitFor();
      await checkVisit(provider, `templates-${width}-${language}`);

      const consumer = await open(`#/grants/${grant}`, { width, language, apiKey: sharing.keys.consumer });
      await choose(consumer.page, '#template', `各线站点数 ${width}`);
      await consumer.page.getByRole('button', { name: zh ? '运行' : 'Run', exact: true }).click();
      const run = (await consumer.page.locator('[data-run]').getAttribute('data-run'))!;
      await checkVisit(consumer, `run-waits-${width}-${language}`);
      expect((await sharing.system.call('GET', `/v1/data/${grant}/runs/${run}`, sharing.keys.consumer)).status).toBe(403);

      // A second one, whose result its provider keeps.
      const about = { template: `kept-${width}`, resource: 'bus-stops', title: '一条线路的站点数', kind: 'count' };
      const one = [{ field: 'line', op: 'eq', value: 'L0' }];
      await sharing.ok('POST', '/v1/templates', sharing.keys.provider, {
        ...about,
        where: one,
        release: 'permit',
        reason: 'test',
      });
      const again = { template: about.template };
      const kept = (await sharing.ok<{ run: string }>('POST', `/v1/data/${grant}/runs`, sharing.keys.consumer, again)).run;
      await provider.page.goto(`${sharing.system.url}/#/runs`);
      const listed = (page: Page, id: string): ReturnType<Page['locator']> => page.locator(`[data-listed-run="${id}"]`);
      const permitted = listed(provider.page, run);
      await permitted.getByRole('button', { name: zh ? '查看结果' : 'Look at the result' }).click();
      await permitted.getByRole('cell', { name: 'L1' }).waitFor();
      await checkVisit(provider, `runs-provider-${width}-${language}`);
      await permitted.getByRole('button', { name: zh ? '许可导出' : 'Permit the export' }).click();
      await provider.page.fill('#change-reason', '不含个人信息');
      await submit(provider.page);
      await provider.page.locator(`[data-listed-run="${run}"][data-state=permitted]`).waitFor();
      await listed(provider.page, kept)
        .getByRole('button', { name: zh ? '拒绝导出' : 'Refuse the export' })
        .click();
      await provider.page.fill('#change-reason', '一条线路可辨认到司机');
      await checkVisit(provider, `run-refuse-${width}-${language}`);
      await submit(provider.page);
      await provider.page.locator(`[data-listed-run="${kept}"][data-state=refused]`).getByText('一条线路可辨认到司机').waitFor();
      await consumer.page.getByRole('button', { name: zh ? '读取结果' : 'Read the result' }).click();
      await consumer.page.getByRole('cell', { name: 'L1' }).waitFor();
      await checkVisit(consumer, `run-answer-${width}-${language}`);
      const other = await open('#/runs', { width, language, apiKey: sharing.keys.consumer });
      const own = listed(other.page, run);
      await own.getByRole('button', { name: zh ? '读取结果' : 'Read the result' }).click();
      await own.getByRole('cell', { name: 'L1' }).waitFor();
      await listed(other.page, kept)
        .getByText(zh ? '已拒绝' : 'refused', { exact: true })
        .waitFor();
      expect(await listed(other.page, kept).getByRole('button').count()).toBe(0);
      await checkVisit(other, `runs-consumer-${width}-${language}`);
      const auditor = await open('#/runs', { width, language, apiKey: sharing.keys.auditor });
      await auditor.page.fill('#grant', grant);
      await auditor.page.fill('#reason', '例行检查');
      await auditor.page.keyboard.press('Enter');
      await listed(auditor.page, kept).waitFor();
      await checkVisit(auditor, `runs-auditor-${width}-${language}`);

      await provider.page.goto(`${sharing.system.url}/#/templates`);
      const row = provider.page.locator('tr', { hasText: template });
      await row.getByRole('button', { name: zh ? '撤回' : 'Take back' }).click();
      await provider.page.fill('#change-reason', '不再需要');
      await submit(provider.page);
      await row.getByText(zh ? '已撤回' : 'withdrawn', { exact: true }).waitFor();
    },
  );

  it('the steps that the pages offer are those of the protocol', () => {
    for (const [word, from] of Object.entries(SHOWN))
      expect({ word, from }).toEqual({
        word,
        from: STEPS[word === 'terminate' ? 'terminateNegotiation' : (word as 'agree')].from,
      });
    for (const state of WAY)
      for (const side of ['consumer', 'provider'] as const)
        expect(possibleSteps({ side, state }).every((word) => SHOWN[word][side]?.includes(state))).toBe(true);
  });

  it.each(looks)(
    'a consumer and a provider negotiate an offer, step by step, until it is a grant; another one is terminated (%s, %s)',
    async (width, language) => {
      const zh = language === 'zh';
      const offers = [`first-${width}`, `second-${width}`];
      for (const offer of offers) {
        const terms = { resource: 'bus-stops', until: UNTIL, purpose: { code: 'research', text: offer }, fields: ['stop'] };
        await sharing.ok('POST', '/v1/offers', sharing.keys.provider, { offer, ...terms, reason: 'test' });
      }
      const consumer = await open('#/negotiations', { width, language, apiKey: sharing.keys.consumer });
      const begin = async (): Promise<void> => {
        await consumer.page.goto(`${sharing.system.url}/#/negotiations`);
        await consumer.page.getByRole('button', { name: zh ? '发起协商' : 'Begin a negotiation' }).click();
        await consumer.page.fill('#providerId', 'the-provider');
        await consumer.page.fill('#connectorAddress', peer.connector);
        await consumer.page.fill('#offerId', offers[0]!);
        await consumer.page.fill('#datasetId', 'bus-stops');
      };
      await begin();
      await checkVisit(consumer, `negotiation-form-${width}-${language}`);
      await submit(consumer.page);
      const provider = await open('#/negotiations', { width, language, apiKey: sharing.keys.provider });
      await provider.page.getByRole('link', { name: 'bus-stops' }).first().waitFor();
      await checkVisit(provider, `negotiations-${width}-${language}`);
      await provider.page.getByRole('link', { name: 'bus-stops' }).first().click();
      const take = async ({ page }: Visit, label: string): Promise<void> => {
        await page.getByRole('button', { name: label, exact: true }).click();
        await page.fill('#change-reason', '商定');
        await submit(page);
      };
      await provider.page.getByRole('button', { name: zh ? '提出要约' : 'Make an offer' }).click();
      await choose(provider.page, '#step-offer', offers[1]!);
      await checkVisit(provider, `negotiation-offer-${width}-${language}`);
      await provider.page.fill('#change-reason', '另提条件');
      await submit(provider.page);
      await take(consumer, zh ? '还价' : 'Ask again');
      await take(provider, zh ? '提出要约' : 'Make an offer');
      await take(consumer, zh ? '接受要约' : 'Accept the offer');
      await take(provider, zh ? '出具协议' : 'Agree');
      await consumer.page.getByRole('button', { name: zh ? '核验协议' : 'Verify the agreement' }).waitFor();
      await checkVisit(consumer, `negotiation-agreed-${width}-${language}`);
      await take(consumer, zh ? '核验协议' : 'Verify the agreement');
      await take(provider, zh ? '使其生效' : 'Make it final');
      await consumer.page.locator('a', { hasText: /^agreement-/ }).waitFor();
      await checkVisit(consumer, `negotiation-final-${width}-${language}`);
      const grant = await consumer.page.locator('a', { hasText: /^agreement-/ }).innerText();
      expect((await sharing.system.call('GET', `/v1/data/${grant}/rows`, sharing.keys.consumer)).status).toBe(200);

      await begin();
      await submit(consumer.page);
      await take(consumer, zh ? '终止协商' : 'Terminate');
      await consumer.page.getByText(zh ? /^终止于/ : /^Terminated at/).waitFor();
      await checkVisit(consumer, `negotiation-terminated-${width}-${language}`);
    },
  );

  it.each(looks)(
    'the bureau registers a division, places an organisation and gives it a duty (%s, %s)',
    async (width, language) => {
      const zh = language === 'zh';
      const bureau = await open('#/offices', { width, language, apiKey: sharing.system.bureauKey });
      const { page } = bureau;
      const code = width === 'wide' ? '440000' : '450000';
      const fill = async (label: string, fields: Readonly<Record<string, string>>): Promise<void> => {
        await page.getByRole('button', { name: label, exact: true }).click();
        for (const [id, text] of Object.entries(fields)) await page.getByRole('dialog').locator(`#${id}`).fill(text);
        await page.getByRole('dialog').locator('#reason').fill('登记');
        await checkVisit(bureau, `office-${Object.keys(fields)[0]!}-${width}-${language}`);
        await submit(page);
      };
      await page.getByRole('tab', { name: zh ? '行政区划' : 'Divisions' }).click();
      await fill(zh ? '登记区划' : 'Register a division', { division: code, name: `区 ${width}` });
      await page.getByRole('cell', { name: code }).waitFor();
      await page.getByRole('tab', { name: zh ? '机构归属与监管' : 'Placements' }).click();
      await fill(zh ? '登记归属' : 'Place an organisation', {
        organisation: 'the-owner',
        division: code,
        superior: 'the-provider',
      });
      await page.getByRole('tab', { name: zh ? '部门职责' : 'Duties' }).click();
      await fill(zh ? '登记职责' : 'Assign a duty', {
        duty: `parks-${width}`,
        name: '公园管理',
        organisation: 'the-owner',
        basis: '公园条例',
      });
      await page.getByRole('cell', { name: `parks-${width}` }).waitFor();
      await checkVisit(bureau, `offices-${width}-${language}`);
      const duties = await sharing.ok<{ items: object[] }>(
        'GET',
        '/v1/catalogue/duties?organisation=the-owner',
        sharing.keys.owner,
      );
      expect(duties.items).toContainEqual(expect.objectContaining({ duty: `parks-${width}`, version: 1 }));
    },
  );
});
