import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import {
  consistencyPathFromTiles,
  lifeOf,
  mspOfRole,
  parseCheckpoint,
  parseNote,
  requireClaim,
  requireCorrection,
  TRUST_MEDIA_TYPE,
  verifyConsistency,
  viewOf,
  type Bundle,
  type HandedOverPlace,
  type InvoiceOpening,
  type IssueInvoice,
} from '@lianpiao/chaincode/domain';
import { LogSealer } from '@lianpiao/workers';
import { KeyFolder } from '../../gateway/src/crypto/keys';
import { verifyLedger } from '../../gateway/src/ledger/embedded/verify';
import { compareWithPeer } from '../../gateway/src/ledger/fabric/compare-with-peer';
import type { FabricSettings, Ledger } from '../../gateway/src/ledger';
import { ChannelError, ledgerErrorOf } from '../../gateway/src/ledger/fabric/channel-error';
import { enrol } from '../../gateway/src/ledger/fabric/enrolment';
import { Identities } from '../../gateway/src/ledger/fabric/identities';
import { readNetworkFile } from '../../gateway/src/ledger/fabric/network-file';
import { openChannel } from '../../gateway/src/ledger/fabric/open-fabric-ledger';
import { lifeProposal } from '../../gateway/src/ledger/fabric/proposals';
import { AnchorStore, loadLogKey, LogKeyRing, LogStore, type PayloadStore } from '../../gateway/src/stores';
import { ProofDesk } from '../../gateway/src/verification/proof-desk';
import { lianpiao, succeed } from '../support/cli';
import { stateWithoutTime, subjectOf, type Outcome, type Subject } from '../support/compare-ledgers';
import { answerOf, embeddedShop, LOG_ORIGIN, saleRequest, SHOP } from '../support/embedded';
import { FABRIC_START_MS, runFabric, startFabricNetwork, type FabricNetwork } from '../support/fabric-network';
import { guidedOperations } from '../support/guided-operations';
import { openOffice, type LedgerOffice } from '../support/ledger-office';
import { WHOLE_CORRECTION } from '../support/life';
import { kindOf, openingOperations, PEOPLE, writableKeys } from '../support/random-operations';
import { Tally } from '../support/tally';

const SEED = Number(process.env['LIANPIAO_TEST_SEED'] ?? 20261122);
const ACTOR = { keyId: 'test', why: 'test' };
const YEAR = String(new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()).slice(2);

/** What two ledgers with different clocks have to say alike. */
const shown = (outcome: Outcome): string =>
  'code' in outcome ? outcome.code : (JSON.parse(outcome.text) as { type: string }).type;

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

/** What happens on a ledger before it is handed over: lives of invoices, a directory, grants; and what is tried after. */
const DRAWN = guidedOperations({ seed: SEED, count: 400, year: YEAR, now: Date.now() });
const [BEFORE, AFTER] = [DRAWN.slice(0, 270), DRAWN.slice(270)];

async function liveOn(folder: string): Promise<void> {
  const keys = new KeyFolder(join(folder, 'keys'));
  for (const id of Object.keys(PEOPLE)) keys.findOrCreate(id);
  const office = openOffice({ kind: 'embedded' }, folder);
  const subject = subjectOf(office.ledger);
  for (const operation of [...openingOperations(YEAR, (id) => keys.require(id).publicKey), ...BEFORE])
    await subject.submit(operation);
  const there = writableKeys(YEAR).filter((key) => subject.state(key) !== undefined);
  const families = new Set(there.map((key) => key.split('/')[0]));
  expect([...families]).toEqual(
    expect.arrayContaining(['catalogue', 'claim', 'consent', 'correction', 'grant', 'life', 'pledge', 'standing', 'status']),
  );
  office.close();
}

/** A ledger of a folder with all that happened on it. */
function withItsPast(office: LedgerOffice): Subject {
  return subjectOf(office.ledger, { opener: office.life().opener, payloads: office.payloads });
}

