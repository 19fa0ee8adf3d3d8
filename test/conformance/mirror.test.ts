import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  formatCheckpoint,
  hasher,
  leafOfText,
  merkleRoot,
  openNote,
  parseVerifierKey,
  signNote,
  type Digest,
  type InvoiceIssued,
} from '@lianpiao/chaincode/domain';
import { loadCosignKey, loadLogKey, nodeSignatures } from '../../gateway/src/crypto/log-keys';
import { compareWithPeer } from '../../gateway/src/ledger/fabric/compare-with-peer';
import { cosignCheckpoint } from '../../gateway/src/verification/cosign-checkpoint';
import { BlockStore, type FabricSettings, type Verdict } from '../../gateway/src/ledger';
import { verifyLedger } from '../../gateway/src/ledger/embedded/verify';
import { SqliteDatabase } from '../../gateway/src/stores/sqlite-driver';
import { saleRequest } from '../support/embedded';
import { FABRIC_START_MS, sharedFabricNetwork, type FabricNetwork } from '../support/fabric-network';
import { openOffice, type LedgerOffice } from '../support/ledger-office';

let network: FabricNetwork;
let bureau: LedgerOffice;
const opened: LedgerOffice[] = [];
const shop = `shop-${randomBytes(4).toString('hex')}`;
let sales = 0;

function follow(mspId: string, folder?: string): LedgerOffice {
  const settings: FabricSettings = {
    kind: 'fabric',
    networkFile: network.file,
    operator: 'operator',
    mspId,
    client: 'fabric-gateway',
    batch: 500,
  };
  const office = openOffice(settings, folder);
  opened.push(office);
  return office;
}

const issue = (count: number): Promise<readonly Verdict[]> =>
  bureau.ledger.submit(
    Array.from({ length: count }, () => bureau.issue(shop, saleRequest((sales += 1), `${shop}-${String((sales % 2) + 1)}`))),
  );

const placedOf = (verdict: Verdict | undefined): { sequence: number; number: string } => {
  if (verdict?.accepted !== true) throw verdict?.error ?? new Error('no verdict');
  return { sequence: verdict.placed.sequence, number: (verdict.placed.entry as InvoiceIssued).number };
};

/** Headers of all blocks, and how many entries they hold. */
function chainOf({ folder, ledger }: LedgerOffice): { readonly headers: readonly string[]; readonly size: number } {
  const blocks = new BlockStore(folder, { readonly: true });
  const headers = Array.from({ length: blocks.lastNumber() }, (_, index) => blocks.blockNumbered(index + 1)!.headerText);
  blocks.close();
  return { headers, size: ledger.length() };
}

/** The root of the log of an office's first entries. */
function rootOf({ ledger }: LedgerOffice, size: number): string {
  return merkleRoot(ledger.readTexts(0, size).map((text) => hasher().leafHash(leafOfText(text))));
}

/** Other tests may write to the same network just now: what all of them have is compared, headers and the log's root. */
function expectOneChain(offices: readonly LedgerOffice[]): { readonly blocks: number; readonly size: number } {
  const chains = offices.map(chainOf);
  const blocks = Math.min(...chains.map(({ headers }) => headers.length));
  const size = Math.min(...chains.map((chain) => chain.size));
  for (const { headers } of chains) expect(headers.slice(0, blocks)).toEqual(chains[0]!.headers.slice(0, blocks));
  expect(new Set(offices.map((office) => rootOf(office, size))).size).toBe(1);
  return { blocks, size };
}

beforeAll(async () => {
  network = await sharedFabricNetwork();
  bureau = follow('TaxBureau');
  await bureau.found();
  await bureau.seller(shop, 2);
}, FABRIC_START_MS);

afterAll(() => {
  for (const office of opened) office.remove();
});

describe('the mirrors of three organisations', () => {
  it('come to the same headers, byte for byte, and the same log, each from its own peer', async () => {
    const merchants = follow('Merchants');
    await issue(300);
    const providers = follow('DataProviders');
    await Promise.all([issue(40), issue(1), issue(7)]);
    for (const office of [merchants, providers, bureau]) await office.caughtUp();
    const { blocks, size } = expectOneChain([bureau, merchants, providers]);
    expect(blocks).toBeGreaterThan(10);
    expect(size).toBeGreaterThan(340);
  });

  it('hold what their organisation may see: sellers’ and bureau’s have the invoice, the providers’ has its commitment alone', async () => {
    const { sequence } = placedOf((await issue(1))[0]);
    const [merchants, providers] = [follow('Merchants'), follow('DataProviders')];
    for (const office of [merchants, providers]) await office.caughtUp();
    expect(merchants.payloads.read(sequence)).toEqual(bureau.payloads.read(sequence));
    expect(providers.payloads.read(sequence)).toBeUndefined();
    expect(providers.ledger.read(sequence, 1)).toEqual(bureau.ledger.read(sequence, 1));
  });

  it('that begin after an erasure have the neighbours of what was erased, and not that', async () => {
    const placed = (await issue(3)).map(placedOf);
    const act = { type: 'act.recorded', act: 'content.erased', subject: placed[1]!.number } as const;
    expect(await bureau.ledger.submit([bureau.record(shop, act)])).toMatchObject([{ accepted: true }]);
    const late = follow('Merchants');
    await late.caughtUp();
    for (const office of [bureau, late]) {
      expect(placed.map(({ sequence }) => office.payloads.read(sequence) !== undefined)).toEqual([true, false, true]);
    }
  });

  it('verify down to the values, and say that the endorsers’ signatures are not here', async () => {
    await issue(2);
    const report = verifyLedger({ folder: bureau.folder });
    expect(report).toMatchObject({ result: 'ok', mirrored: true, entries: bureau.ledger.length() });
  });
});

