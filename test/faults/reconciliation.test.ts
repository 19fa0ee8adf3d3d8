import { embeddedShop, saleRequest, type EmbeddedShop } from '../support/embedded';
import { reconciling } from '../support/reconciling';
import { FAULTS, InjectedFaults } from './injected';

const GROUP = 37;

let faults: InjectedFaults;

async function issue(shop: EmbeddedShop, from: number, count: number): Promise<void> {
  for (let at = from; at < from + count; at += GROUP) {
    const group = Array.from({ length: Math.min(GROUP, from + count - at) }, (_, place) => at + place);
    await shop.issue(group.map((i) => saleRequest(i, shop.tills[i % 2])));
  }
}

beforeAll(async () => {
  const shop = await embeddedShop();
  await issue(shop, 0, 200);
  shop.follow();
  await issue(shop, 200, 300);
  shop.follow();
  await issue(shop, 500, 120);
  shop.follow();
  shop.close();
  // What the worker remembers of it.
  const running = reconciling(shop.folder);
  running.settle();
  expect([running.told, running.reconciler.height]).toEqual([[], 627]);
  running.close();
  faults = new InjectedFaults('embedded', shop.folder);
});

afterAll(() => {
  faults?.remove();
});

it('a folder without a fault: nothing is told', () => {
  faults.staysSilent();
});

describe('every injected fault is found, named and placed [rows 000-004:A5,E6 001-002-003:B2]', () => {
  it.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault) => {
    await faults.find(fault);
  });
});

describe('repairs', () => {
  it('are recorded with the digests of the rows before and after', async () => {
    await faults.injected(
      FAULTS.find(({ part }) => part === 'index')!,
      (running) => {
        running.settle();
        const [repair, ...more] = running.store.repairs(1e9, 10);
        expect(more).toEqual([]);
        expect(repair).toMatchObject({ part: 'index', place: { sequence: 40 }, what: expect.stringContaining('written anew') });
        expect(repair!.before).toMatch(/^sha256:[0-9a-f]{64}$/);
        expect(repair!.after).not.toBe(repair!.before);
      },
    );
  });

  it('never write ledger, payloads, or a checkpoint that our key signed', async () => {
    const never = FAULTS.filter(({ mended }) => mended === undefined);
    expect(never.length).toBeGreaterThan(20);
    for (const fault of never.filter(({ part }) => part !== 'acts').slice(-9)) {
      await faults.injected(fault, (running) => {
        running.settle();
        expect([fault.name, running.store.repairs(1e9, 10)]).toEqual([fault.name, []]);
        expect(running.store.openCount()).toBeGreaterThan(0);
      });
    }
  });
});
