import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Digest } from '@lianpiao/chaincode/domain';
import { UsageAlerts } from '../../../gateway/src/access/usage-alerts';
import { AuditStore } from '../../../gateway/src/stores/audit-store';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-11-02T08:00:00Z');
const DIGEST = 'a'.repeat(64) as Digest;

/** The audit log itself, with a clock of the test's: which use is unusual is a matter of hours and days. */
describe('alerts to unusual use [rows 000-004:E10]', () => {
  let folder: string;
  let audit: AuditStore;
  let now: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-alerts-'));
    now = START;
    audit = new AuditStore(folder, () => now);
  });
  afterEach(() => {
    audit.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const read = (rows: number, more: { grant?: string; provider?: string; consumer?: string } = {}): Promise<unknown> => {
    const { grant = 'grant-1', provider = 'transport', consumer = 'bank' } = more;
    const facts = { event: 'read', grant, provider, organisation: consumer, key: 'k', query: DIGEST, height: 1 } as const;
    return audit.append({ ...facts, outcome: 'allowed', rows, result: DIGEST });
  };
  const alerts = (provider?: string): ReturnType<UsageAlerts['list']> =>
    new UsageAlerts(audit, audit.receipts, () => now).list(provider);
  const volume = (found: number, usual: number): object => ({
    ...{ grant: 'grant-1', provider: 'transport', consumer: 'bank', kind: 'volume', found, usual },
  });

  it('an hour with more than five times the rows of the busiest hour of a week is one, for its provider', async () => {
    for (let hour = 0; hour < 24; hour += 1) {
      now = START + hour * HOUR_MS;
      await read(hour === 7 ? 400 : 100);
      await read(hour === 7 ? 100 : 10);
    }
    expect(alerts('transport')).toEqual([]);
    now = START + 24 * HOUR_MS;
    for (let page = 0; page < 5; page += 1) await read(500);
    // Exactly five times the 500 rows of the busiest hour is still usual.
    expect(alerts('transport')).toEqual([]);
    await read(1);
    expect(alerts('transport')).toEqual([volume(2501, 2500)]);
    expect(alerts()).toEqual([volume(2501, 2500)]);
    expect([alerts('hospital'), alerts('bank')]).toEqual([[], []]);
    // The hour is over; what was unusual in it is what the next hours are compared with.
    now += HOUR_MS;
    await read(2501);
    expect(alerts('transport')).toEqual([]);
  });

  it('few rows are none whatever came before, the first hours of a grant have nothing to be compared with, and weeks ago do not count', async () => {
    await read(1);
    now += HOUR_MS;
    await read(1000);
    expect(alerts('transport')).toEqual([]);
    await read(1);
    expect(alerts('transport')).toEqual([volume(1001, 1000)]);
    await read(100_000, { grant: 'grant-2' });
    expect(alerts('transport')).toEqual([volume(1001, 1000)]);
    now += 8 * 24 * HOUR_MS;
    await read(100_000);
    expect(alerts('transport')).toEqual([]);
  });

  it('each grant is held against its own past, not against that of its neighbours', async () => {
    await read(10);
    await read(5000, { grant: 'grant-2', consumer: 'civil-affairs' });
    now += HOUR_MS;
    await read(6000);
    await read(6000, { grant: 'grant-2', consumer: 'civil-affairs' });
    expect(alerts('transport')).toEqual([volume(6000, 1000)]);
  });
});
