import type { Locator, Page } from 'playwright-core';
import { choose, chooseDay } from './browser';
import { UNTIL } from './sharing';
import { askReason, drawerSubmit, entries, openDrawer, type ActingButton, type Scene } from './acting-buttons';

const TAGS = { technology: ['a'], industry: ['b'], management: ['c'] };
const entryOf = (id: string): object => ({
  entry: `entry-${id}`,
  duty: 'city-data',
  title: '施工许可',
  datum: `施工许可 ${id}`,
  grade: 2,
  class: 'government',
  openness: 'conditional',
  sector: 'city',
  tags: TAGS,
  reason: 'test',
});

async function writeTags(page: Page, form: string): Promise<void> {
  for (const family of Object.keys(TAGS)) {
    await page.fill(`#${form}_tags_${family}`, family);
    await page.keyboard.press('Enter');
  }
}

/** A grant of the provider's, to whose page a side comes. */
const granted = ({ sharing }: Scene): Promise<string> => sharing.grant({ resource: 'bus-stops', fields: ['stop'] });

/** Where the connector of the scene's organisations is; set before the buttons are pressed. */
export const connector = { url: '' };
const runs = new Map<string, string>();

async function offered({ sharing: { ok, keys, catalogue } }: Scene, id: string): Promise<void> {
  await catalogue('bus-stops');
  const terms = { resource: 'bus-stops', until: UNTIL, purpose: { code: 'research', text: '研究' }, fields: ['stop'] };
  await ok('POST', '/v1/offers', keys.provider, { offer: `o-${id}`, ...terms, reason: 'test' });
}
interface Listed {
  readonly items: readonly { readonly negotiation: string; readonly state: string }[];
}
const list = ({ sharing: { ok, keys } }: Scene): Promise<Listed> => ok('GET', '/v1/negotiations?limit=500', keys.provider);
const negotiations = async (scene: Scene): Promise<number> => (await list(scene)).items.length;
const agreed = async (scene: Scene): Promise<number> =>
  (await list(scene)).items.filter(({ state }) => state === 'AGREED').length;

/** A run of the consumer's whose result waits for a permit. */
async function waitingRun({ sharing: { ok, keys, grant } }: Scene, id: string): Promise<string> {
  const template = { template: `t-${id}`, resource: 'bus-stops', title: '站点数', kind: 'count', release: 'permit' };
  await ok('POST', '/v1/templates', keys.provider, { ...template, minimumGroup: 5, reason: 'test' });
  const granted = await grant({ resource: 'bus-stops', fields: ['stop'], handling: { level: 'aggregate' } });
  return (await ok<{ run: string }>('POST', `/v1/data/${granted}/runs`, keys.consumer, { template: `t-${id}` })).run;
}

const STANDING_TEXTS = {
  使用方机构编号: 'the-consumer',
  用途: '例行统计',
  法规条款: '示例条例第三条',
  授权结束后可保留的天数: '30',
  责任约定: '各自对自己的过错负责',
  '理由（写入记录）': '例行',
};

async function standingPlace({ sharing: { ok, keys, catalogue } }: Scene, id: string): Promise<string> {
  await catalogue('bus-stops');
  const conditions = { basis: { kind: 'statutory-duty', rule: '示例条例第三条' }, modes: ['view'], keepDays: 30 };
  const terms = { purpose: { code: 'statistics', text: '例行统计' }, fields: ['stop'], liability: '各自负责', conditions };
  const facts = { standing: `s-${id}`, resource: 'bus-stops', consumer: 'the-consumer', days: 31, until: UNTIL };
  await ok('POST', '/v1/standing-grants', keys.provider, { ...facts, ...terms, reason: 'test' });
  return '#/requests';
}

async function standingButton(page: Page, id: string, label: string): Promise<Locator> {
  await page.getByRole('tab', { name: '常设授权' }).click();
  return askReason(page.locator(`[data-standing="s-${id}"]`).getByRole('button', { name: label }), '例行');
}

