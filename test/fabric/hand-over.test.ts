import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import {
  consistencyPathFromTiles,
  parseCheckpoint,
  parseNote,
  verifyConsistency,
  type IssueInvoice,
} from '@lianpiao/chaincode/domain';
import { LogSealer } from '@lianpiao/workers';
import { KeyFolder } from '../../gateway/src/crypto/keys';
import { exportLedger } from '../../gateway/src/ledger/archive/export-ledger';
import { importLedger } from '../../gateway/src/ledger/archive/import-ledger';
import { verifyLedger } from '../../gateway/src/ledger/embedded/verify';
import { compareWithPeer } from '../../gateway/src/ledger/fabric/compare-with-peer';
import { enrol } from '../../gateway/src/ledger/fabric/enrolment';
import { readNetworkFile } from '../../gateway/src/ledger/fabric/network-file';
import { openFabricLedger } from '../../gateway/src/ledger/fabric/open-fabric-ledger';
import { LogKeyRing, LogStore, PayloadStore } from '../../gateway/src/stores';
import { cli } from '../support/cli';
import { answerOf, embeddedShop, LOG_ORIGIN, saleRequest, SHOP } from '../support/embedded';
import { FABRIC_START_MS, runFabric, startFabricNetwork, type FabricNetwork } from '../support/fabric-network';

// A network of its own: a hand-over needs a channel on which nothing has happened.
let base: string;
let network: FabricNetwork;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'lianpiao-hand-over-'));
  network = await startFabricNetwork(join(base, 'net'));
}, FABRIC_START_MS);
afterAll(async () => {
  await runFabric(join(base, 'net'), 'down');
  rmSync(base, { recursive: true, force: true });
}, FABRIC_START_MS);

it(
  'lets a real network go on from an embedded ledger: numbers, references, log and all',
  async () => {
    const shop = await embeddedShop(join(base, 'old'));
    const outcomes = await shop.issue(Array.from({ length: 300 }, (_, place) => saleRequest(place)));
    const numbers = outcomes.map((outcome) => answerOf(outcome).number);
    await shop.erase((shop.follow(), numbers[42]!));
    shop.follow();
    const before = shop.log.latest()!;
    const opening = shop.registry.opening(SHOP)!;
    const { publicKey, privateKey } = generateKeyPairSync('x25519');
    exportLedger({ folder: shop.folder, file: join(base, 'archive'), recipient: { publicKey }, withKeys: true });
    shop.close();
    const folder = join(base, 'new');
    await importLedger({ file: join(base, 'archive'), folder, opener: { privateKey } });

    const done = await cli('ledger', 'hand-over', '--data', folder, '--network', network.file);
    expect([done.code, done.err]).toEqual([0, '']);
    const again = await cli('ledger', 'hand-over', '--data', folder, '--network', network.file);
    expect([again.code, again.err.split(':')[0]]).toEqual([2, 'HANDOVER_STATE_WRONG']);

    await enrol(readNetworkFile(network.file), 'Merchants', SHOP);
    const payloads = new PayloadStore(folder);
    const settings = {
      kind: 'fabric',
      networkFile: network.file,
      operator: SHOP,
      mspId: 'TaxBureau',
      client: 'fabric-gateway',
      batch: 500,
    } as const;
    const faults: unknown[] = [];
    const { ledger } = openFabricLedger(settings, {
      folder,
      keys: new KeyFolder(join(folder, 'keys')),
      payloads,
      locate: () => undefined,
      clock: Date.now,
      onFault: (error) => faults.push(error),
    });
    await ledger.caughtUp();
    const size = before.size;
    expect(ledger.read(size, 10).map(({ entry }) => entry.type)).toEqual(['ledger.handed-over', 'ledger.taken-over']);
    const submissions = [0, 42, 300].map((place) => {
      const command = { type: 'invoice.issue', request: saleRequest(place), seller: opening, seed: 'ab'.repeat(32) };
      return { caller: SHOP, command: command as unknown as IssueInvoice };
    });
    const verdicts = await ledger.submit(submissions);
    const told = verdicts.map((verdict) => (verdict.accepted ? verdict.placed.entry : verdict.error.code));
    const number = String(BigInt(numbers.at(-1)!) + 1n);
    expect(told).toEqual(['INVOICE_EXISTS', 'INVOICE_EXISTS', expect.objectContaining({ type: 'invoice.issued', number })]);

    const log = new LogStore(folder);
    const parts = [ledger, log, new LogKeyRing(folder, LOG_ORIGIN), Date.now] as unknown as ConstructorParameters<
      typeof LogSealer
    >;
    new LogSealer(...parts).seal();
    const [from, to] = [before, log.latest()!].map(({ note }) => parseCheckpoint(parseNote(note).text)) as [
      ReturnType<typeof parseCheckpoint>,
      ReturnType<typeof parseCheckpoint>,
    ];
    const claim = { oldSize: from.size, newSize: to.size, oldRoot: from.root, newRoot: to.root };
    expect([claim.oldSize, claim.newSize]).toEqual([size, size + 3]);
    expect(verifyConsistency({ ...claim, path: consistencyPathFromTiles(log, from.size, to.size) })).toBe(true);
    await ledger.end();
    for (const store of [log, payloads]) store.close();
    expect(verifyLedger({ folder }).parts.filter(({ result }) => result === 'bad')).toEqual([]);
    expect(await compareWithPeer(settings, folder)).toEqual({ same: verifyLedger({ folder }).blocks });
    expect(faults).toEqual([]);
  },
  FABRIC_START_MS,
);
