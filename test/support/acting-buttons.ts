import { parseClaimCode } from '@lianpiao/chaincode/domain';
import type { Locator, Page } from 'playwright-core';
import { choose } from './browser';
import { sale, TAX_IDS } from './sales';
import type { SharingSystem } from './sharing';
import { services } from './system';
import { taxIdOf } from './tax-id';

/** Where the buttons act: an instance with a shop, its till and a resource. */
export interface Scene {
  readonly sharing: SharingSystem;
  readonly shop: { readonly apiKey: string; readonly till: string };
  /** API key of `the-company`. */
  readonly company: string;
}
/** Who presses: an organisation of the scene; nobody on a page without a session. */
export type Presser = 'bureau' | 'corner-shop' | 'the-company' | 'the-consumer' | 'the-provider' | undefined;

/** A button of a page that changes something at the service. */
export interface ActingButton {
  readonly name: string;
  /** The calls that it makes, as the sources of the pages name them. */
  readonly calls: readonly string[];
  readonly presser: Presser;
  /** What must be there before; the place of the page. `id` is another one in every call. */
  place(scene: Scene, id: string): Promise<string> | string;
  /** Fills in what the button needs, up to the button itself. */
  prepare(page: Page, id: string): Promise<Locator>;
  /** How often it has acted so far, in all. */
  effects(scene: Scene): Promise<number>;
}

export const drawerSubmit = (page: Page): Locator => page.locator('.ant-drawer button[type=submit]');
export const modalSubmit = (page: Page): Locator => page.locator('.ant-modal button[type=submit]');

/** Entries of a type on the ledger. */
export const entries =
  (type: string) =>
  async ({ sharing: { ok, system } }: Scene): Promise<number> => {
    let count = 0;
    for (let after = '0'; ;) {
      const path = `/v1/changes?limit=500&after=${after}`;
      const { items } = await ok<{ items: { type: string; cursor: string }[] }>('GET', path, system.bureauKey);
      count += items.filter((item) => item.type === type).length;
      if (items.length === 0) return count;
      after = items.at(-1)!.cursor;
    }
  };
/** Items of a list of the shop's. */
const listed =
  (path: string) =>
  async ({ sharing, shop }: Scene): Promise<number> =>
    (await sharing.ok<{ items: unknown[] }>('GET', path, shop.apiKey)).items.length;

export async function paidSale({ sharing, shop }: Scene, id: string): Promise<string> {
  const body = { ...sale(shop.till), orderReference: `O-${id}`, payment: { reference: 'PAY' } };
  return parseClaimCode((await sharing.ok<{ code: string }>('POST', '/v1/sales', shop.apiKey, body)).code)!;
}

/** Presses what asks for a reason, and gives one. @returns what confirms it. */
export async function askReason(button: Locator, reason: string): Promise<Locator> {
  const page = button.page();
  await button.click();
  await page.fill('#change-reason', reason);
  return modalSubmit(page);
}

export async function openDrawer(page: Page, label: string, fields: Readonly<Record<string, string>>): Promise<Locator> {
  await page.getByRole('button', { name: label }).first().click();
  const drawer = page.getByRole('dialog');
  for (const [name, text] of Object.entries(fields)) await drawer.getByLabel(name, { exact: true }).fill(text);
  return drawerSubmit(page);
}

/** A grant of the provider's own, and one of the three buttons that change it. */
function change(word: 'pause' | 'resume' | 'revoke', label: string, effect: string): ActingButton {
  return {
    name: `${word} a grant`,
    calls: [`/v1/grants/{grant}/${word}`],
    presser: 'the-provider',
    async place({ sharing }) {
      const grant = await sharing.grant({ resource: 'bus-stops', fields: ['stop'] });
      if (word === 'resume') await sharing.change('pause', grant);
      return `#/grants/${grant}`;
    },
    prepare: (page) => askReason(page.getByRole('button', { name: label, exact: true }), '核对'),
    effects: entries(effect),
  };
}

