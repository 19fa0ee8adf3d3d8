import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mspOfRole } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../../gateway/src/crypto/keys';
import { enrol } from '../../gateway/src/ledger/fabric/enrolment';
import { compareLedgers, subjectOf } from '../support/compare-ledgers';
import { FABRIC_START_MS, runFabric, startFabricNetwork, type FabricNetwork } from '../support/fabric-network';
import { guidedOperations } from '../support/guided-operations';
import { openOffice, type LedgerOffice } from '../support/ledger-office';
import { openingOperations, PEOPLE, writableKeys } from '../support/random-operations';
import { Tally } from '../support/tally';

const SEED = Number(process.env['LIANPIAO_TEST_SEED'] ?? 20261122);
const OPERATIONS = 320;
const YEAR = String(new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()).slice(2);

describe('random operations on a real network', () => {
  let network: FabricNetwork;
  let offices: readonly [LedgerOffice, LedgerOffice];

  beforeAll(async () => {
    // A chain of its own: entries are compared from the first one on.
    network = await startFabricNetwork(mkdtempSync(join(tmpdir(), 'lianpiao-fabric-')));
    for (const [id, role] of Object.entries(PEOPLE)) await enrol(network, mspOfRole(role), id);
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-office-'));
    for (const id of Object.keys(PEOPLE)) new KeyFolder(join(folder, 'keys')).findOrCreate(id);
    const settings = { operator: 'operator', mspId: 'TaxBureau', client: 'fabric-gateway', batch: 500 } as const;
    offices = [openOffice({ kind: 'embedded' }, folder), openOffice({ kind: 'fabric', networkFile: network.file, ...settings })];
  }, FABRIC_START_MS);

  afterAll(async () => {
    for (const office of offices) office.remove();
    await runFabric(network.folder, 'down', '--purge');
    rmSync(network.folder, { recursive: true, force: true });
  });

  it(`end there as on the embedded ledger (seed ${String(SEED)})`, async () => {
    const [embedded, fabric] = offices;
    await fabric.caughtUp();
    const all = [...openingOperations(YEAR), ...guidedOperations({ seed: SEED, count: OPERATIONS, year: YEAR, now: Date.now() })];
    const tally = new Tally();
    const options = { keys: writableKeys(YEAR), oneClock: false };
    await compareLedgers(subjectOf(embedded.ledger), subjectOf(fabric.ledger), all, options, tally);
    expect(tally.outcomes().get('accepted')).toBeGreaterThan(100);
    expect(tally.outcomes().size).toBeGreaterThan(20);
  }, 600_000);
});
