import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Digest } from '@lianpiao/chaincode/domain';
import { allowancesOf } from '../../../gateway/src/access/use';
import type { GrantTerms } from '../../../gateway/src/access/terms';
import { AuditStore, type AuditFacts } from '../../../gateway/src/stores/audit-store';
import type { Spending } from '../../../gateway/src/stores/spending-table';

const START = 1_800_000_000_000;
const HOUR = 3600_000;
const DAY = 24 * HOUR;
const FACTS: AuditFacts = {
  event: 'read',
  grant: 'grant-1',
  organisation: 'consumer',
  key: 'k',
  query: 'a'.repeat(64) as Digest,
  outcome: 'allowed',
  rows: 3,
  result: 'b'.repeat(64) as Digest,
  provider: 'provider',
  height: 7,
};

/** The terms of a grant that may be read so often. */
function terms(count: number, per: 'day' | 'hour' | 'month'): GrantTerms {
  const conditions = { basis: { kind: 'statutory-duty', rule: 'R' }, modes: ['view'], frequency: { count, per } } as const;
  const handling = { level: 'raw', masks: {}, marked: false } as const;
  return { purpose: { code: 'x', text: 'x' }, fields: ['a'], rows: [], liability: null, handling, conditions };
}

describe('what reads use up', () => {
  let folder: string;
  let now = START;
  let stores: AuditStore[];
  beforeEach(() => {
    now = START;
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-spending-'));
    stores = [new AuditStore(folder, () => now), new AuditStore(folder, () => now)];
  });
  afterEach(() => {
    stores.forEach((store) => store.close());
    rmSync(folder, { recursive: true, force: true });
  });
  const codeOf = async (spending: Spending, store = stores[0]!): Promise<string> =>
    (await store.append(FACTS, spending)).code ?? 'ok';
  const reads = (count: number, per: 'day' | 'hour' | 'month'): Spending => ({
    allowances: allowancesOf('read', ['grant-1'], [terms(count, per)], now),
  });

  it('is spent once by two processes that read at once; the refusals say so, and are no receipts', async () => {
    const asked = Array.from({ length: 60 }, (_, place) => stores[place % 2]!.append(FACTS, reads(7, 'hour')));
    const entries = await Promise.all(asked);
    expect(entries.filter(({ outcome }) => outcome === 'allowed').length).toBe(7);
    const refused = entries.filter(({ outcome }) => outcome === 'refused');
    expect(new Set(refused.map(({ code, rows, result }) => JSON.stringify([code, rows, result])))).toEqual(
      new Set(['["GRANT_FREQUENCY_SPENT",null,null]']),
    );
    expect(stores[0]!.receipts.head('grant-1')?.count).toBe(7);
  });

  it.each([
    ['hour', HOUR],
    ['day', DAY],
    ['month', 31 * DAY],
  ] as const)('of a frequency per %s counts what is not older than that, wherever the clock stands', async (per, length) => {
    const steps: [number, string][] = [
      [START, 'ok'],
      [START + length / 2, 'ok'],
      [START + length, 'GRANT_FREQUENCY_SPENT'],
      // The first read is out of the period now, the second is not.
      [START + length + 1, 'ok'],
      [START + length + 2, 'GRANT_FREQUENCY_SPENT'],
      [START + length + length / 2 + 1, 'ok'],
    ];
    for (const [time, code] of steps) {
      now = time;
      expect([time - START, await codeOf(reads(2, per))]).toEqual([time - START, code]);
    }
  });

  it('of a token is a walk from page to page; of a proof one request anywhere', async () => {
    const token = { id: 'token-1', walks: true, until: START + HOUR };
    const steps: [Partial<Spending>, string][] = [
      [{ after: 'b' }, 'TOKEN_REPLAYED'],
      [{ next: 'b' }, 'ok'],
      [{ next: 'b' }, 'TOKEN_REPLAYED'],
      [{ after: 'c', next: 'd' }, 'TOKEN_REPLAYED'],
      [{ after: 'b', next: 'c' }, 'ok'],
      [{ after: 'b', next: 'c' }, 'TOKEN_REPLAYED'],
      [{ after: 'c' }, 'ok'],
      [{ after: 'c' }, 'TOKEN_REPLAYED'],
      [{}, 'TOKEN_REPLAYED'],
    ];
    for (const [place, [cursors, code]] of steps.entries())
      expect([place, await codeOf({ allowances: [], ticket: token, ...cursors }, stores[place % 2])]).toEqual([place, code]);
    const proof = { id: 'proof-1', walks: false, until: START + HOUR };
    expect(await codeOf({ allowances: [], ticket: proof, after: 'x', next: 'y' })).toBe('ok');
    for (const cursors of [{ after: 'y' }, { after: 'x' }, {}])
      expect(await codeOf({ allowances: [], ticket: proof, ...cursors })).toBe('TOKEN_REPLAYED');
    // Both are remembered for as long as anybody believes them, and a minute more.
    now = START + HOUR + 60_000;
    expect(await codeOf({ allowances: [], ticket: proof })).toBe('TOKEN_REPLAYED');
  });

  it('is nothing for a decision alone, and for grants that say nothing of it', () => {
    expect(allowancesOf('check', ['grant-1'], [terms(1, 'day')], START)).toEqual([]);
    const { conditions: _, ...plain } = terms(1, 'day');
    expect(allowancesOf('read', ['a', 'b'], [plain, terms(5, 'day')], START)).toEqual([
      { grant: 'b', count: 5, since: START - DAY },
    ]);
  });
});
