import type { Page } from 'playwright-core';
import { askReason, entries, openDrawer, paidSale, type ActingButton, type Presser, type Scene } from './acting-buttons';
import { sale, TAX_IDS } from './sales';

/** An invoice to the company. @returns its number. */
async function issued({ sharing: { ok }, shop }: Scene, id: string): Promise<string> {
  const buyer = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };
  const request = { ...sale(shop.till, { buyer }), orderReference: `L-${id}` };
  return (await ok<{ number: string }>('POST', '/v1/invoices', shop.apiKey, request)).number;
}

/** A red letter that waits for the company: of an invoice that it has selected to deduct. */
async function asked(scene: Scene, id: string): Promise<void> {
  const { ok } = scene.sharing;
  const invoice = await issued(scene, id);
  await ok('POST', `/v1/invoices/${invoice}/use`, scene.company, { event: 'select', reason: 'test' });
  await ok('POST', '/v1/corrections', scene.shop.apiKey, { invoice, reasonCode: '02', reason: 'test' });
}

/** Newest first. */
function withReason(page: Page, label: string): ReturnType<ActingButton['prepare']> {
  return askReason(page.getByRole('button', { name: label, exact: true }).first(), '核对');
}

/** A button of a red-letter confirmation. */
function answer(word: string, label: string, presser: Presser): ActingButton {
  return {
    name: `${word} a red letter`,
    calls: [`/v1/corrections/{id}/${word}`],
    presser,
    async place(scene, id) {
      await asked(scene, id);
      return '#/corrections';
    },
    prepare: (page) => withReason(page, label),
    effects: entries('correction.changed'),
  };
}

/** A button of a claim. */
function change(word: string, label: string): ActingButton {
  return {
    name: `${word} a claim`,
    calls: [`/v1/claims/{id}/${word}`],
    presser: 'the-company',
    async place(scene, id) {
      const invoices = [{ invoice: await issued(scene, id), amount: '109.00' }];
      await scene.sharing.ok('POST', '/v1/claims', scene.company, { invoices, reason: 'test' });
      return '#/claims';
    },
    prepare: (page) => withReason(page, label),
    effects: entries('claim.changed'),
  };
}

/** The buyer's own acts on an invoice: the button of one, and how often the axis has changed. */
function use(axis: string, label: string): ActingButton {
  return {
    name: `change the ${axis} of an invoice`,
    calls: [`/v1/invoices/{number}/${axis}`],
    presser: 'the-company',
    place: async (scene, id) => `#/invoices/${await issued(scene, id)}`,
    prepare: (page) => withReason(page, label),
    effects: entries(`${axis}.changed`),
  };
}

/** Numbers of the invoices that `prepare` has to type, by id. */
const numbers = new Map<string, string>();

/** Buttons of what becomes of an invoice after its issue. */
export const LIFE_BUTTONS: readonly ActingButton[] = [
  {
    name: 'hand an invoice to the company',
    calls: ['/v1/claim/{code}/hand-over'],
    presser: undefined,
    async place(scene, id) {
      const code = await paidSale(scene, id);
      const claim = { buyer: { name: '张三' } };
      const path = `/v1/claim/${code}`;
      const { body } = await scene.sharing.system.call<{ holderToken: string }>('POST', path, undefined, claim);
      return `c/${code}#h=${body.holderToken}`;
    },
    async prepare(page) {
      await page.fill('#hand-over-company', 'the-company');
      return page.locator('section:has(#hand-over-title) button[type=submit]');
    },
    effects: async ({ sharing: { ok }, company }) =>
      (await ok<{ items: unknown[] }>('GET', '/v1/handovers?limit=500', company)).items.length,
  },
  {
    name: 'ask for a red letter',
    calls: ['/v1/corrections'],
    presser: 'corner-shop',
    place: async (scene, id) => `#/invoices/${await issued(scene, id)}`,
    prepare: (page) => openDrawer(page, '申请红冲', { '说明（写入记录）': '顾客退货' }),
    effects: entries('correction.requested'),
  },
  use('use', '勾选抵扣'),
  use('booking', '开始入账'),
  {
    name: 'pledge a receivable',
    calls: ['/v1/pledges'],
    presser: 'corner-shop',
    place: async (scene, id) => `#/invoices/${await issued(scene, id)}`,
    prepare: (page) => openDrawer(page, '质押应收账款', { 金融机构标识: 'the-company', '理由（写入记录）': '融资' }),
    effects: entries('pledge.made'),
  },
  {
    name: 'release a pledge',
    calls: ['/v1/pledges/{id}/release'],
    presser: 'the-company',
    async place(scene, id) {
      const pledge = { invoice: await issued(scene, id), financier: 'the-company', reason: 'test' };
      await scene.sharing.ok('POST', '/v1/pledges', scene.shop.apiKey, pledge);
      return '#/pledges';
    },
    prepare: (page) => withReason(page, '结清'),
    effects: entries('pledge.released'),
  },
  answer('confirm', '确认', 'the-company'),
  answer('refuse', '拒绝', 'the-company'),
  answer('withdraw', '撤回', 'corner-shop'),
  answer('void', '作废', 'bureau'),
  {
    name: 'reserve invoices',
    calls: ['/v1/claims'],
    presser: 'the-company',
    async place(scene, id) {
      numbers.set(id, await issued(scene, id));
      return '#/claims';
    },
    prepare: (page, id) =>
      openDrawer(page, '新增报销', { 发票号码: numbers.get(id)!, 占用金额: '109.00', '理由（写入记录）': '差旅' }),
    effects: entries('claim.reserved'),
  },
  change('settle', '报销'),
  change('release', '释放'),
  change('renew', '续期'),
  {
    name: 'publish rules',
    calls: ['/v1/rules/life'],
    presser: 'bureau',
    place: () => '#/rules',
    prepare: (page, id) => openDrawer(page, '发布新规则', { 版本: `2027-01-01.${id}`, '理由（写入记录）': '年度调整' }),
    effects: entries('rules.published'),
  },
  {
    name: 'publish rates',
    calls: ['/v1/rules/cn'],
    presser: 'bureau',
    place: () => '#/rules',
    prepare: (page, id) => openDrawer(page, '发布新税率', { 版本: `2027-01-01.${id}`, '理由（写入记录）': '税率调整' }),
    effects: entries('rules.published'),
  },
];
