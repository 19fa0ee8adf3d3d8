import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { ACTING_BUTTONS as OTHER_BUTTONS, type ActingButton, type Scene } from '../support/acting-buttons';
import { keepPicture, loseAnswers, visitsOfTests, type Visit, type VisitOptions } from '../support/browser';
import { LIFE_BUTTONS } from '../support/life-buttons';
import { TAX_IDS } from '../support/sales';
import { startOwnPeer, type OwnPeer } from '../support/own-peer';
import { startSharing } from '../support/sharing';
import { SHARING_BUTTONS } from '../support/sharing-buttons';
import { services } from '../support/system';
import { connector, WRITING_BUTTONS } from '../support/writing-buttons';

const ACTING_BUTTONS = [...OTHER_BUTTONS, ...LIFE_BUTTONS, ...SHARING_BUTTONS, ...WRITING_BUTTONS];
const SOURCES = join(__dirname, '../../gateway/console/src');
/** Asks something, and changes nothing; a template answers the same question alike all day. */
const QUESTIONS = [
  ...['/v1/data/{grant}/runs', '/v1/verifications', '/v1/figures'],
  ...['/v1/claims/{id}/accounting', '/v1/claims/{id}/accounting/xbrl'],
];
/** Its button comes ten days after the request, and the clock of an instance that runs stands in nobody's hand. */
const LATER = ['/v1/requests/{id}/escalate'];
/** Pressed in data-subject.test.ts: who presses it has signed in at an identity provider. */
const OF_DATA_SUBJECTS = ['/v1/my/consents/{consent}/withdraw'];
/** Milliseconds between the clicks of a double click: of a machine, of a hand, of a slow hand. */
const PAUSES_MS = [0, 250];
/** What would act a second time has done so by then. */
const AFTERWARDS_MS = 300;