describe('an organisation beside the one that runs the log', () => {
  const logFolder = mkdtempSync(join(tmpdir(), 'lianpiao-log-'));
  const log = loadLogKey(logFolder, 'lianpiao.example/log');
  const cosigner = loadCosignKey(logFolder, 'merchants.example/cosign');
  afterAll(() => rmSync(logFolder, { recursive: true }));

  const checkpoint = (size: number, root: string): string =>
    signNote(formatCheckpoint({ origin: log.name, size, root: root as Digest }), log, log);
  const cosign = (note: string, office: LedgerOffice): string =>
    cosignCheckpoint(note, [parseVerifierKey(log.vkey)], office.ledger, cosigner, Date.now());

  it('cosigns a checkpoint that it has come to by itself, and no other', async () => {
    await issue(3);
    const merchants = follow('Merchants');
    const size = bureau.ledger.length();
    // The sellers' peer may be a block behind the bureau's.
    while (merchants.ledger.length() < size) await merchants.caughtUp();
    const note = checkpoint(size, rootOf(bureau, size));
    const { verifiedBy } = openNote(
      cosign(note, merchants),
      [log.vkey, cosigner.vkey].map((key) => parseVerifierKey(key)),
      nodeSignatures,
    );
    expect(verifiedBy).toEqual([log.name, cosigner.name]);
    expect(() => cosign(checkpoint(size, 'ab'.repeat(32)), merchants)).toThrow('LOG_BROKEN');
    expect(() => cosign(checkpoint(size - 1, rootOf(bureau, size)), merchants)).toThrow('LOG_BROKEN');
    expect(() => cosign(checkpoint(size + 10_000, 'ab'.repeat(32)), merchants)).toThrow('PROOF_PENDING');
    expect(() => cosign(note.replace(log.name, 'other.example/log'), merchants)).toThrow('NOTE_MALFORMED');
  });

  it('finds the first block of a mirror that its peer’s blocks do not give', async () => {
    const settings = {
      kind: 'fabric',
      networkFile: network.file,
      operator: 'operator',
      mspId: 'Merchants',
      client: 'fabric-gateway',
      batch: 500,
    } as const;
    const blocks = new BlockStore(bureau.folder, { readonly: true });
    const count = blocks.lastNumber();
    blocks.close();
    // It follows its own peer meanwhile, and may have grown.
    const { same, ...rest } = await compareWithPeer(settings, bureau.folder);
    expect(same).toBeGreaterThanOrEqual(count);
    expect(rest).toEqual({});
    const forged = follow('TaxBureau');
    await forged.caughtUp();
    forged.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const database = new SqliteDatabase(join(forged.folder, 'ledger.db'));
    database.prepare(`UPDATE blocks SET header = replace(header, '"time":"2', '"time":"3') WHERE number = 5`).run();
    database.close();
    expect(await compareWithPeer(settings, forged.folder)).toEqual({ same: 4, differs: 5 });
  });
});

describe('a follower', () => {
  it('goes on after a restart from where it was', async () => {
    const { folder } = follow('Merchants');
    const first = opened.at(-1)!;
    await first.caughtUp();
    first.close();
    await issue(5);
    const again = follow('Merchants', folder);
    await again.caughtUp();
    expectOneChain([again, bureau]);
  });

  it('refuses a checkpoint of another chain, and so does whoever submits', async () => {
    const office = follow('Merchants');
    await office.caughtUp();
    office.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const database = new SqliteDatabase(join(office.folder, 'ledger.db'));
    database.prepare("UPDATE fabric_checkpoint SET hash = replace(hash, substr(hash, 1, 1), 'x')").run();
    database.close();
    const again = follow('Merchants', office.folder);
    const [verdict] = await again.ledger.submit([again.issue(shop, saleRequest((sales += 1), `${shop}-1`))]);
    expect(verdict).toMatchObject({
      accepted: false,
      error: { code: 'LEDGER_BROKEN', detail: { rule: 'checkpoint-of-this-chain' } },
    });
  });

  it('refuses a chain that is shorter than its checkpoint', async () => {
    const office = follow('Merchants');
    await office.caughtUp();
    office.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const database = new SqliteDatabase(join(office.folder, 'ledger.db'));
    database.prepare('UPDATE fabric_checkpoint SET number = number + 1000').run();
    database.close();
    const again = follow('Merchants', office.folder);
    const [verdict] = await again.ledger.submit([again.issue(shop, saleRequest((sales += 1), `${shop}-1`))]);
    expect(verdict).toMatchObject({ accepted: false, error: { code: 'LEDGER_BROKEN' } });
  });
});
