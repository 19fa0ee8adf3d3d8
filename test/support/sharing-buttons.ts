import type { Locator, Page } from 'playwright-core';
import { askReason, drawerSubmit, entries, openDrawer, type ActingButton, type Presser, type Scene } from './acting-buttons';
import { choose, chooseDay } from './browser';
import { services } from './system';

const PERSON = 'a'.repeat(64);

/** A request of the consumer's that waits for the provider. */
async function asked({ sharing: { ok, keys, catalogue } }: Scene, id: string): Promise<string> {
  await catalogue('bus-stops');
  const request = `asked-${id}`;
  const purpose = { code: 'research', text: `研究 ${id}` };
  await ok('POST', '/v1/requests', keys.consumer, {
    request,
    resource: 'bus-stops',
    basis: 'procurement',
    purpose,
    fields: ['stop'],
    reason: 'test',
  });
  return '#/requests';
}

/** Feedback on the provider's entry, on whose page the directory's index shows it a moment later. */
async function said({ sharing: { ok, keys, entry } }: Scene, id: string): Promise<string> {
  const feedback = `said-${id}`;
  await ok('POST', `/v1/catalogue/entries/${entry}/feedback`, keys.consumer, {
    feedback,
    kind: 'late',
    text: id,
    reason: 'test',
  });
  const listed = async (): Promise<boolean> =>
    (
      await ok<{ items: { feedback: string }[] }>('GET', `/v1/catalogue/feedback?entry=${entry}&limit=500`, keys.consumer)
    ).items.some((one) => one.feedback === feedback);
  await services.until(listed, 'the index of the directory');
  return `#/directory/${entry}`;
}

/** A read whose receipt the provider has signed. */
async function read({ sharing }: Scene): Promise<string> {
  const grant = await sharing.grant({ resource: 'bus-stops', fields: ['stop'] });
  await sharing.ok('GET', `/v1/data/${grant}/rows?limit=1`, sharing.keys.consumer);
  interface Halves {
    readonly items: readonly { readonly grant: string; readonly provided: number }[];
  }
  const path = '/v1/usage-receipts/halves?limit=500';
  const signed = async (): Promise<boolean> =>
    (await sharing.ok<Halves>('GET', path, sharing.keys.consumer)).items.some((one) => one.grant === grant && one.provided > 0);
  await services.until(signed, "the provider's half");
  return grant;
}

/** The bureau is to look at the owner, once in `id` days: a line of the matrix that the index shows a moment later. */
async function supervised({ sharing: { ok, system } }: Scene, id: string, method: string): Promise<string> {
  const body = { authority: 'bureau', object: 'the-owner', method, intervalDays: Number(id), reason: 'test' };
  await ok('POST', '/v1/supervision', system.bureauKey, body);
  const listed = async (): Promise<boolean> =>
    (await ok<{ items: { intervalDays: number }[] }>('GET', '/v1/supervision?limit=500', system.bureauKey)).items.some(
      ({ intervalDays }) => intervalDays === Number(id),
    );
  await services.until(listed, 'the index of the directory');
  return '#/supervision';
}
const supervisedRow = (page: Page, id: string): Locator => page.locator('tr', { hasText: `每 ${id} 天至少一次` });

const consumer: Presser = 'the-consumer';
const grants = new Map<string, string>();