/** An invoice of before is corrected, reimbursed and pledged as any other. */
async function liveAfter(office: LedgerOffice, numbers: readonly string[], erased: string): Promise<void> {
  const { corrections, opener, reimbursements } = office.life();
  const [first = '', second = '', third = ''] = numbers;
  const id = await corrections.request(SHOP, { ...WHOLE_CORRECTION, invoice: first }, ACTOR);
  const { status, red } = requireCorrection(opener.state, id);
  expect([status, opener.find(String(red)).gross]).toEqual(['completed', `-${opener.find(first).gross}`]);
  const amount = opener.find(second).gross;
  const invoices = [{ invoice: second, amount, currency: 'CNY' }];
  const claim = await reimbursements.reserve('buyer', { invoices, leaseSeconds: 600 }, ACTOR);
  const { fence } = requireClaim(opener.state, claim);
  await reimbursements.change('buyer', claim, { event: 'settle', fence }, ACTOR);
  await reimbursements.pledge(SHOP, { invoice: third, financier: 'buyer' }, ACTOR);
  const views = numbers.map((number) => viewOf(opener.state, lifeOf(opener.state, number), Date.now()));
  expect(views).toMatchObject([{ document: 'wholly-red' }, { claim: 'settled' }, { pledge: 'pledged' }]);
  await expect(corrections.request(SHOP, { ...WHOLE_CORRECTION, invoice: first }, ACTOR)).rejects.toMatchObject({
    code: 'INVOICE_RED',
  });
  await expect(corrections.request(SHOP, { ...WHOLE_CORRECTION, invoice: erased }, ACTOR)).rejects.toMatchObject({
    code: 'INVOICE_ERASED',
  });
}

/** A ledger with its log in a folder, as a gateway has it. */
interface Office {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
}

/** The bundle of an entry by a log, as a gateway hands it out. */
async function bundleOf({ folder, ledger, payloads }: Office, log: LogStore, sequence: number): Promise<Bundle> {
  const anchors = new AnchorStore(folder);
  try {
    const { entry } = ledger.read(sequence, 1)[0]!;
    return await new ProofDesk(log, anchors).bundle(sequence, entry, payloads.read(sequence)!, () => true);
  } finally {
    anchors.close();
  }
}

/** What the command line says of a bundle with nothing but its file and the trust of before the hand-over. */
async function verdictOn(name: string, bundle: Bundle): Promise<{ code: number | null; result: unknown; said: string }> {
  const file = join(base, `${name}.lianpiao.json`);
  writeFileSync(file, JSON.stringify(bundle));
  const { code, out } = await lianpiao(['verify', file, '--offline', '--json', '--trust', join(base, 'trust.json')]);
  return { code, result: (JSON.parse(out) as { result: unknown }).result, said: out };
}

/** A gateway that its operator has changed asks endorsers straight away; the code of what they say, or `endorsed`. */
async function endorsersSay(settings: FabricSettings, opening: InvoiceOpening, invoice: string): Promise<string> {
  const net = readNetworkFile(network.file);
  const channel = await openChannel(settings, net);
  const facts = { type: 'pledge.made', pledge: 'forged', invoice } as const;
  const asked = { financier: 'buyer', salt: '0'.repeat(32) };
  const command = { type: 'life.change', facts, asked, openings: [opening], words: [], seed: 'ab'.repeat(32) } as const;
  try {
    await channel.endorse(new Identities(net).require('Merchants', SHOP), lifeProposal(command, 'Merchants'));
    return 'endorsed';
  } catch (error) {
    return error instanceof ChannelError ? ledgerErrorOf(error).code : String(error);
  } finally {
    channel.close();
  }
}