describe('every button that acts', () => {
  jest.setTimeout(240_000);
  const visit = visitsOfTests();
  let scene: Scene;
  let peer: OwnPeer;
  let count = 100;

  beforeAll(async () => {
    peer = await startOwnPeer();
    const sharing = await startSharing(peer.env);
    peer.open(sharing.system.url, sharing.keys);
    connector.url = peer.connector;
    const { system, ok, keys } = sharing;
    const shop = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    const party = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };
    const company = { organisation: 'the-company', role: 'company', party };
    const { apiKey } = await services.registerOrganisation(system.url, system.bureauKey, company);
    scene = { sharing, shop, company: apiKey };
    writeFileSync(
      join(sharing.files, 'stops.csv'),
      `stop\n${Array.from({ length: 6 }, (_, index) => `站点${String(index)}`).join('\n')}\n`,
    );
    await ok('POST', '/v1/catalogue', keys.provider, {
      resource: 'bus-stops',
      title: '公交站点客流',
      source: { connection: 'city-files', file: 'stops.csv' },
      fields: [{ name: 'stop' }],
      reason: 'open data plan',
    });
  }, 120_000);
  afterAll(async () => {
    await scene.sharing.stop();
    await peer.stop();
  });

  function keyOf({ presser }: ActingButton): string | undefined {
    const { sharing, shop } = scene;
    if (presser === undefined) return undefined;
    const keys = { bureau: sharing.system.bureauKey, 'corner-shop': shop.apiKey, 'the-company': scene.company };
    return { ...keys, 'the-provider': sharing.keys.provider, 'the-consumer': sharing.keys.consumer }[presser];
  }
  interface Prepared extends Visit {
    readonly press: Locator;
    /** How often the button has acted since it was prepared. */
    acted(): Promise<number>;
  }
  async function prepared(button: ActingButton, options: VisitOptions): Promise<Prepared> {
    count += 1;
    const id = String(count);
    const place = await button.place(scene, id);
    const visited = await visit(`${scene.sharing.system.url}/${place}`, { apiKey: keyOf(button), ...options });
    const press = await button.prepare(visited.page, id);
    await press.waitFor();
    // What slides in has come to rest.
    await visited.page.evaluate(async () => {
      const moves = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
      await Promise.allSettled(moves.map(({ finished }) => finished));
    });
    await visited.page.waitForTimeout(100);
    const before = await button.effects(scene);
    return { ...visited, press, acted: async () => (await button.effects(scene)) - before };
  }
  /** Exactly once: it has acted, and a while later still only once. */
  async function once({ page, acted }: Prepared): Promise<void> {
    await services.until(async () => (await acted()) > 0, 'the effect');
    await page.waitForTimeout(AFTERWARDS_MS);
    expect(await acted()).toBe(1);
  }

  it('is in the table of this test', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map((name) => join(SOURCES, name));
    const texts = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file, 'utf8'));
    const called = texts.flatMap((text) =>
      [...text.matchAll(/api\.(?:POST|PUT|PATCH|DELETE)\(\s*'([^']+)'/g)].map(([, path]) => path!),
    );
    const known = [...QUESTIONS, ...LATER, ...OF_DATA_SUBJECTS, ...ACTING_BUTTONS.flatMap(({ calls }) => calls)];
    expect([...new Set(called)].sort()).toEqual([...new Set(known)].sort());
  });

  it.each(ACTING_BUTTONS)('acts once at a double click: $name', async (button) => {
    const ready = await prepared(button, {});
    await ready.press.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await ready.press.boundingBox())!;
    // The second click goes where the hand is, whatever is there by then; buttons take turns at how slow the hand is.
    await ready.page.mouse.click(x + width / 2, y + height / 2);
    await ready.page.waitForTimeout(PAUSES_MS[ACTING_BUTTONS.indexOf(button) % PAUSES_MS.length]!);
    await ready.page.mouse.click(x + width / 2, y + height / 2);
    await once(ready);
  });

  it.each(ACTING_BUTTONS)(
    'acts once when the session was over, the network gone and an answer lost, and keeps what was typed: $name',
    async (button) => {
      const key = keyOf(button);
      const made = key === undefined ? undefined : await shortKey(button, key);
      const ready = await prepared(button, { width: 'narrow', ...(made === undefined ? {} : { apiKey: made.apiKey }) });
      const { page, context, press, acted } = ready;
      if (made !== undefined) {
        await made.revoke();
        const again = page.getByRole('dialog', { name: '会话已结束' });
        // A page that looks for news by itself may say so before anybody presses.
        if (!(await again.isVisible())) await press.click({ timeout: 3000 }).catch(() => again.waitFor());
        await again.getByLabel('API 密钥').fill(key!);
        await again.getByRole('button', { name: '重新登录' }).click();
        await again.waitFor({ state: 'hidden' });
        expect(await acted()).toBe(0);
      }
      await context.setOffline(true);
      await press.click();
      await page.getByRole('alert').first().waitFor();
      // The end of the session may have left an alert: what is pressed now fails at once.
      await page.waitForTimeout(300);
      await keepPicture(page, `act-offline-${button.name.replaceAll(' ', '-')}`);
      expect(await acted()).toBe(0);
      await context.setOffline(false);
      const answerAgain = await loseAnswers(page);
      await press.click();
      await services.until(async () => (await acted()) > 0, 'the effect whose answer is lost');
      // Either the page says that it does not know, or it has read again, and the button is gone with what it was for.
      const told = page.getByRole('alert').first();
      await services.until(async () => (await told.isVisible()) || !(await press.isVisible()), 'what the page says');
      await answerAgain();
      // It may go away just now, with what the page has read again.
      if (await press.isVisible()) await Promise.race([press.click(), press.waitFor({ state: 'hidden' })]);
      await once(ready);
    },
  );

  /** A key of the presser's that ends in the middle of the work. */
  async function shortKey(button: ActingButton, key: string): Promise<{ readonly apiKey: string; revoke(): Promise<void> }> {
    const { system, ok } = scene.sharing;
    const request = { organisation: button.presser, label: 'short', reason: 'test' };
    const { id, apiKey } = await ok<{ id: string; apiKey: string }>('POST', '/v1/api-keys', key, request);
    return {
      apiKey,
      async revoke() {
        await system.call('DELETE', `/v1/api-keys/${id}`, key, { reason: 'test' });
        // A process of the gateway that has just looked believes the key for a second longer.
        await new Promise((resolve) => setTimeout(resolve, 1100));
        expect((await system.call('GET', '/v1/session', apiKey)).status).toBe(401);
      },
    };
  }
});
