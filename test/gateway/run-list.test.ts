import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stateKeys, type ExportState, type JsonValue } from '@lianpiao/chaincode/domain';
import { formatTime, hasher, LedgerError, MS_PER_DAY } from '@lianpiao/chaincode/domain';
import type { LedgerReader, PlacedEntry } from '../../gateway/src/ledger/ledger';
import type { Principal } from '../../gateway/src/stores/access-store';
import { AuditStore } from '../../gateway/src/stores/audit-store';
import type { StoredRun } from '../../gateway/src/stores/run-table';
import { RunDesk } from '../../gateway/src/templates/run-desk';
import { RunList } from '../../gateway/src/templates/run-list';
import { PERMIT_DAYS } from '../../gateway/src/templates/run-state';

const START = Date.UTC(2026, 0, 1);
const PROVIDER = { organisation: 'the-provider', role: 'provider', keyId: 'key' } as Principal;
const ACTOR = { keyId: 'key', why: 'test' };
const result = hasher().sha256('the answer');

/** Weeks pass in a moment here, and a decision does not need a whole ledger. */
describe('runs that wait for a permit', () => {
  let folder: string;
  let audit: AuditStore;
  let now: number;
  let said: Map<string, JsonValue>;
  let list: RunList;
  let desk: RunDesk;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-runs-'));
    now = START;
    audit = new AuditStore(folder, () => now);
    said = new Map([[stateKeys.resource('data'), { owner: 'the-provider', controller: 'the-provider' }]]);
    const clock = (): number => now;
    const ledger = { state: (key: string) => said.get(key), acts: () => [] } as unknown as LedgerReader;
    const record = (_: string, { run, type }: { run: string; type: string }): Promise<PlacedEntry> => {
      const value: ExportState = { grant: 'grant-1', result };
      said.set(stateKeys.export(run), type === 'export.refused' ? { ...value, refused: true } : value);
      return Promise.resolve({ sequence: 1 } as PlacedEntry);
    };
    list = new RunList({ ledger, payloads: { read: () => undefined } as never, runs: audit.runs, clock });
    desk = new RunDesk({ ledger, acts: { record } as never, desk: {} as never, templates: {} as never, runs: audit.runs, clock });
  });
  afterEach(() => {
    audit.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function keep(run: string, more: Partial<StoredRun> = {}, release = 'permit'): void {
    const secret = JSON.stringify({ selection: null, answer: 'the answer', release });
    const facts = { grant: 'grant-1', consumer: 'the-consumer', resource: 'data', template: 't@1', input: result, result };
    const stored: StoredRun = { run, ...facts, time: now, secret, ...more };
    expect(audit.runs.keep(stored, audit.runs.mark(stored.consumer, stored.resource))).toBe(true);
  }
  const states = (): Record<string, string> =>
    Object.fromEntries(list.list(PROVIDER, { before: undefined, limit: 10 }).items.map(({ run, state }) => [run, state]));
  const decide = (decision: 'permitted' | 'refused', run: string): Promise<unknown> =>
    desk.decide(decision, 'the-provider', { grant: 'grant-1', run }, ACTOR).then(
      () => 'ok',
      (error: unknown) => (error instanceof LedgerError ? error.code : error),
    );
  const read = (run: string): unknown => {
    try {
      return desk.find('the-consumer', 'grant-1', run).state;
    } catch (error) {
      return error instanceof LedgerError ? error.code : error;
    }
  };

  it('expire at their deadline to the millisecond, and what was decided before stands', async () => {
    for (const run of ['run-waits', 'run-permitted', 'run-refused']) keep(run);
    keep('run-direct', {}, 'direct');
    expect(await decide('permitted', 'run-permitted')).toBe('ok');
    expect(await decide('refused', 'run-refused')).toBe('ok');
    const deadline = START + PERMIT_DAYS * MS_PER_DAY;
    now = deadline - 1;
    expect(states()).toEqual({ 'run-refused': 'refused', 'run-permitted': 'permitted', 'run-waits': 'waiting' });
    expect(read('run-waits')).toBe('EXPORT_NOT_PERMITTED');
    expect(list.list(PROVIDER, { before: undefined, limit: 1, state: 'waiting' }).items[0]).toMatchObject({
      since: formatTime(START),
      deadline: formatTime(deadline),
    });
    now = deadline;
    expect(states()).toEqual({ 'run-refused': 'refused', 'run-permitted': 'permitted', 'run-waits': 'expired' });
    expect(read('run-waits')).toBe('EXPORT_EXPIRED');
    expect(await decide('permitted', 'run-waits')).toBe('EXPORT_EXPIRED');
    expect(await decide('refused', 'run-waits')).toBe('EXPORT_EXPIRED');
    expect(await decide('permitted', 'run-direct')).toBe('EXPORT_EXISTS');
    expect([read('run-permitted'), read('run-refused'), read('run-direct')]).toEqual(['permitted', 'EXPORT_REFUSED', 'direct']);
  });

  it('do not leave by a permit for another result', () => {
    keep('run-a');
    said.set(stateKeys.export('run-a'), { grant: 'grant-1', result: hasher().sha256('another answer') });
    expect([states(), read('run-a')]).toEqual([{ 'run-a': 'waiting' }, 'EXPORT_NOT_PERMITTED']);
  });

  it('come short of a page, with the place to go on from, for who has few among very many', () => {
    keep('run-mine');
    // The list looks at 5000 runs for one page.
    for (let index = 0; index < 5001; index += 1)
      keep(`run-${String(index)}`, { consumer: `other-${String(index)}`, resource: 'elsewhere' });
    const first = list.list(PROVIDER, { before: undefined, limit: 10 });
    expect(first).toMatchObject({ items: [], next: expect.any(String) as string });
    const second = list.list(PROVIDER, { before: Number(first.next), limit: 10 });
    expect(second).toMatchObject({ items: [{ run: 'run-mine' }], next: null });
  });
});