export const ACTING_BUTTONS: readonly ActingButton[] = [
  {
    name: 'take a payment at the till',
    calls: ['/v1/sales'],
    presser: 'corner-shop',
    place: () => '#/till',
    async prepare(page) {
      await page.fill('#till-id', 'corner-shop-till');
      await page.keyboard.press('Enter');
      await page.getByText('载入示例商品').click();
      await page.locator('.goods-pick').first().click();
      await page.keyboard.press('F9');
      await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'submit');
      return modalSubmit(page);
    },
    effects: listed('/v1/sales?limit=500'),
  },
  {
    name: 'prepare a refund',
    calls: ['/v1/sales/{id}/refunds'],
    presser: 'corner-shop',
    async place(scene, id) {
      await paidSale(scene, id);
      return '#/sales';
    },
    async prepare(page) {
      // Newest first.
      await page.getByRole('button', { name: '退款' }).first().click();
      await page.fill('#refund-0', '54.50');
      await page.fill('#refund-reason', '顾客退货');
      return drawerSubmit(page);
    },
    effects: listed('/v1/refunds?limit=500'),
  },
  {
    name: 'claim an invoice on the phone',
    calls: ['/v1/claim/{code}'],
    presser: undefined,
    place: async (scene, id) => `c/${await paidSale(scene, id)}`,
    async prepare(page) {
      await page.fill('#title-name', '样例科技有限公司');
      await page.fill('#title-taxId', TAX_IDS.buyer);
      return page.locator('button[type=submit]');
    },
    effects: entries('invoice.issued'),
  },
  {
    name: 'register an organisation',
    calls: ['/v1/organisations', '/v1/api-keys'],
    presser: 'bureau',
    place: () => '#/registry',
    prepare: (page, id) =>
      openDrawer(page, '登记机构', {
        名称: `新商户 ${id}`,
        税号: taxIdOf(id),
        标识: `shop-${id}`,
        '理由（写入记录）': '申请登记',
      }),
    effects: entries('organisation.registered'),
  },
  {
    name: 'register a till',
    calls: ['/v1/tills'],
    presser: 'bureau',
    place: () => '#/registry?tab=tills',
    prepare: (page, id) =>
      openDrawer(page, '登记终端', { 终端标识: `till-${id}`, 销售方标识: 'corner-shop', '理由（写入记录）': '新开门店' }),
    effects: entries('till.registered'),
  },
  {
    name: 'allot numbers',
    calls: ['/v1/ranges'],
    presser: 'bureau',
    place: () => '#/ranges',
    prepare: (page, id) =>
      openDrawer(page, '分配号段', {
        销售方标识: 'corner-shop',
        '号码前缀（年 2 位 + 地区 2 位 + 渠道 1 位）': '26449',
        起始顺序号: `${id}1`,
        截止顺序号: `${id}5`,
        '理由（写入记录）': '春节备号',
      }),
    effects: entries('range.allotted'),
  },
  {
    name: 'ask for a full reconciliation',
    calls: ['/v1/reconciliation/runs'],
    presser: 'bureau',
    async place({ sharing: { ok, system } }) {
      const waits = async (): Promise<boolean> =>
        (await ok<{ waitingPass: object | null }>('GET', '/v1/reconciliation', system.bureauKey)).waitingPass !== null;
      await services.until(async () => !(await waits()), 'the pass before');
      return '#/reconciliation';
    },
    async prepare(page) {
      await page.getByRole('button', { name: '立即全量核对' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('理由（写入记录）').fill('例行');
      return dialog.getByRole('button', { name: '立即全量核对' });
    },
    async effects({ sharing: { ok, system } }) {
      const { lastFullPass: last, waitingPass: waiting } = await ok<Record<string, { id: number } | null>>(
        'GET',
        '/v1/reconciliation',
        system.bureauKey,
      );
      return (waiting ?? last)?.id ?? 0;
    },
  },
  {
    name: 'give a grant',
    calls: ['/v1/grants'],
    presser: 'the-provider',
    async place({ sharing }) {
      await sharing.catalogue('bus-stops');
      return '#/grants';
    },
    async prepare(page) {
      const submit = await openDrawer(page, '新增授权', {});
      await choose(page, '#resource', '公交站点客流');
      await page.fill('#consumer', 'the-consumer');
      await page.getByRole('checkbox', { name: 'stop' }).check();
      await page.fill('#until', '2036-01-01');
      await page.keyboard.press('Enter');
      await page.fill('#purpose', '客流研究');
      await page.fill('#reason', '开放数据计划');
      return submit;
    },
    effects: entries('grant.granted'),
  },
  change('pause', '暂停', 'grant.paused'),
  change('resume', '恢复', 'grant.resumed'),
  change('revoke', '撤销', 'grant.revoked'),
  {
    name: 'register a resource',
    calls: ['/v1/catalogue'],
    presser: 'the-provider',
    place: () => '#/resources',
    prepare: (page, id) =>
      openDrawer(page, '登记数据资源', {
        名称: `公交站点 ${id}`,
        编号: `stops-${id}`,
        数据连接: 'city-files',
        文件名: 'stops.csv',
        '第 1 个字段的名称': 'stop',
        '理由（写入记录）': '开放数据',
      }),
    effects: entries('resource.registered'),
  },
  {
    name: 'hand a resource over',
    calls: ['/v1/catalogue/{resource}/transfer'],
    presser: 'the-provider',
    async place({ sharing: { ok, keys } }, id) {
      await ok('POST', '/v1/catalogue', keys.provider, {
        resource: `moved-${id}`,
        title: `移交 ${id}`,
        source: { connection: 'city-files', file: 'stops.csv' },
        fields: [{ name: 'stop' }],
        reason: 'open data plan',
      });
      return '#/resources';
    },
    prepare: (page, id) =>
      openDrawer(page, `移交《移交 ${id}》`, { '新的所有者（机构编号）': 'the-owner', '理由（写入记录）': '机构调整' }),
    effects: entries('resource.transferred'),
  },
  {
    name: 'put a resource under a catalogue entry',
    calls: ['/v1/catalogue/{resource}/entry'],
    presser: 'the-provider',
    async place({ sharing }, id) {
      await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
        resource: `placed-${id}`,
        title: `入目录 ${id}`,
        source: { connection: 'city-files', file: 'stops.csv' },
        fields: [{ name: 'stop' }],
        reason: 'open data plan',
      });
      return '#/resources';
    },
    prepare: (page, id) =>
      openDrawer(page, `将《入目录 ${id}》编入目录`, { 目录条目编号: 'city-entry', '理由（写入记录）': '编目' }),
    effects: entries('catalogue.placed'),
  },
];
