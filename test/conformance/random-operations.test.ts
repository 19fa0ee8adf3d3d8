import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mspOfRole } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../../gateway/src/crypto/keys';
import { enrol } from '../../gateway/src/ledger/fabric/enrolment';
import { chaincodeEvents, type SeenEvent } from '../support/chaincode-events';
import { compareLedgers, subjectOf, type Subject } from '../support/compare-ledgers';
import { FABRIC_START_MS, runFabric, startFabricNetwork, type FabricNetwork } from '../support/fabric-network';
import { guidedOperations } from '../support/guided-operations';
import { openOffice, type LedgerOffice } from '../support/ledger-office';
import { NAMED_KINDS, openingOperations, PEOPLE, writableKeys } from '../support/random-operations';
import { Tally } from '../support/tally';

const FIXED_SEED = 20261112;
const SEED = Number(process.env['LIANPIAO_TEST_SEED'] ?? FIXED_SEED);
const OPERATIONS = 320;
/**
 * What the fixed seed reaches, of 68 kinds of commands: each was accepted and refused, but for these. A request is escalated when
 * days have gone by, and every quarantine and release that is drawn is right; on contracts with a clock of ours all kinds go both ways
 * (test/chaincode/fabric/embedded-equals-fabric.test.ts).
 */
const KINDS = 68;
const NEVER_ACCEPTED = ['request.escalated'];
const NEVER_REFUSED = ['catalogue.quarantined', 'catalogue.released'];
const YEAR = String(new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()).slice(2);

const kindOnly = (text: string): string => text.split(':')[0] ?? '';

/** The subject, which notes how many entries there are after each operation that brought some. */
function countingEnds(subject: Subject, ends: number[]): Subject {
  let count = 0;
  return {
    ...subject,
    async submit(operation) {
      const outcomes = await subject.submit(operation);
      const accepted = outcomes.filter((outcome) => 'text' in outcome).length;
      if (accepted > 0) ends.push((count += accepted));
      return outcomes;
    },
  };
}

/** What a ledger's transactions announce, by its entries. */
function eventsOf({ ledger }: LedgerOffice): SeenEvent[] {
  const counts = new Map<string, number>();
  for (let sequence = 0; sequence < ledger.length(); sequence += 1) {
    const [txId = ''] = ledger.entryPlace(sequence).split('/');
    counts.set(txId, (counts.get(txId) ?? 0) + 1);
  }
  return [...counts].map(([txId, count]) => ({ name: 'entries.accepted', txId, payload: `{"count":${String(count)}}` }));
}

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
    const ends: number[] = [];
    const wanted = countingEnds(subjectOf(embedded.ledger), ends);
    await compareLedgers(wanted, subjectOf(fabric.ledger), all, options, tally);
    expect(tally.outcomes().get('accepted')).toBeGreaterThan(100);
    expect(tally.outcomes().size).toBeGreaterThan(20);
    if (SEED === FIXED_SEED) {
      expect(tally.kinds()).toEqual(expect.arrayContaining(NAMED_KINDS));
      expect(tally.kinds()).toHaveLength(KINDS);
      expect(tally.short({ accepted: 1, refused: 0 }).map(kindOnly)).toEqual(NEVER_ACCEPTED);
      expect(tally.short({ accepted: 0, refused: 1 }).map(kindOnly)).toEqual(NEVER_REFUSED);
    }

    // Whoever listens to the channel hears of the same entries: an event for every transaction, none across two operations.
    const events = await chaincodeEvents(network, 'Merchants', fabric.ledger.length());
    expect(events).toEqual(eventsOf(fabric));
    const heard = events.map(({ payload }) => (JSON.parse(payload) as { count: number }).count);
    const heardEnds = heard.map((_, index) => heard.slice(0, index + 1).reduce((sum, count) => sum + count, 0));
    expect(heardEnds).toEqual(expect.arrayContaining(ends));
    expect(heardEnds.at(-1)).toBe(embedded.ledger.length());
  }, 600_000);
});