/** Buttons that write the directory, end grants, ask of data and negotiate. */
export const WRITING_BUTTONS: readonly ActingButton[] = [
  {
    name: 'publish an entry',
    calls: ['/v1/catalogue/entries'],
    presser: 'the-provider',
    place: () => '#/directory',
    async prepare(page, id) {
      const submit = await openDrawer(page, '编写目录条目', {
        条目编号: `entry-${id}`,
        名称: '施工许可',
        数据项: `施工许可 ${id}`,
        '理由（写入记录）': '年度目录',
      });
      await choose(page, '#entry_duty', 'city-data');
      await choose(page, '#entry_sector', '交通');
      await writeTags(page, 'entry');
      return submit;
    },
    effects: entries('catalogue.published'),
  },
  {
    name: 'import a DCAT document',
    calls: ['/v1/catalogue/dcat'],
    presser: 'the-provider',
    place: () => '#/directory',
    async prepare(page, id) {
      await page.getByRole('button', { name: '导入' }).first().click();
      const context = { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' };
      const dataset = { '@context': context, '@type': 'dcat:Dataset', 'dct:identifier': `f-${id}`, 'dct:title': '空气质量' };
      const file = { name: 'a.jsonld', mimeType: 'application/ld+json', buffer: Buffer.from(JSON.stringify(dataset)) };
      await page.setInputFiles('#import-file', file);
      await page.fill('#import_catalogue', '省目录');
      await choose(page, '#import_duty', 'city-data');
      await choose(page, '#import_sector', '交通');
      await writeTags(page, 'import');
      await page.getByRole('dialog').locator('#import_reason').fill('年度目录');
      return drawerSubmit(page);
    },
    effects: entries('catalogue.published'),
  },
  {
    name: 'endorse a grade',
    calls: ['/v1/catalogue/entries/{entry}/grade'],
    presser: 'the-provider',
    async place({ sharing: { ok, keys } }, id) {
      await ok('POST', '/v1/catalogue/entries', keys.provider, entryOf(id));
      return `#/directory/entry-${id}`;
    },
    async prepare(page) {
      const submit = await openDrawer(page, '调整定级', { '理由（写入记录）': '复核' });
      await choose(page, '#grade', '3 级');
      return submit;
    },
    effects: entries('catalogue.regraded'),
  },
  {
    name: 'propose a revocation',
    calls: ['/v1/grants/{id}/propose-revocation'],
    presser: 'the-consumer',
    place: async (scene) => `#/grants/${await granted(scene)}`,
    prepare: (page) => askReason(page.getByRole('button', { name: '提议撤销' }), '已结束'),
    effects: entries('grant.revocation-proposed'),
  },
  {
    name: 'countersign a revocation',
    calls: ['/v1/grants/{id}/countersign-revocation'],
    presser: 'the-provider',
    async place(scene) {
      const grant = await granted(scene);
      const { ok, keys } = scene.sharing;
      await ok('POST', `/v1/grants/${grant}/propose-revocation`, keys.consumer, { reason: 'test' });
      return `#/grants/${grant}`;
    },
    prepare: (page) => askReason(page.getByRole('button', { name: '会签撤销' }), '同意'),
    effects: entries('grant.revocation-countersigned'),
  },
  {
    name: 'attest a deletion',
    calls: ['/v1/grants/{id}/attest-deletion'],
    presser: 'the-consumer',
    async place(scene) {
      const grant = await granted(scene);
      await scene.sharing.change('revoke', grant);
      return `#/grants/${grant}`;
    },
    prepare: (page) => openDrawer(page, '声明已删除', { '理由（写入记录）': '协议约定' }),
    effects: entries('grant.deletion-attested'),
  },
  {
    name: 'approve a template',
    calls: ['/v1/templates'],
    presser: 'the-provider',
    place: () => '#/templates',
    async prepare(page, id) {
      const fields = { 模板编号: `t-${id}`, 名称: '站点数', '理由（写入记录）': '统计' };
      const submit = await openDrawer(page, '批准模板', fields);
      await choose(page, '#resource', 'bus-stops');
      return submit;
    },
    effects: entries('template.approved'),
  },
  {
    name: 'withdraw a template',
    calls: ['/v1/templates/{template}/withdraw'],
    presser: 'the-provider',
    async place({ sharing: { ok, keys } }, id) {
      const template = { template: `t-${id}`, resource: 'bus-stops', title: `站点数 ${id}`, kind: 'count', reason: 'test' };
      await ok('POST', '/v1/templates', keys.provider, template);
      return '#/templates';
    },
    prepare: (page, id) =>
      askReason(page.locator('tr', { hasText: `t-${id}` }).getByRole('button', { name: '撤回' }), '不再需要'),
    effects: entries('template.withdrawn'),
  },
  ...(
    [
      ['permit', '许可导出', 'export.permitted'],
      ['refuse', '拒绝导出', 'export.refused'],
    ] as const
  ).map(([word, label, effect]): ActingButton => ({
    name: `${word} an export`,
    calls: [`/v1/data/{grant}/runs/{run}/${word}`],
    presser: 'the-provider',
    async place(scene, id) {
      runs.set(id, await waitingRun(scene, id));
      return '#/runs';
    },
    prepare: (page, id) =>
      askReason(page.locator(`[data-listed-run="${runs.get(id)!}"]`).getByRole('button', { name: label }), '已看过结果'),
    effects: entries(effect),
  })),
  {
    name: 'open a standing grant',
    calls: ['/v1/standing-grants'],
    presser: 'the-provider',
    async place({ sharing }) {
      await sharing.catalogue('bus-stops');
      return '#/requests';
    },
    async prepare(page) {
      await page.getByRole('tab', { name: '常设授权' }).click();
      await page.getByRole('button', { name: '签署常设授权' }).click();
      const drawer = page.getByRole('dialog');
      await choose(page, '#resource', 'bus-stops');
      await chooseDay(page, '#until', '2036-01-01');
      await choose(page, '#basis', '法定职责');
      await drawer.getByRole('checkbox', { name: 'stop', exact: true }).check();
      for (const [field, text] of Object.entries(STANDING_TEXTS)) await drawer.getByLabel(field, { exact: true }).fill(text);
      return drawerSubmit(page);
    },
    effects: entries('standing.opened'),
  },
  {
    name: 'end a standing grant',
    calls: ['/v1/standing-grants/{id}/close'],
    presser: 'the-provider',
    place: standingPlace,
    prepare: (page, id) => standingButton(page, id, '停用'),
    effects: entries('standing.closed'),
  },
  {
    name: 'draw a grant',
    calls: ['/v1/standing-grants/{standing}/draw'],
    presser: 'the-consumer',
    place: standingPlace,
    prepare: (page, id) => standingButton(page, id, '领取授权'),
    effects: entries('grant.granted'),
  },
  {
    name: 'begin a negotiation',
    calls: ['/v1/negotiations'],
    presser: 'the-consumer',
    async place(scene, id) {
      await offered(scene, id);
      return '#/negotiations';
    },
    async prepare(page, id) {
      return openDrawer(page, '发起协商', {
        提供方机构编号: 'the-provider',
        对方连接器地址: connector.url,
        要约编号: `o-${id}`,
        数据资源编号: 'bus-stops',
      });
    },
    effects: negotiations,
  },
  {
    // One dialog takes every step; sharing-writing.test.ts walks through them.
    name: 'take a step of a negotiation',
    calls: ['accept', 'agree', 'counter', 'finalize', 'offer', 'terminate', 'verify'].map(
      (word) => `/v1/negotiations/{negotiation}/${word}`,
    ),
    presser: 'the-provider',
    async place(scene, id) {
      await offered(scene, id);
      const { ok, keys } = scene.sharing;
      const asked = { providerId: 'the-provider', connectorAddress: connector.url, datasetId: 'bus-stops', offerId: `o-${id}` };
      await ok('POST', '/v1/negotiations', keys.consumer, asked);
      const { items } = await ok<Listed>('GET', '/v1/negotiations?limit=1', keys.provider);
      return `#/negotiations/${encodeURIComponent(items[0]!.negotiation)}`;
    },
    prepare: (page) => askReason(page.getByRole('button', { name: '出具协议' }), '商定'),
    effects: agreed,
  },
  {
    name: 'register a division',
    calls: ['/v1/catalogue/divisions'],
    presser: 'bureau',
    place: () => '#/offices',
    async prepare(page, id) {
      await page.getByRole('tab', { name: '行政区划' }).click();
      return openDrawer(page, '登记区划', { 区划代码: `220${id}`, 名称: '示例区', '理由（写入记录）': '区划' });
    },
    effects: entries('division.registered'),
  },
  {
    name: 'place an organisation',
    calls: ['/v1/catalogue/organisations'],
    presser: 'bureau',
    async place({ sharing: { ok, system } }, id) {
      const division = { division: `330${id}`, name: '示例区', reason: 'test' };
      await ok('POST', '/v1/catalogue/divisions', system.bureauKey, division);
      return '#/offices';
    },
    async prepare(page, id) {
      await page.getByRole('tab', { name: '机构归属与监管' }).click();
      const fields = { 机构编号: 'the-owner', 区划代码: `330${id}`, '理由（写入记录）': '归属' };
      return openDrawer(page, '登记归属', fields);
    },
    effects: entries('organisation.placed'),
  },
  {
    name: 'assign a duty',
    calls: ['/v1/catalogue/duties'],
    presser: 'bureau',
    place: () => '#/offices',
    prepare: (page, id) =>
      openDrawer(page, '登记职责', {
        职责编号: `duty-${id}`,
        名称: '示例职责',
        机构编号: 'the-provider',
        依据: '示例条例',
        '理由（写入记录）': '职责',
      }),
    effects: entries('duty.assigned'),
  },
];
