import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { tabTo, visitsOfTests } from '../support/browser';
import { startOwnPeer, type OwnPeer } from '../support/own-peer';
import { sale, TAX_IDS } from '../support/sales';
import { startSharing, UNTIL, type SharingSystem } from '../support/sharing';
import { services } from '../support/system';

/** The main story of each role without a mouse: Tab, Enter, Space, arrows and letters. */
describe('by keyboard alone', () => {
  let sharing: SharingSystem;
  let peer: OwnPeer;
  let folder: string;
  let shop: { apiKey: string; till: string };
  let company: { apiKey: string };

  jest.setTimeout(120_000);
  const visit = visitsOfTests();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-keyboard-'));
    peer = await startOwnPeer();
    sharing = await startSharing(peer.env);
    const { system, files } = sharing;
    peer.open(system.url, sharing.keys);
    writeFileSync(join(files, 'stops.csv'), 'stop,passengers\n站点1,10\n站点2,20\n');
    shop = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    company = await services.registerOrganisation(system.url, system.bureauKey, {
      organisation: 'the-company',
      role: 'company',
      party: { name: '样例科技有限公司', taxId: TAX_IDS.buyer },
    });
  }, 120_000);
  afterAll(async () => {
    await sharing.stop();
    await peer.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string, apiKey?: string): Promise<Page> {
    const { page } = await visit(`${sharing.system.url}/${path}`, apiKey === undefined ? {} : { apiKey });
    await page.locator('h1').first().waitFor();
    return page;
  }
  async function press(page: Page, name: RegExp | string): Promise<void> {
    await tabTo(page, page.getByRole('button', { name }).first());
    await page.keyboard.press('Enter');
  }
  /** Writes into the field of a label; the field is reached by Tab. */
  async function write(page: Page, label: string, text: string): Promise<void> {
    await tabTo(page, page.getByRole('dialog').getByLabel(label, { exact: true }));
    await page.keyboard.type(text);
  }

  /** Opens the list of a field that Tab leads to, and goes down to a choice. */
  async function pick(page: Page, field: string, text: string): Promise<void> {
    await tabTo(page, page.locator(field));
    await page.keyboard.press('Enter');
    const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
    await list.locator('.ant-select-item-option').first().waitFor();
    const active = list.locator('.ant-select-item-option-active', { hasText: text });
    for (let step = 0; (await active.count()) === 0 && step < 20; step += 1) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(100);
    }
    await page.keyboard.press('Enter');
    await page.locator('.ant-select', { has: page.locator(field), hasText: text }).waitFor();
  }

  it('a merchant sells, and prepares a refund', async () => {
    const page = await open('#/till', shop.apiKey);
    await page.locator('#till-id:focus').waitFor();
    await page.keyboard.type(shop.till);
    await page.keyboard.press('Enter');
    await press(page, '载入示例商品');
    await page.keyboard.press('F2');
    await page.keyboard.type('1003');
    await page.keyboard.press('Enter');
    await page.keyboard.press('F9');
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'submit');
    await page.keyboard.press('Enter');
    await page.locator('.receipt img').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.receipt').waitFor({ state: 'detached' });
    await tabTo(page, page.getByRole('menu'));
    while ((await page.locator('[role=menuitem]:focus', { hasText: '销售与退款' }).count()) === 0) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(100);
    }
    await page.keyboard.press('Enter');
    await press(page, '退款');
    await tabTo(page, page.locator('#refund-0'));
    await page.keyboard.type('5');
    await tabTo(page, page.locator('#refund-reason'));
    await page.keyboard.type('少了一件');
    await page.keyboard.press('Enter');
    await page.locator('#refund-0').waitFor({ state: 'detached' });
    await page.getByText('¥5.00').waitFor();
  });

  it('a company opens what came in, and takes its PDF', async () => {
    const buyer = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };
    const { body } = await sharing.system.call<{ number: string }>(
      'POST',
      '/v1/invoices',
      shop.apiKey,
      sale(shop.till, { buyer }),
    );
    const page = await open('#/inbox', company.apiKey);
    await tabTo(page, page.getByRole('link', { name: body.number }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: '下载 PDF' }));
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe(`${body.number}.pdf`);
  });

  /** Opens what a button asks a reason for, gives one, and sends it by Enter. */
  async function because(page: Page, name: RegExp | string): Promise<void> {
    await press(page, name);
    await page.locator('#change-reason:focus').waitFor();
    await page.keyboard.type('核对无误');
    await page.keyboard.press('Enter');
    await page.locator('#change-reason').waitFor({ state: 'detached' });
  }
  const ledgerState = (page: Page, axis: string, state: string): Promise<void> =>
    page.locator(`[data-axis=${axis}][data-state="${state}"]`).waitFor();
  async function issued(): Promise<string> {
    const buyer = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };
    const { body } = await sharing.system.call<{ number: string }>(
      'POST',
      '/v1/invoices',
      shop.apiKey,
      sale(shop.till, { buyer }),
    );
    return body.number;
  }

  it('a company reserves an invoice on the claims board, and settles it', async () => {
    const number = await issued();
    const page = await open('#/claims', company.apiKey);
    await press(page, '新增报销');
    await write(page, '发票号码', number);
    await tabTo(page, page.getByRole('button', { name: /可报销余额/ }));
    await page.keyboard.press('Enter');
    await write(page, '理由（写入记录）', '差旅');
    await page.keyboard.press('Enter');
    const claim = page.locator('[data-claim]', { hasText: number });
    await claim.waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // Not the button by which another claim is made.
    await because(page, /^报\s?销$/);
    await page.locator('[data-column=settled] [data-claim]', { hasText: number }).waitFor();
  });

  it('a red letter is asked for, withdrawn, asked for again and confirmed, on an invoice that is in use', async () => {
    const number = await issued();
    const buyer = await open(`#/invoices/${number}`, company.apiKey);
    await ledgerState(buyer, 'use', 'unused');
    await because(buyer, '勾选抵扣');
    await ledgerState(buyer, 'use', 'selected');
    await because(buyer, '开始入账');
    await ledgerState(buyer, 'booking', 'booking');
    const seller = await open(`#/invoices/${number}`, shop.apiKey);
    const ask = async (): Promise<void> => {
      await press(seller, '申请红冲');
      await write(seller, '说明（写入记录）', '顾客退货');
      await seller.keyboard.press('Enter');
      await ledgerState(seller, 'correction', '02');
      await seller.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await ask();
    await because(seller, '撤回');
    await ledgerState(seller, 'correction', '08');
    await ask();
    await buyer.goto(`${sharing.system.url}/#/corrections`);
    await because(buyer, '确认');
    await buyer.locator('[data-correction]', { hasText: number }).locator('.ant-tag-success').waitFor();
  });

  it('a merchant pledges a receivable, and the financier releases it', async () => {
    const number = await issued();
    const page = await open(`#/invoices/${number}`, shop.apiKey);
    await press(page, '质押应收账款');
    await write(page, '金融机构标识', 'the-company');
    await write(page, '理由（写入记录）', '融资');
    await page.keyboard.press('Enter');
    await ledgerState(page, 'pledge', 'pledged');
    const financier = await open('#/pledges', company.apiKey);
    await because(financier, '解除');
    await financier.locator('tr', { hasText: number }).locator('[data-status=released]').waitFor();
  });

  it('a bureau publishes a rate', async () => {
    const page = await open('#/rules', sharing.system.bureauKey);
    await press(page, '发布新税率');
    await write(page, '版本', '2026-12-01');
    await press(page, '新增税率');
    await write(page, '税率（%）', '12');
    await tabTo(page, page.getByRole('dialog').getByLabel('起日', { exact: true }));
    // The browser's own field, month or day first: both are 01.
    await page.keyboard.type('01012030');
    await page.getByTestId('rates-preview').getByText('2030-01-01').first().waitFor();
    await write(page, '理由（写入记录）', '税率调整');
    await page.keyboard.press('Enter');
    await page.getByText('2026-12-01').first().waitFor();
  });

  it('a bureau reads the figures behind a chart', async () => {
    const page = await open('#/overview', sharing.system.bureauKey);
    await tabTo(page, page.locator('.figures-table summary').first());
    await page.keyboard.press('Enter');
    await page.locator('.figures-table[open] table').waitFor();
  });

  it('a bureau registers an organisation', async () => {
    const page = await open('#/registry', sharing.system.bureauKey);
    await press(page, '登记机构');
    await write(page, '名称', '键盘商店');
    await write(page, '税号', TAX_IDS.third);
    await write(page, '标识', 'keyboard-shop');
    await write(page, '理由（写入记录）', '申请登记');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(/^lp_/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('cell', { name: 'keyboard-shop' }).waitFor();
  });

  it('a provider registers a resource and grants it, a consumer reads it, an auditor finds who did', async () => {
    const page = await open('#/resources', sharing.keys.provider);
    await press(page, '登记数据资源');
    await write(page, '名称', '公交站点');
    await write(page, '编号', 'keyboard-stops');
    await write(page, '数据连接', 'city-files');
    await write(page, '文件名', 'stops.csv');
    await write(page, '第 1 个字段的名称', 'stop');
    await press(page, '添加字段');
    await write(page, '第 2 个字段的名称', 'passengers');
    await write(page, '理由（写入记录）', '开放数据');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'keyboard-stops' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(page, '将《公交站点》编入目录');
    await write(page, '目录条目编号', sharing.entry);
    await write(page, '理由（写入记录）', '开放数据');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.goto(`${sharing.system.url}/#/grants`);
    await press(page, '新增授权');
    await tabTo(page, page.locator('#resource'));
    await page.keyboard.press('Enter');
    await page.locator('.ant-select-item-option').first().waitFor();
    await page.keyboard.press('Enter');
    await write(page, '使用方机构编号', 'the-consumer');
    await tabTo(page, page.getByRole('checkbox', { name: 'stop' }));
    await page.keyboard.press('Space');
    await tabTo(page, page.locator('#until'));
    await page.keyboard.type('2036-01-01');
    await page.keyboard.press('Enter');
    await write(page, '用途', '客流研究');
    await write(page, '理由（写入记录）', '开放数据计划');
    await page.keyboard.press('Enter');
    await page.locator('.sentence').first().waitFor();

    const consumer = await open('#/grants', sharing.keys.consumer);
    await tabTo(consumer, consumer.locator('[data-grant] a').first());
    await consumer.keyboard.press('Enter');
    await press(consumer, '读取第一页');
    await consumer.getByRole('cell', { name: '站点2', exact: true }).waitFor();

    const auditor = await open('#/audit', sharing.keys.auditor);
    await tabTo(auditor, auditor.locator('tbody a').first());
    await auditor.keyboard.press('Enter');
    await auditor.getByRole('heading', { name: /^授权 g-/ }).waitFor();
  });

  describe('of those who share', () => {
    beforeAll(async () => {
      const { files, ok, keys, catalogue } = sharing;
      const rows = Array.from({ length: 12 }, (_, index) => `L${String(index)}`);
      writeFileSync(join(files, 'lines.csv'), `line\n${rows.join('\n')}\n`);
      const source = { connection: 'city-files', file: 'lines.csv' };
      const facts = { resource: 'bus-lines', title: '公交线路', fields: [{ name: 'line' }] };
      await ok('POST', '/v1/catalogue', keys.provider, { ...facts, source, reason: 'test' });
      await catalogue('bus-lines');
      // The index of the directory follows the ledger a moment later.
      const duties = (): Promise<{ items: unknown[] }> => ok('GET', '/v1/catalogue/duties?limit=1', keys.provider);
      await services.until(async () => (await duties()).items.length > 0, 'a duty to write under');
    });

    it('a provider writes a catalogue entry', async () => {
      const page = await open('#/directory', sharing.keys.provider);
      await press(page, '编写目录条目');
      await pick(page, '#entry_duty', '城市数据');
      await write(page, '条目编号', 'keyboard-entry');
      await write(page, '名称', '公交线路目录');
      await write(page, '数据项', '公交线路信息');
      await pick(page, '#entry_sector', '城市治理');
      for (const family of ['technology', 'industry', 'management']) {
        await tabTo(page, page.locator(`#entry_tags_${family}`));
        await page.keyboard.type(family);
        await page.keyboard.press('Enter');
      }
      await write(page, '理由（写入记录）', '年度目录');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const entry = await sharing.ok('GET', '/v1/catalogue/entries/keyboard-entry', sharing.keys.provider);
      expect(entry).toMatchObject({ version: 1, title: '公交线路目录' });
    });

    it('a provider agrees to a request', async () => {
      const asked = { request: 'keyboard-request', resource: 'bus-lines', basis: 'statutory-duty', fields: ['line'] };
      const purpose = { code: 'statistics', text: '线网统计' };
      await sharing.ok('POST', '/v1/requests', sharing.keys.consumer, { ...asked, purpose, reason: 'test' });
      const page = await open('#/requests', sharing.keys.provider);
      await press(page, /^同意并授权/);
      await tabTo(page, page.locator('#until'));
      await page.keyboard.type('2036-01-01');
      await page.keyboard.press('Enter');
      await write(page, '法规条款', '示例条例第三条');
      await write(page, '授权结束后可保留的天数', '30');
      await write(page, '责任约定（可不填）', '各自负责');
      await write(page, '理由（写入记录）', '同意');
      await page.keyboard.press('Enter');
      await page.locator('[data-request=keyboard-request] .ant-tag-success').waitFor();
    });

    it('a provider takes the next step of a negotiation', async () => {
      const { ok, keys } = sharing;
      const terms = { resource: 'bus-lines', until: UNTIL, purpose: { code: 'research', text: '研究' }, fields: ['line'] };
      await ok('POST', '/v1/offers', keys.provider, { offer: 'keyboard-offer', ...terms, reason: 'test' });
      const asked = { providerId: 'the-provider', connectorAddress: peer.connector, datasetId: 'bus-lines' };
      await ok('POST', '/v1/negotiations', keys.consumer, { ...asked, offerId: 'keyboard-offer' });
      const page = await open('#/negotiations', keys.provider);
      await tabTo(page, page.getByRole('link', { name: 'bus-lines' }).first());
      await page.keyboard.press('Enter');
      await because(page, '出具协议');
      const { items } = await ok<{ items: { state: string }[] }>('GET', '/v1/negotiations?limit=1', keys.provider);
      expect(items).toMatchObject([{ state: 'AGREED' }]);
    });

    it('a provider approves a template, and permits a run that waits; its consumer reads the result', async () => {
      const page = await open('#/templates', sharing.keys.provider);
      await press(page, '批准模板');
      await pick(page, '#resource', 'bus-lines');
      await write(page, '模板编号', 'keyboard-count');
      await write(page, '名称', '线路数');
      await write(page, '理由（写入记录）', '统计');
      await page.keyboard.press('Enter');
      await page.locator('tr', { hasText: 'keyboard-count' }).waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });

      const grant = await sharing.grant({ resource: 'bus-lines', fields: ['line'], handling: { level: 'aggregate' } });
      await sharing.ok('POST', `/v1/data/${grant}/runs`, sharing.keys.consumer, { template: 'keyboard-count' });
      await page.goto(`${sharing.system.url}/#/runs`);
      await press(page, '查看结果');
      await page.getByText('12 行', { exact: true }).waitFor();
      await because(page, '许可导出');
      await page.locator('[data-listed-run][data-state=permitted]').waitFor();
      const consumer = await open('#/runs', sharing.keys.consumer);
      await press(consumer, '读取结果');
      await consumer.getByText('12 行', { exact: true }).waitFor();
    });
  });

  /** A proof; on a busy machine the log seals what was issued later than an answer waits for it (PROOF_PENDING). */
  async function proofOf(path: string): Promise<string> {
    let text: string | undefined;
    await services.until(async () => {
      const answer = await sharing.system.call('GET', path, shop.apiKey);
      if (answer.status === 200) text = answer.text;
      return text !== undefined;
    }, 'the proof');
    return text!;
  }

  it('a stranger verifies a file', async () => {
    const { body } = await sharing.system.call<{ number: string }>('POST', '/v1/invoices', shop.apiKey, sale(shop.till));
    const file = join(folder, 'bundle.json');
    writeFileSync(file, await proofOf(`/v1/invoices/${body.number}/proof`));
    const page = await open('verify');
    await tabTo(page, page.getByRole('button', { name: '选择文件' }));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles(file);
    await page.locator('[data-result=genuine]').waitFor();
    await tabTo(page, page.locator('.disclosed summary').first());
    await page.keyboard.press('Enter');
    await page.locator('.disclosed .members').first().waitFor();
  });
});
