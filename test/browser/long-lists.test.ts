import { join } from 'node:path';
import { chinaDate, hasher } from '@lianpiao/chaincode/domain';
import type { Page } from 'playwright-core';
import { AuditStore } from '../../gateway/src/stores/audit-store';
import { openSqlite } from '../../gateway/src/stores/sqlite';
import { keepPicture, visitsOfTests } from '../support/browser';
import { sale, TAX_IDS } from '../support/sales';
import { startSharing, type SharingSystem } from '../support/sharing';
import { services } from '../support/system';

const MILLION = 1_000_000;
const AT_ONCE = 20_000;
/** Of the ledger's places, far above those of this test. */
const ABOVE = 1_000_000_000;
/** A page of a list is on the screen within this, on a machine that does other things, too. */
const DEADLINE_MS = 3_000;
const NUMBERS = `WITH RECURSIVE n (s) AS (SELECT 1 UNION ALL SELECT s + 1 FROM n WHERE s < ${String(MILLION)})`;

/**
 * Lists of a million rows, in the real stores. Audit entries are written and sealed as every entry is; rows of the other lists
 * are put into their tables by SQL, because a million real sales would take the test an hour.
 */
describe('lists of a million', () => {
  jest.setTimeout(300_000);
  const visit = visitsOfTests();
  let sharing: SharingSystem;
  let shop: { apiKey: string; till: string };

  beforeAll(async () => {
    sharing = await startSharing();
    shop = await sharing.system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
  }, 120_000);
  afterAll(async () => {
    await sharing.stop();
  });

  function fill(database: string, sql: string): void {
    const opened = openSqlite(join(sharing.system.data, database), 'NORMAL');
    opened.exec(sql);
    opened.close();
  }
  const open = async (place: string, apiKey: string): Promise<Page> =>
    (await visit(`${sharing.system.url}/#/${place}`, { apiKey })).page;
  const rows = (page: Page): Promise<number> => page.locator('tbody tr.ant-table-row').count();
  /** Opens a list and goes on in it; @returns milliseconds until each page stood. */
  async function leafThrough(page: Page, name: string, size: number, steps: number): Promise<number[]> {
    const took: number[] = [];
    for (let step = 1; step <= steps; step += 1) {
      const before = Date.now();
      if (step === 1) await page.reload();
      else
        await page
          .getByRole('button', { name: /更多|更早/ })
          .last()
          .click();
      await services.until(async () => (await rows(page)) === size * step, `page ${String(step)} of ${name}`, 20_000);
      took.push(Date.now() - before);
    }
    console.log(`${name}: pages of ${String(size)} after ${took.join(', ')} ms`);
    return took;
  }
  const inTime = (took: readonly number[]): void => {
    // The quickest within it, and none far beyond: other tests beside take their share, once half of the machine and more.
    expect(Math.max(...took)).toBeLessThan(3 * DEADLINE_MS);
    expect(Math.min(...took)).toBeLessThan(DEADLINE_MS);
  };

  it('the audit log, newest first, each entry sealed', async () => {
    const store = new AuditStore(sharing.system.data, Date.now);
    const query = hasher().leafHash('a question');
    for (let done = 0; done < MILLION; done += AT_ONCE) {
      const facts = {
        event: 'check',
        grant: 'g-busy',
        organisation: 'the-consumer',
        key: 'k',
        query,
        outcome: 'allowed',
        height: 1,
      } as const;
      await Promise.all(Array.from({ length: AT_ONCE }, () => store.append(facts)));
    }
    expect(store.length()).toBe(MILLION);
    store.close();
    await services.until(
      async () => {
        const path = '/v1/audit?order=newest&limit=1';
        const { items } = await sharing.ok<{ items: { proof: object | null }[] }>('GET', path, sharing.keys.auditor);
        return items[0]?.proof !== null;
      },
      'the seals',
      120_000,
    );
    const page = await open('audit', sharing.keys.auditor);
    await page.locator('[data-sealed=true]').first().waitFor();
    inTime(await leafThrough(page, 'audit', 50, 5));
    expect(await page.locator('[data-sealed=true]').count()).toBe(250);
    await keepPicture(page, 'long-audit');
  });

  it('sales of one day, with their sums', async () => {
    const sold = await sharing.ok<{ id: string }>('POST', '/v1/sales', shop.apiKey, {
      ...sale(shop.till),
      payment: { reference: 'PAY' },
    });
    expect(sold.id).not.toBe('');
    fill(
      'sales.db',
      `${NUMBERS} INSERT INTO sales (id, seller, caller, till, reference, code, day, created_at, expires_at, net, tax, gross)
       SELECT printf('%032x', s), 'corner-shop', 'corner-shop', 'corner-shop-till', randomblob(16), randomblob(16),
         '${chinaDate(Date.now())}', ${String(Date.now())} + s, ${String(Date.now() + 86_400_000)}, '1.00', '0.09', '1.09' FROM n;`,
    );
    const page = await open('sales', shop.apiKey);
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    inTime(await leafThrough(page, 'sales', 100, 5));
    await keepPicture(page, 'long-sales');
  });

  it('findings of reconciliation', async () => {
    await sharing.system.workers.stop();
    const wrong = JSON.stringify({ zh: '重建索引', en: 'Build the index again' });
    fill(
      'reconciliation.db',
      `${NUMBERS} INSERT INTO findings (scope, code, part, place, cause, repair, sound_at, detected_at, seen_at)
       SELECT 'index', 'INDEX_DIFFERS', 'index', json_object('sequence', s), 'test', '${wrong}', 1, 1700000000000 + s, 1700000000000 + s FROM n;`,
    );
    const page = await open('reconciliation', sharing.system.bureauKey);
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    inTime(await leafThrough(page, 'findings', 50, 5));
    await keepPicture(page, 'long-findings');
  });

  it('organisations and tills', async () => {
    const act = (type: string, subject: string, more: string): string => `${NUMBERS}
      INSERT INTO acts SELECT ${String(ABOVE)} + 2 * s + ${type === 'till.registered' ? '1' : '0'}, '${type}', '${subject}' || s,
        json_object('type', '${type}', 'time', '2026-01-01T00:00:00.000Z', ${more}) FROM n;`;
    fill(
      'ledger.db',
      act('organisation.registered', 'firm-', `'organisation', 'firm-' || s, 'role', 'company', 'sandbox', json('false')`) +
        act('till.registered', 'desk-', `'till', 'desk-' || s, 'seller', 'corner-shop'`),
    );
    const page = await open('registry', sharing.system.bureauKey);
    await page.getByRole('cell', { name: 'firm-1000000' }).waitFor();
    inTime(await leafThrough(page, 'organisations', 50, 5));
    await page.goto(`${sharing.system.url}/#/registry?tab=tills`);
    await page.getByRole('cell', { name: 'desk-1000000' }).waitFor();
    inTime(await leafThrough(page, 'tills', 50, 5));
  });
});
