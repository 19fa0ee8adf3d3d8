import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedShop, saleRequest, type EmbeddedShop } from '../support/embedded';
import { reconciling, type Reconciling } from '../support/reconciling';
import type { Fault } from './inject/databases';
import { INDEX_FAULTS } from './inject/index-faults';
import { LEDGER_FAULTS } from './inject/ledger-faults';
import { LOG_FAULTS } from './inject/log-faults';
import { PAYLOAD_FAULTS } from './inject/payload-faults';

const FAULTS: readonly Fault[] = [...LEDGER_FAULTS, ...PAYLOAD_FAULTS, ...INDEX_FAULTS, ...LOG_FAULTS];
const GROUP = 37;

let original: string;
const folders: string[] = [];
const rows: string[] = [];

async function issue(shop: EmbeddedShop, from: number, count: number): Promise<void> {
  for (let at = from; at < from + count; at += GROUP) {
    const group = Array.from({ length: Math.min(GROUP, from + count - at) }, (_, place) => at + place);
    await shop.issue(group.map((i) => saleRequest(i, shop.tills[i % 2])));
  }
}

beforeAll(async () => {
  const shop = await embeddedShop();
  folders.push(shop.folder);
  await issue(shop, 0, 200);
  shop.follow();
  await issue(shop, 200, 300);
  shop.follow();
  await issue(shop, 500, 120);
  shop.follow();
  shop.close();
  original = shop.folder;
  // What the worker remembers of it.
  const running = reconciling(original);
  running.settle();
  expect([running.told, running.reconciler.height]).toEqual([[], 627]);
  running.close();
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const target = process.env['LIANPIAO_FAULT_TABLE'];
  if (target !== undefined) writeFileSync(target, table());
});

function table(): string {
  return [
    '| injected fault | alarm | part | class of cause | first bad record | ms |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-reconcile-'));
  folders.push(folder);
  cpSync(original, folder, { recursive: true });
  return folder;
}

async function injected(fault: Fault, work: (running: Reconciling, folder: string) => void | Promise<void>): Promise<void> {
  const folder = copy();
  const running = reconciling(folder);
  try {
    running.settle(3);
    expect([running.told, running.reconciler.isCalm]).toEqual([[], true]);
    await fault.inject(folder);
    await work(running, folder);
  } finally {
    running.close();
  }
}

/** Looks until the alarm comes; milliseconds of looking. */
function lookUntilTold(running: Reconciling, fault: Fault): number {
  const started = performance.now();
  for (let look = 0; look < 5; look += 1) {
    running.reconciler.look();
    if (running.told.some(({ code }) => code === fault.code)) return performance.now() - started;
  }
  throw new Error(`not found: ${fault.name}; told: ${JSON.stringify(running.told)}`);
}

describe('every injected fault is found, named and placed [rows 000-004:A5,E6 001-002-003:B2]', () => {
  it.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault) => {
    await injected(fault, async (running, folder) => {
      const milliseconds = lookUntilTold(running, fault);
      const finding = running.told.find(({ code }) => code === fault.code)!;
      expect(finding).toMatchObject({ code: fault.code, part: fault.part, cause: fault.cause, place: fault.place ?? {} });
      expect(finding.repair.en).not.toBe('');
      expect(finding.soundAt).toBeLessThanOrEqual(finding.detectedAt);
      // Only what hangs on the same record is told beside it.
      expect([...new Set(running.told.map(({ part }) => part))].filter((part) => part !== fault.part)).toEqual(
        fault.part === 'payloads' ? expect.anything() : [],
      );
      rows.push(
        `| ${fault.name} | \`${finding.code}\` | ${finding.part} | ${finding.cause} | ${placeText(finding.place)} | ${milliseconds.toFixed(1)} |`,
      );
      if (fault.mended === true) await isMended(running, folder);
    });
  });
});

/** Derived data is repaired, and a later look finds it right. */
async function isMended(running: Reconciling, folder: string): Promise<void> {
  running.settle(3);
  if (running.store.openCount() > 0) {
    // An index that was set back is filled by the workers, as ever.
    const shop = await embeddedShop(folder);
    shop.follow();
    shop.close();
    running.settle(4);
  }
  expect(running.store.findings({ limit: 10, openOnly: true })).toEqual([]);
  expect(running.reconciler.isCalm).toBe(true);
}

function placeText(place: Readonly<Record<string, unknown>>): string {
  return Object.entries(place)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

describe('repairs', () => {
  it('are recorded with the digests of the rows before and after', async () => {
    await injected(INDEX_FAULTS[0]!, (running) => {
      running.settle();
      const [repair, ...more] = running.store.repairs(1e9, 10);
      expect(more).toEqual([]);
      expect(repair).toMatchObject({ part: 'index', place: { sequence: 40 }, what: expect.stringContaining('written anew') });
      expect(repair!.before).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(repair!.after).not.toBe(repair!.before);
    });
  });

  it('never write ledger, payloads, or a checkpoint that our key signed', async () => {
    const never = FAULTS.filter(({ mended }) => mended === undefined);
    expect(never.length).toBeGreaterThan(20);
    for (const fault of never.filter(({ part }) => part !== 'acts').slice(-9)) {
      await injected(fault, (running) => {
        running.settle();
        expect([fault.name, running.store.repairs(1e9, 10)]).toEqual([fault.name, []]);
        expect(running.store.openCount()).toBeGreaterThan(0);
      });
    }
  });
});
