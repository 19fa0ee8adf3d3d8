import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareWithPeer } from '../../gateway/src/ledger/fabric/compare-with-peer';
import type { FabricSettings } from '../../gateway/src/ledger';
import { readHold } from '../../gateway/src/keeping/hold';
import { cli } from '../support/cli';
import { saleRequest } from '../support/embedded';
import { FABRIC_START_MS, runFabric, startFabricNetwork } from '../support/fabric-network';
import { recordFault } from '../support/fault-records';
import { openOffice } from '../support/ledger-office';
import { reconciling } from '../support/reconciling';
import { FAULTS, followFolder, InjectedFaults, type Otherwise } from '../faults/injected';

/** A mirror holds no signature of a caller: what its own operator signs anew is found by what follows, and by the peer. */
const OTHERWISE: Otherwise = {
  'a header forged with the operator’s key': { code: 'link-broken', part: 'blocks', cause: 'edited value', place: {} },
};

const GROUP = 37;
const INVOICES = 620;

// A network of its own: the faults want a channel on which nothing else has happened.
let base: string;
let settings: FabricSettings;
let faults: InjectedFaults;
let mirror: string;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'lianpiao-mirror-faults-'));
  const { file: networkFile } = await startFabricNetwork(join(base, 'net'));
  settings = { kind: 'fabric', networkFile, operator: 'operator', mspId: 'TaxBureau', client: 'fabric-gateway', batch: 500 };
  const office = openOffice(settings, join(base, 'mirror'));
  await office.found();
  await office.seller('shop', 2, 'till');
  for (let at = 0; at < INVOICES; at += GROUP) {
    const group = Array.from({ length: Math.min(GROUP, INVOICES - at) }, (_, place) => at + place);
    const verdicts = await office.ledger.submit(
      group.map((i) => office.issue('shop', saleRequest(i, `till-${String((i % 2) + 1)}`))),
    );
    expect(verdicts.filter(({ accepted }) => !accepted)).toEqual([]);
    await office.caughtUp();
    if (at === 5 * GROUP || at === 13 * GROUP) followFolder(office.folder);
  }
  mirror = office.folder;
  const length = office.ledger.length();
  office.close();
  followFolder(office.folder);
  const running = reconciling(office.folder);
  running.settle();
  expect([running.told, running.reconciler.height]).toEqual([[], length]);
  running.close();
  faults = new InjectedFaults('fabric', office.folder, OTHERWISE);
}, 2 * FABRIC_START_MS);

afterAll(async () => {
  faults?.remove();
  await runFabric(join(base, 'net'), 'down');
  rmSync(base, { recursive: true, force: true });
}, FABRIC_START_MS);

it('a mirror without a fault: nothing is told', () => {
  faults.staysSilent();
});

describe('every fault injected into the mirror of a channel is found, named and placed [rows 000-004:A5,E6]', () => {
  it.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault) => {
    await faults.find(fault);
  });
});

describe('what only the peer can tell', () => {
  it('a block that the operator of the mirror signed anew differs from what the peer’s blocks give', async () => {
    const fault = FAULTS.find(({ name }) => name === 'a header forged with the operator’s key')!;
    const folders: string[] = [];
    await faults.injected(fault, (_running, folder) => folders.push(folder));
    const started = performance.now();
    const compared = await compareWithPeer(settings, folders[0]!);
    expect(compared.differs).toBeGreaterThan(1);
    recordFault({
      fault: 'a block of the mirror signed anew by its operator, held against the peer',
      ledger: 'fabric',
      code: 'differs',
      part: 'blocks',
      cause: 'forged signature',
      place: `block ${String(compared.differs)}`,
      repair: 'delete the mirror; it is made again from the peer’s blocks',
      ms: performance.now() - started,
    });
  });
});

it('an older backup of a mirror is not held: it catches up from its peer, and what was issued meanwhile is there', async () => {
  const [backup, keys, restored] = ['copy', 'keys', 'restored'].map((name) => join(base, name)) as [string, string, string];
  await cli('backup', backup, '--data', mirror, '--keys', keys);
  const office = openOffice(settings, mirror);
  const sales = Array.from({ length: 5 }, (_, at) => office.issue('shop', saleRequest(1000 + at, 'till-1')));
  expect((await office.ledger.submit(sales)).every(({ accepted }) => accepted)).toBe(true);
  await office.caughtUp();
  const length = office.ledger.length();
  office.close();
  const { out } = await cli('restore', backup, '--keys', keys, '--data', restored);
  expect([out, readHold(restored)]).toEqual([expect.stringContaining('RESTORED'), undefined]);
  const again = openOffice(settings, restored);
  await again.caughtUp();
  expect(again.ledger.length()).toBe(length);
  again.close();
});
