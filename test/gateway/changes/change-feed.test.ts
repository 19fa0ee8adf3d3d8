import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Role } from '@lianpiao/chaincode/domain';
import { ChangeFeed, type Change } from '../../../gateway/src/changes/change-feed';
import { CHANGE_TYPES, concernedOrganisations } from '../../../gateway/src/changes/concerned-organisations';
import { IndexStore } from '../../../gateway/src/stores';
import { SqliteDatabase } from '../../../gateway/src/stores/sqlite-driver';
import { embeddedShop, saleRequest, SHOP, type EmbeddedShop } from '../../support/embedded';

const ACTOR = { keyId: 'test', why: 'test' };
const BUYER = { name: '样例科技有限公司', taxId: '91310000MA1DEMQC0F' };
const viewer = (organisation: string, role: Role): { organisation: string; role: Role } => ({ organisation, role });
const VIEWERS = {
  bureau: viewer('bureau', 'bureau'),
  shop: viewer(SHOP, 'merchant'),
  agent: viewer('agent', 'platform'),
  buyer: viewer('buyer', 'company'),
  provider: viewer('provider', 'provider'),
};

describe('the feed', () => {
  let shop: EmbeddedShop;
  let feed: ChangeFeed;

  beforeAll(async () => {
    shop = await embeddedShop();
    const register = (organisation: string, role: Role, party: object): Promise<unknown> =>
      shop.registrations.organisation('bureau', { organisation, role, sandbox: false, party }, ACTOR);
    await register('buyer', 'company', BUYER);
    await register('agent', 'platform', { name: '平台', taxId: '91440300MA5PLATF02' });
    await register('provider', 'provider', { name: '数据局' });
    const delegation = { seller: SHOP, agent: 'agent' } as const;
    await shop.acts.record(SHOP, { type: 'delegation.granted', ...delegation }, ACTOR);
    await shop.issue([1, 2, 3].map((i) => saleRequest(i, 'till-1', { buyer: BUYER })));
    await shop.acts.record('bureau', { type: 'act.recorded', act: 'test.done', subject: 'x' }, ACTOR);
    await shop.registrations.till('bureau', 'till-9', SHOP, ACTOR);
    await shop.issue([4, 5].map((i) => saleRequest(i, 'till-2', { buyer: { name: '李女士' } })));
    shop.follow();
    feed = new ChangeFeed(shop);
  });
  afterAll(() => shop.remove());

  const all = (who: keyof typeof VIEWERS): readonly Change[] => feed.read(VIEWERS[who], 0, 500).items;
  const types = (who: keyof typeof VIEWERS): string[] => all(who).map(({ type }) => type);

  it('shows everybody what concerns it, and supervisors everything', () => {
    expect(all('bureau')).toHaveLength(shop.ledger.length());
    expect(types('provider')).toEqual(['organisation.registered']);
    expect(types('buyer')).toEqual(['organisation.registered', 'invoice.issued', 'invoice.issued', 'invoice.issued']);
    expect(types('agent')).toEqual(['organisation.registered', 'delegation.granted', ...Array<string>(5).fill('invoice.issued')]);
    const own = types('shop');
    expect(own.filter((type) => type === 'till.registered')).toHaveLength(3);
    expect(own.filter((type) => type === 'invoice.issued')).toHaveLength(5);
    expect(own).toEqual(
      expect.arrayContaining(['organisation.registered', 'range.allotted', 'range.assigned', 'delegation.granted']),
    );
    expect(own).not.toContain('act.recorded');
  });

  it('shows everybody the same change in the same way', () => {
    const bySupervisor = new Map(all('bureau').map((change) => [change.cursor, change]));
    for (const who of ['shop', 'agent', 'buyer', 'provider'] as const)
      for (const change of all(who)) expect(change).toEqual(bySupervisor.get(change.cursor));
    expect(all('provider')[0]).toMatchObject({ subject: 'provider' });
  });

  it('has the same changes in pages of any size, in order, from any place on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(VIEWERS) as (keyof typeof VIEWERS)[])),
        fc.nat({ max: shop.ledger.length() }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
        (who, from, limits) => {
          const found: Change[] = [];
          let cursor = from;
          for (let turn = 0, more = true; more; turn += 1) {
            const page = feed.read(VIEWERS[who], cursor, limits[turn % limits.length]!);
            expect(Number(page.cursor)).toBeGreaterThanOrEqual(cursor);
            found.push(...page.items);
            ({ more } = page);
            cursor = Number(page.cursor);
          }
          expect(found).toEqual(all(who).filter((change) => Number(change.cursor) > from));
          expect(cursor).toBe(shop.ledger.length());
        },
      ),
    );
  });

  it('ends where the index does', async () => {
    const height = feed.height();
    const before = all('shop');
    await shop.issue([saleRequest(100)]);
    expect([feed.height(), all('shop')]).toEqual([height, before]);
    expect(feed.read(VIEWERS.bureau, height, 10)).toEqual({ items: [], cursor: String(height), more: false });
    shop.follow();
    expect(all('shop')).toHaveLength(before.length + 1);
    expect(feed.read(VIEWERS.bureau, height, 10).items).toHaveLength(shop.ledger.length() - height);
  });

  it('knows whom every type of entry concerns, and shows what a newer version writes to supervisors only', () => {
    expect(CHANGE_TYPES).toContain('act.recorded');
    const unknown = { type: 'newer.thing', organisation: 'x' } as never;
    expect(concernedOrganisations(unknown, () => undefined)).toEqual([]);
  });
});

describe('an index of a version before', () => {
  it('is emptied when it is opened, and complete again after the next look', async () => {
    const shop = await embeddedShop();
    await shop.issue([saleRequest(1)]);
    shop.follow();
    const wanted = shop.index.concerns(SHOP, 0, 500);
    expect(wanted.length).toBeGreaterThan(3);
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-index-'));
    const old = new SqliteDatabase(join(folder, 'index.db'));
    old.exec(
      "CREATE TABLE invoices (sequence INTEGER PRIMARY KEY); CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER); INSERT INTO meta VALUES ('height', 9)",
    );
    old.close();
    const opened = [new IndexStore(folder), new IndexStore(folder)];
    expect(opened.map((index) => index.height())).toEqual([0, 0]);
    for (const index of opened) index.close();
    rmSync(folder, { recursive: true, force: true });
    shop.remove();
  });
});
