import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkVisit, choose, EVERY_LOOK, keepPicture, visitsOfTests, type Visit, type VisitOptions } from '../support/browser';
import { digestOf, signed, source, statementOf } from '../support/provenance';
import { startSharing, UNTIL, type SharingSystem } from '../support/sharing';
import { services } from '../support/system';

const STATION = source('ES256');
const BIG_BYTES = 300 * 1024 * 1024;

interface Listed {
  readonly items: readonly { readonly grant: string; readonly effective: string; readonly terms: { readonly rows: unknown[] } }[];
}

describe('sharing data and provenance in a real browser', () => {
  let sharing: SharingSystem;

  jest.setTimeout(180_000);
  const visit = visitsOfTests();
  beforeAll(async () => {
    sharing = await startSharing();
    const lines = Array.from({ length: 60 }, (_, index) => `站点${String(index)},${String(index * 10)},某某${String(index)}`);
    writeFileSync(join(sharing.files, 'stops.csv'), `stop,passengers,driver\n${lines.join('\n')}\n`);
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
      resource: 'bus-stops',
      title: '公交站点客流',
      source: { connection: 'city-files', file: 'stops.csv' },
      fields: [{ name: 'stop' }, { name: 'passengers', type: 'number' }, { name: 'driver' }],
      reason: 'open data plan',
    });
    await sharing.catalogue('bus-stops');
  });
  afterAll(async () => {
    await sharing.stop();
  });

  const open = (path: string, options?: VisitOptions): Promise<Visit> => visit(`${sharing.system.url}/${path}`, options);
  const grants = async (): Promise<Listed['items']> =>
    (await sharing.ok<Listed>('GET', '/v1/grants', sharing.keys.provider)).items;

  it.each(EVERY_LOOK)(
    'a provider grants, a consumer reads, the provider sees it and revokes, the consumer is refused (%s, %s)',
    async (width, language) => {
      const zh = language === 'zh';
      const before = await grants();
      const provider = await open('#/grants', { width, language, apiKey: sharing.keys.provider });
      const { page } = provider;
      await page.getByRole('button', { name: zh ? '新增授权' : 'New grant' }).click();
      await choose(page, '#resource', 'bus-stops');
      await page.fill('#consumer', 'the-consumer');
      await page.getByRole('checkbox', { name: 'stop' }).check();
      await page.getByRole('checkbox', { name: 'passengers' }).check();
      await page.getByRole('button', { name: zh ? '添加条件' : 'Add a condition' }).click();
      await choose(page, '#rows_0_field', 'passengers');
      await choose(page, '#rows_0_op', zh ? '不小于' : 'at least');
      await page.fill('#rows_0_value', '300');
      await page.fill('#until', '2036-01-01');
      await page.keyboard.press('Enter');
      await page.fill('#purpose', '客流研究');
      await page.fill('#reason', '开放数据计划');
      await checkVisit(provider, `grant-form-${width}-${language}`);
      await page.locator('.ant-drawer button[type=submit]').dblclick();
      await page.locator('.ant-drawer button[type=submit]').waitFor({ state: 'detached' });
      const after = await grants();
      expect(after).toHaveLength(before.length + 1);
      const [{ grant, terms }] = after as [Listed['items'][number]];
      expect(terms.rows).toEqual([{ field: 'passengers', op: 'ge', value: 300 }]);
      const card = page.locator(`[data-grant="${grant}"]`);
      const sentence = zh
        ? 'provider允许the-consumer为“客流研究”查询《公交站点客流》的stop、passengers字段（仅限passengers不小于300的行）'
        : 'provider lets the-consumer read the fields stop, passengers of “公交站点客流”, only rows where passengers is at least 300,';
      await card.locator('.sentence').waitFor();
      await page.waitForFunction((text) => document.body.innerText.includes(text), sentence);
      await checkVisit(provider, `grants-${width}-${language}`);

      const consumer = await open('#/grants', { width, language, apiKey: sharing.keys.consumer });
      await consumer.page.locator(`[data-grant="${grant}"] .sentence`).waitFor();
      await checkVisit(consumer, `access-${width}-${language}`);
      await consumer.page.locator(`[data-grant="${grant}"] a`).click();
      await consumer.page.getByRole('button', { name: zh ? '读取第一页' : 'Read the first page' }).click();
      await consumer.page.getByRole('cell', { name: '站点30', exact: true }).waitFor();
      expect(await consumer.page.locator('body').innerText()).not.toContain('某某');
      await checkVisit(consumer, `access-rows-${width}-${language}`);

      await card.locator('a').click();
      // Sealed within seconds: the page follows by itself.
      await page.locator('.ant-tag', { hasText: zh ? '允许' : 'allowed' }).waitFor();
      await page.reload();
      await services.until(async () => {
        await page.reload();
        await page.locator('.ant-tag', { hasText: zh ? '允许' : 'allowed' }).waitFor();
        return (await page.locator('[data-sealed=true]').count()) > 0;
      }, 'the seal');
      expect(await page.locator('body').innerText()).toContain('the-consumer');
      await checkVisit(provider, `grant-${width}-${language}`);

      await page.getByRole('button', { name: zh ? '撤销' : 'Revoke', exact: true }).click();
      const confirm = page.locator('.ant-modal button[type=submit]');
      await confirm.click();
      await page.locator('.ant-modal .ant-form-item-explain-error').waitFor();
      await page.fill('#change-reason', '研究已结束');
      await checkVisit(provider, `revoke-${width}-${language}`);
      await confirm.dblclick();
      await confirm.waitFor({ state: 'detached' });
      await page.locator('.ant-tag', { hasText: zh ? '已撤销' : 'revoked' }).waitFor();
      expect((await grants())[0]).toMatchObject({ grant, effective: 'revoked' });

      await consumer.page.getByRole('button', { name: zh ? '重新读取' : 'Read again' }).click();
      await consumer.page.locator('[role=alert]', { hasText: 'GRANT_REVOKED' }).waitFor();
      expect(await consumer.page.getByRole('cell', { name: '站点30', exact: true }).count()).toBe(0);
      await checkVisit(consumer, `access-refused-${width}-${language}`);
    },
  );

  it.each(EVERY_LOOK.slice(0, 2))(
    'a provider registers a resource once, is told what is wrong in words, and hands it over (%s, %s)',
    async (width, language) => {
      const zh = language === 'zh';
      const resource = `stops-${width}`;
      const visited = await open('#/resources', { width, language, apiKey: sharing.keys.provider });
      const { page } = visited;
      await page.getByRole('button', { name: zh ? '登记数据资源' : 'Register a resource' }).click();
      const drawer = page.getByRole('dialog');
      const submit = drawer.locator('button[type=submit]');
      await drawer.locator('#title').fill('公交站点（再登记）');
      await drawer.locator('#resource').fill('bus-stops');
      await drawer.locator('#connection').fill('no-such-connection');
      await drawer.locator('#file').fill('stops.csv');
      await drawer.locator('#fields_0_name').fill('stop');
      await drawer.getByRole('button', { name: zh ? '添加字段' : 'Add a field' }).click();
      await drawer.locator('#fields_1_name').fill('stop');
      await drawer.locator('#reason').fill('开放数据计划');
      await submit.click();
      await drawer
        .getByText(zh ? '字段名重复了' : 'This name is there twice')
        .first()
        .waitFor();
      await drawer.locator('#fields_1_name').fill('passengers');
      await choose(page, '#fields_1_type', zh ? '数字' : 'number');
      // Refused by the operator's connections, then by the ledger; what was typed stays.
      await submit.click();
      await drawer.getByRole('alert').getByText('SOURCE_INVALID').waitFor();
      await drawer.locator('#connection').fill('city-files');
      await submit.click();
      await drawer.getByRole('alert').getByText('RESOURCE_EXISTS').waitFor();
      await drawer.locator('#resource').fill(resource);
      await checkVisit(visited, `resource-form-${width}-${language}`);
      const posts: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
      });
      await submit.dblclick();
      await submit.waitFor({ state: 'detached' });
      expect(posts).toEqual(['/v1/catalogue']);
      const row = page.locator('tr', { hasText: resource });
      await row.waitFor();
      const kept = await sharing.ok<{ fields: unknown }>('GET', `/v1/catalogue/${resource}`, sharing.keys.provider);
      expect(kept.fields).toEqual([
        { name: 'stop', type: 'text' },
        { name: 'passengers', type: 'number' },
      ]);
      await checkVisit(visited, `resources-${width}-${language}`);

      await row.getByRole('button', { name: zh ? '移交' : 'Hand over' }).click();
      await drawer.locator('#owner').fill('nobody-knows');
      await drawer.locator('#reason').fill('机构调整');
      await submit.click();
      await drawer.getByRole('alert').getByText('ORGANISATION_UNKNOWN').waitFor();
      await drawer.locator('#owner').fill('the-owner');
      await checkVisit(visited, `resource-transfer-${width}-${language}`);
      await submit.dblclick();
      await submit.waitFor({ state: 'detached' });
      await row.getByText('the-owner').waitFor();
      // Its controller still catalogues it.
      expect(await row.getByRole('button', { name: zh ? '移交' : 'Hand over' }).count()).toBe(0);
    },
  );

  it('a provider pauses and resumes by keyboard', async () => {
    const grant = await sharing.grant({ resource: 'bus-stops', fields: ['stop'] });
    const { page } = await open('#/grants', { apiKey: sharing.keys.provider });
    for (const [button, state] of [
      ['暂停', '已暂停'],
      ['恢复', '生效中'],
    ] as const) {
      await page.locator(`[data-grant="${grant}"]`).getByRole('button', { name: button }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'change-reason');
      await page.keyboard.type('核对');
      await page.keyboard.press('Enter');
      await page.locator(`[data-grant="${grant}"] .ant-tag`, { hasText: state }).waitFor();
    }
  });

  it.each(EVERY_LOOK.slice(0, 2))('an auditor sees all grants and every read with its seal (%s, %s)', async (width, language) => {
    const grant = await sharing.grant({ resource: 'bus-stops', fields: ['stop'], until: UNTIL });
    await sharing.ok('GET', `/v1/data/${grant}/rows?limit=5`, sharing.keys.consumer);
    const auditor = await open('#/grants', { width, language, apiKey: sharing.keys.auditor });
    await auditor.page.locator(`[data-grant="${grant}"] .sentence`).waitFor();
    await checkVisit(auditor, `all-grants-${width}-${language}`);
    // A table shows the beginning of a long id only.
    const row = auditor.page.locator('tr', { has: auditor.page.locator(`[title="${grant}"]`) });
    await services.until(async () => {
      await auditor.page.goto(`${sharing.system.url}/#/audit`);
      await auditor.page.reload();
      await row.first().waitFor();
      return (await row.locator('[data-sealed=true]').count()) > 0;
    }, 'the seal');
    expect(await auditor.page.locator('[data-sealed=false]').count()).toBe(0);
    await checkVisit(auditor, `audit-${width}-${language}`);
    await auditor.page.goto(`${sharing.system.url}/#/reconciliation`);
    await auditor.page.locator('h1').waitFor();
  });

  it('says so when there is nothing, and when the network is gone', async () => {
    const empty = await open('#/grants', { apiKey: sharing.keys.rival });
    await empty.page.locator('.ant-empty').waitFor();
    await checkVisit(empty, 'grants-empty');
    await empty.page.goto(`${sharing.system.url}/#/resources`);
    await empty.page.locator('.ant-empty').waitFor();
    const { page, context } = await open('#/resources', { apiKey: sharing.keys.provider });
    await page.getByRole('cell', { name: 'bus-stops', exact: true }).waitFor();
    await keepPicture(page, 'resources');
    // The page's script is there; what it reads is not.
    await page.goto(`${sharing.system.url}/#/grants`);
    await page.locator('h1').waitFor();
    await page.getByRole('button', { name: '新增授权' }).click();
    await page.locator('#resource').waitFor();
    await context.setOffline(true);
    await page.locator('.offline').waitFor();
    await keepPicture(page, 'grants-offline');

    const grant = await sharing.grant({ resource: 'bus-stops', fields: ['stop'] });
    const consumer = await open(`#/grants/${grant}`, { apiKey: sharing.keys.consumer });
    const read = consumer.page.getByRole('button', { name: /读取第一页/ });
    await read.waitFor();
    await consumer.context.setOffline(true);
    await read.click();
    await consumer.page.locator('[role=alert]', { hasText: '连接不上网关' }).first().waitFor();
    await keepPicture(consumer.page, 'access-offline');
    await consumer.context.setOffline(false);
    await read.click();
    await consumer.page.getByRole('cell', { name: '站点3', exact: true }).waitFor();
  });

  describe('provenance', () => {
    const raw = digestOf('raw');
    const made = digestOf('made');
    const sold = digestOf('sold');

    beforeAll(async () => {
      const { ok, keys } = sharing;
      const register = (key: string, statement: ReturnType<typeof statementOf>): Promise<unknown> =>
        ok('POST', '/v1/provenance', key, signed(statement, STATION));
      await register(keys.provider, statementOf(raw, { kind: 'item' }));
      await ok('POST', `/v1/provenance/${raw}/events`, keys.provider, {
        event: 'licensed',
        to: 'the-consumer',
        terms: 'x',
        reason: 'x',
      });
      await register(keys.consumer, statementOf(made, { kind: 'item', parents: [raw] }));
      // Nobody handed it over to the third.
      await register(keys.third, statementOf(sold, { kind: 'item', parents: [made] }));
      await services.until(async () => {
        const path = `/v1/provenance/${made}/lineage?direction=descendants`;
        return (await ok<{ items: unknown[] }>('GET', path, keys.provider)).items.length > 0;
      }, 'the index');
    });

    it.each(EVERY_LOOK)(
      'finds who registered a dropped file, its licences and its lineage with the gap (%s, %s)',
      async (width, language) => {
        const visited = await open('#/provenance', { width, language, apiKey: sharing.keys.auditor });
        const { page } = visited;
        const sent: string[] = [];
        page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`));
        await page.setInputFiles('input[type=file]', { name: 'made.csv', mimeType: 'text/csv', buffer: Buffer.from('made') });
        await page.locator('.lineage-table').waitFor();
        await page.locator('div[role=img] svg').waitFor();
        expect(page.url()).toContain(made);
        const gap = page.locator('.lineage-table tr', { hasText: language === 'zh' ? '缺失' : 'missing' });
        expect(await gap.count()).toBe(1);
        expect(await gap.innerText()).toContain('the-third');
        expect(sent.every((request) => request === 'GET ')).toBe(true);
        await checkVisit(visited, `provenance-${width}-${language}`);
        await page.locator('.lineage-table a').first().click();
        await page.getByRole('cell', { name: language === 'zh' ? '许可' : 'licensed', exact: true }).waitFor();
      },
    );

    it.each(EVERY_LOOK)('answers whoever has no session, and asks nobody for a key (%s, %s)', async (width, language) => {
      const visited = await open('', { width, language });
      const { page } = visited;
      await page.getByRole('link', { name: language === 'zh' ? '来源查询' : 'Provenance' }).click();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.headers()['authorization'] ?? 'nobody'));
      await page.setInputFiles('input[type=file]', { name: 'made.csv', mimeType: 'text/csv', buffer: Buffer.from('made') });
      await page.locator('.lineage-table').waitFor();
      await page.locator('div[role=img] svg').waitFor();
      expect(new Set(asked)).toEqual(new Set(['nobody']));
      await checkVisit(visited, `provenance-open-${width}-${language}`);
      await page.getByRole('button', { name: language === 'zh' ? '登录' : 'Sign in' }).click();
      await page.getByLabel(language === 'zh' ? 'API 密钥' : 'API key').fill(sharing.keys.auditor);
      await page.keyboard.press('Enter');
      await page
        .getByRole('menuitem', { name: language === 'zh' ? '来源查询' : 'Provenance' })
        .or(page.locator('h1'))
        .first()
        .waitFor();
    });

    it('hashes 300 MB in the browser while the page stays responsive, and says that it is not registered', async () => {
      const visited = await open('#/provenance', { width: 'narrow', apiKey: sharing.keys.provider });
      const { page } = visited;
      await page.locator('input[type=file]').waitFor({ state: 'attached' });
      await page.evaluate((bytes) => {
        const piece = new Uint8Array(bytes / 100);
        const transfer = new DataTransfer();
        transfer.items.add(new File(Array<Uint8Array<ArrayBuffer>>(100).fill(piece), 'big.bin'));
        const watched = window as unknown as { longest: number };
        watched.longest = 0;
        let last = performance.now();
        setInterval(() => {
          watched.longest = Math.max(watched.longest, performance.now() - last);
          last = performance.now();
        }, 20);
        const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
        input.files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, BIG_BYTES);
      const before = Date.now();
      await page.locator('[data-hashing]').waitFor();
      await keepPicture(page, 'provenance-hashing');
      await page.locator('[role=status]', { hasText: '没有登记' }).waitFor({ timeout: 120_000 });
      const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
      console.log(
        `300 MB hashed in ${String(Date.now() - before)} ms; the page was busy for ${String(Math.round(longest))} ms at most`,
      );
      // SHA-256 of 300 MiB of zeros.
      expect(page.url()).toContain(digestOf('\0'.repeat(BIG_BYTES)));
      expect(longest).toBeLessThan(1000);
      await checkVisit(visited, 'provenance-unknown');
      await page.fill('#digest', 'abc');
      await page.keyboard.press('Enter');
      await page.locator('.ant-form-item-explain-error').waitFor();
    });
  });
});