it(
  'lets a real network go on from an embedded ledger: numbers, references, log and all',
  async () => {
    const numbersOf = { regionAndChannel: '441' };
    (await embeddedShop(join(base, 'old'), numbersOf)).close();
    await liveOn(join(base, 'old'));
    const shop = await embeddedShop(join(base, 'old'), numbersOf);
    const party = { name: '买方', taxId: '91310000MA1DEMQC0F' };
    await shop.registrations.organisation('bureau', { organisation: 'buyer', role: 'company', sandbox: false, party }, ACTOR);
    const outcomes = await shop.issue(Array.from({ length: 300 }, (_, place) => saleRequest(place)));
    const numbers = outcomes.map((outcome) => answerOf(outcome).number);
    await shop.erase((shop.follow(), numbers[42]!));
    shop.follow();
    const before = shop.log.latest()!;
    const opening = shop.registry.opening(SHOP)!;
    // What buyers hold by then, and whom they trust: neither is made anew.
    const held = shop.index.byNumber(numbers[11]!)!.sequence;
    const old = await bundleOf(shop, shop.log, held);
    const logs = [{ origin: LOG_ORIGIN, vkey: loadLogKey(shop.folder, LOG_ORIGIN).vkey }];
    writeFileSync(join(base, 'trust.json'), JSON.stringify({ mediaType: TRUST_MEDIA_TYPE, logs, witnesses: [], quorum: 0 }));
    const { publicKey, privateKey } = generateKeyPairSync('x25519');
    const [archive, pub, key] = ['archive', 'pub.pem', 'key.pem'].map((name) => join(base, name)) as [string, string, string];
    writeFileSync(pub, publicKey.export({ format: 'pem', type: 'spki' }));
    writeFileSync(key, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
    await succeed('ledger', 'export', archive, '--data', shop.folder, '--recipient', pub, '--with-keys');
    shop.close();
    cpSync(shop.folder, join(base, 'twin'), { recursive: true });
    const folder = join(base, 'new');
    await succeed('ledger', 'import', archive, '--data', folder, '--key', key);

    const done = await lianpiao(['ledger', 'hand-over', '--data', folder, '--network', network.file]);
    expect([done.code, done.err]).toEqual([0, '']);
    const again = await lianpiao(['ledger', 'hand-over', '--data', folder, '--network', network.file]);
    expect([again.code, again.err.split(':')[0]]).toEqual([2, 'HANDOVER_STATE_WRONG']);

    for (const id of [SHOP, 'buyer']) await enrol(network, 'Merchants', id);
    for (const [id, role] of Object.entries(PEOPLE)) await enrol(network, mspOfRole(role), id);
    const settings = {
      kind: 'fabric',
      networkFile: network.file,
      operator: 'operator',
      mspId: 'TaxBureau',
      client: 'fabric-gateway',
      batch: 500,
    } as const;
    const office = openOffice(settings, folder);
    const { ledger } = office;
    await office.caughtUp();
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

    // All goes on as it would have gone on there: invoices and grants of before are the ones that were.
    const twin = openOffice({ kind: 'embedded' }, join(base, 'twin'));
    const [left, right] = [withItsPast(twin), withItsPast(office)];
    const gone = new Tally();
    for (const operation of AFTER) {
      const [wanted, got] = [await left.submit(operation), await right.submit(operation)];
      expect({ operation, outcomes: got.map(shown) }).toEqual({ operation, outcomes: wanted.map(shown) });
      wanted.forEach((outcome, index) => {
        gone.note(kindOf(operation.commands[index]!), 'code' in outcome ? outcome.code : 'accepted');
      });
    }
    expect(gone.outcomes().get('accepted')).toBeGreaterThan(50);
    for (const key of writableKeys(YEAR))
      expect([key, stateWithoutTime(key, right.state(key))]).toEqual([key, stateWithoutTime(key, left.state(key))]);
    twin.remove();

    await liveAfter(office, numbers.slice(7, 10), numbers[42]!);
    const { place, record } = office.life().opener.open(numbers[11]!);
    const moved = { ...(place as HandedOverPlace), index: (place as HandedOverPlace).index + 1 };
    const other = { ...record, seed: 'cd'.repeat(32) };
    const openings: InvoiceOpening[] = [
      { place, record },
      { place: moved, record },
      { place, record: other },
    ];
    const said = await Promise.all(openings.map((opening) => endorsersSay(settings, opening, numbers[11]!)));
    expect(said).toEqual(['endorsed', 'LIFE_OPENING_WRONG', 'LIFE_OPENING_WRONG']);

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
    expect([claim.oldSize, claim.newSize]).toEqual([size, ledger.length()]);
    expect(verifyConsistency({ ...claim, path: consistencyPathFromTiles(log, from.size, to.size) })).toBe(true);

    // The bundle of before is good as it is, the new log proves the same entry again, and what was handed over to whom.
    expect(await verdictOn('old', old)).toMatchObject({ code: 0, result: 'valid', said: expect.stringContaining(numbers[11]!) });
    const renewed = await bundleOf(office, log, held);
    expect([renewed.entry, renewed.proof === old.proof]).toEqual([old.entry, false]);
    expect(await verdictOn('again', renewed)).toMatchObject({ code: 0, result: 'valid' });
    for (const [place, type] of ['ledger.handed-over', 'ledger.taken-over'].entries()) {
      const shown = await verdictOn(type, await bundleOf(office, log, size + place));
      expect(shown).toMatchObject({ code: 0, result: 'valid', said: expect.stringContaining(type) });
    }
    const elsewhere = { ...old, proof: (await bundleOf(office, log, held + 1)).proof };
    expect(await verdictOn('elsewhere', elsewhere)).toMatchObject({ code: 1, result: 'invalid' });
    expect(office.faults).toEqual([]);
    log.close();
    office.close();
    expect(verifyLedger({ folder }).parts.filter(({ result }) => result === 'bad')).toEqual([]);
    expect(await compareWithPeer(settings, folder)).toEqual({ same: verifyLedger({ folder }).blocks });
  },
  2 * FABRIC_START_MS,
);