/** One of the two answers that the consumer signs. */
function sign(word: 'acknowledge' | 'dispute', label: string, effect: string): ActingButton {
  return {
    name: `${word} receipts`,
    calls: [`/v1/usage-receipts/{grant}/${word}`],
    presser: consumer,
    async place(scene, id) {
      grants.set(id, await read(scene));
      return '#/usage';
    },
    async prepare(page, id) {
      const row = page.locator('tr', { hasText: grants.get(id)! });
      await row.getByRole('button', { name: '核对并签收' }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('checkbox').first().waitFor();
      if (word === 'acknowledge') for (const box of await drawer.getByRole('checkbox').all()) await box.check();
      await drawer.getByLabel('理由（写入记录）').fill('已核对');
      return drawer.getByRole('button', { name: label, exact: true });
    },
    effects: entries(effect),
  };
}

/** Buttons of the desks of those who share. */
export const SHARING_BUTTONS: readonly ActingButton[] = [
  {
    name: 'ask for access',
    calls: ['/v1/requests'],
    presser: consumer,
    async place({ sharing: { catalogue, entry } }) {
      await catalogue('bus-stops');
      return `#/directory/${entry}`;
    },
    async prepare(page) {
      const submit = await openDrawer(page, '申请使用《公交站点客流》', { 用途: '研究', '理由（写入记录）': '需要' });
      await page.getByRole('checkbox', { name: 'stop' }).check();
      await choose(page, '#basis', '政府采购');
      return submit;
    },
    effects: entries('request.made'),
  },
  {
    name: 'refuse a request',
    calls: ['/v1/requests/{request}/answer'],
    presser: 'the-provider',
    place: asked,
    prepare: (page, id) =>
      askReason(page.locator(`[data-request="asked-${id}"]`).getByRole('button', { name: '拒绝' }), '用途不符'),
    effects: entries('request.answered'),
  },
  {
    name: 'give feedback',
    calls: ['/v1/catalogue/entries/{entry}/feedback'],
    presser: consumer,
    place: ({ sharing: { entry } }) => `#/directory/${entry}`,
    prepare: (page) => openDrawer(page, '对这项数据提出反馈', { 具体情况: '坐标有误', '理由（写入记录）': '使用中发现' }),
    effects: entries('feedback.given'),
  },
  {
    name: 'answer feedback',
    calls: ['/v1/catalogue/feedback/{feedback}/answer'],
    presser: 'the-provider',
    place: said,
    async prepare(page, id) {
      await page.locator(`[data-feedback="said-${id}"]`).getByRole('button').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByLabel('说明').fill('已核实');
      await drawer.getByLabel('理由（写入记录）').fill('已核实');
      return drawer.locator('button[type=submit]');
    },
    effects: entries('feedback.answered'),
  },
  {
    name: 'close feedback',
    calls: ['/v1/catalogue/feedback/{feedback}/close'],
    presser: consumer,
    place: said,
    prepare: (page, id) =>
      askReason(page.locator(`[data-feedback="said-${id}"]`).getByRole('button', { name: '关闭' }), '已解决'),
    effects: entries('feedback.closed'),
  },
  sign('acknowledge', '签收', 'receipt.acknowledged'),
  sign('dispute', '提出异议', 'receipt.disputed'),
  {
    name: 'record a consent',
    calls: ['/v1/consents'],
    presser: 'the-provider',
    place: () => '#/consents',
    async prepare(page) {
      const submit = await openDrawer(page, '登记同意', {
        数据主体的化名: PERSON,
        文本版本: '2026.1',
        用途: '研究',
        '理由（写入记录）': '本人同意',
      });
      await page.setInputFiles('#consent-text', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('同意') });
      await choose(page, '#resource', '公交站点客流');
      return submit;
    },
    effects: entries('consent.given'),
  },
  {
    name: 'withdraw a consent',
    calls: ['/v1/consents/{id}/withdraw'],
    presser: 'the-provider',
    async place({ sharing: { ok, keys } }, id) {
      const digest = id.padStart(64, '0');
      const purpose = { code: 'research', text: '研究' };
      const about = { resource: 'bus-stops', subject: digest, text: PERSON, textVersion: '1', purpose };
      await ok('POST', '/v1/consents', keys.provider, { consent: `taken-${id}`, ...about, reason: 'test' });
      return '#/consents';
    },
    // Newest first.
    prepare: (page) => askReason(page.getByRole('button', { name: '撤回' }).first(), '本人撤回'),
    effects: entries('consent.withdrawn'),
  },
  {
    name: 'approve a use abroad',
    calls: ['/v1/crossings'],
    presser: 'bureau',
    async place({ sharing: { catalogue } }) {
      await catalogue('bus-stops');
      return '#/crossings';
    },
    async prepare(page) {
      const submit = await openDrawer(page, '批准境外使用', {
        数据资源的标识: 'bus-stops',
        使用方的标识: 'the-consumer',
        '使用地（国家或地区代码）': 'SG',
        批准的依据: '安全评估',
      });
      // Before the form is whole: the key that takes the day would send it.
      await chooseDay(page, '#until', '2035-01-01');
      await page.getByRole('dialog').getByLabel('理由（写入记录）', { exact: true }).fill('联合研究');
      return submit;
    },
    effects: entries('crossing.approved'),
  },
  {
    name: 'withdraw the approval of a use abroad',
    calls: ['/v1/crossings/{id}/withdraw'],
    presser: 'bureau',
    async place({ sharing: { ok, catalogue, system } }, id) {
      await catalogue('bus-stops');
      const about = { resource: 'bus-stops', consumer: 'the-consumer', region: 'SG', until: '2036-01-01T00:00:00Z' };
      await ok('POST', '/v1/crossings', system.bureauKey, {
        approval: `abroad-${id}`,
        ...about,
        legalBasis: '评估',
        reason: 'test',
      });
      return '#/crossings';
    },
    // Newest first.
    prepare: (page) => askReason(page.getByRole('button', { name: '撤回批准' }).first(), '不再需要'),
    effects: entries('crossing.withdrawn'),
  },
  {
    name: 'state a supervision',
    calls: ['/v1/supervision'],
    presser: 'bureau',
    place: () => '#/supervision',
    prepare: (page, id) =>
      openDrawer(page, '登记监管安排', {
        '监管方的标识（主管部门或审计机构）': 'bureau',
        监管对象的标识: 'the-owner',
        '间隔天数（至多）': id,
        '理由（写入记录）': '监管计划',
      }),
    effects: entries('supervision.stated'),
  },
  {
    name: 'end a supervision',
    calls: ['/v1/supervision'],
    presser: 'bureau',
    place: (scene, id) => supervised(scene, id, 'report'),
    prepare: (page, id) => askReason(supervisedRow(page, id).getByRole('button', { name: '终止安排' }), '不再需要'),
    effects: entries('supervision.stated'),
  },
  {
    name: 'record a look',
    calls: ['/v1/supervision/{object}/looks'],
    presser: 'bureau',
    place: (scene, id) => supervised(scene, id, 'sampling'),
    async prepare(page, id) {
      await supervisedRow(page, id).getByRole('button', { name: '记录检查' }).click();
      await page.getByRole('dialog').getByLabel('理由（写入记录）', { exact: true }).fill('例行抽查');
      return drawerSubmit(page);
    },
    effects: entries('supervision.looked'),
  },
];
