import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  discloseRecord,
  formatCheckpoint,
  hasher,
  inclusionPath,
  leafOfText,
  leafText,
  makeBundle,
  merkleRoot,
  parseTrustFile,
  parseWitnessPolicy,
  sealRecord,
  signNote,
  TRUST_MEDIA_TYPE,
  verifyBundle,
  type CommitEvidence,
  type Verdict as BundleVerdict,
} from '@lianpiao/chaincode/domain';
import { loadCosignKey, loadLogKey, nodeSignatures, type LogKey } from '../../gateway/src/crypto/log-keys';
import { ErasureDesk } from '../../gateway/src/erasure/erasure-desk';
import { holdersOf } from '../../gateway/src/erasure/holders';
import type { FabricSettings, Verdict } from '../../gateway/src/ledger';
import { openChannel } from '../../gateway/src/ledger/fabric/open-fabric-ledger';
import { readNetworkFile } from '../../gateway/src/ledger/fabric/network-file';
import { parseBlock } from '../../gateway/src/ledger/fabric/parse-block';
import { AttestationDesk } from '../../gateway/src/verification/attestation-desk';
import { LOG_ORIGIN, saleRequest } from '../support/embedded';
import { FABRIC_START_MS, sharedFabricNetwork, type FabricNetwork } from '../support/fabric-network';
import { openOffice, type LedgerOffice } from '../support/ledger-office';

jest.setTimeout(120_000);

let network: FabricNetwork;
let bureau: LedgerOffice;
/** A second gateway of the bureau, to race with the first. */
let rival: LedgerOffice;
let merchants: LedgerOffice;
let server: Server;
const opened: LedgerOffice[] = [];
const shop = `shop-${randomBytes(4).toString('hex')}`;
const keys: Record<'bureau' | 'merchants', LogKey> = {} as never;
let sales = 0;

function settingsOf(mspId: string): FabricSettings {
  return { kind: 'fabric', networkFile: network.file, operator: 'operator', mspId, client: 'fabric-gateway', batch: 500 };
}
function open(mspId: string): LedgerOffice {
  const office = openOffice(settingsOf(mspId));
  opened.push(office);
  return office;
}

const sell = (office: LedgerOffice, count: number): Promise<readonly Verdict[]> =>
  office.ledger.submit(Array.from({ length: count }, () => office.issue(shop, saleRequest((sales += 1), `${shop}-1`))));

const sequenceOf = (verdict: Verdict | undefined): number => {
  if (verdict?.accepted !== true) throw verdict?.error ?? new Error('no verdict');
  return verdict.placed.sequence;
};

beforeAll(async () => {
  network = await sharedFabricNetwork();
  [bureau, rival, merchants] = [open('TaxBureau'), open('TaxBureau'), open('Merchants')];
  await bureau.found();
  await bureau.seller(shop, 1);
  for (const office of [rival, merchants]) await office.caughtUp();
  keys.bureau = loadCosignKey(bureau.folder, 'log/TaxBureau');
  keys.merchants = loadCosignKey(merchants.folder, 'log/Merchants');
  server = createServer((request, response) => {
    try {
      response.end(deskOf(merchants, keys.merchants).note(Number(request.url?.split('/').at(-1))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, FABRIC_START_MS);

afterAll(() => {
  server.close();
  for (const office of opened) office.remove();
});

function deskOf({ ledger }: LedgerOffice, key: LogKey, policy?: string): AttestationDesk {
  const read = policy === undefined ? undefined : parseWitnessPolicy(policy);
  return new AttestationDesk({ ledger, log: LOG_ORIGIN, key, policy: read, onFault: () => undefined });
}

/** The bureau's desk, which needs the merchants' word, from the gateway that follows the merchants' own peer. */
function bothDesk(): AttestationDesk {
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const lines = [`witness bureau ${keys.bureau.vkey}`, `witness merchants ${keys.merchants.vkey} ${url}`];
  return deskOf(bureau, keys.bureau, [...lines, 'group two all bureau merchants', 'quorum two', ''].join('\n'));
}

/** A bundle of an entry under a checkpoint that the log's key signs over these leaves, whatever the ledger says. */
function judge(
  leaves: readonly string[],
  index: number,
  record: Parameters<typeof discloseRecord>[0],
  commit?: CommitEvidence,
): BundleVerdict {
  const log = loadLogKey(bureau.folder, LOG_ORIGIN);
  const hashes = leaves.map((leaf) => hasher().leafHash(leaf));
  const checkpoint = signNote(formatCheckpoint({ origin: LOG_ORIGIN, size: hashes.length, root: merkleRoot(hashes) }), log, log);
  const proof = { index, path: inclusionPath(hashes, index), checkpoint };
  const bundle = makeBundle({ leaf: leaves[index]!, proof, fields: discloseRecord(record, () => true), commit });
  const trust = parseTrustFile({
    mediaType: TRUST_MEDIA_TYPE,
    logs: [{ origin: LOG_ORIGIN, vkey: log.vkey }],
    witnesses: [],
    quorum: 0,
    commit: { attesters: Object.values(keys).map(({ vkey }) => ({ vkey })), quorum: 2 },
  });
  return verifyBundle(JSON.parse(JSON.stringify(bundle)), trust, nodeSignatures);
}

const leavesOf = ({ ledger }: LedgerOffice): string[] => ledger.readTexts(0, ledger.length()).map(leafOfText);

/** Outcomes of all transactions on the channel, by id, from the merchants' peer. */
async function outcomes(): Promise<Map<string, string>> {
  const channel = await openChannel(settingsOf('Merchants'), readNetworkFile(network.file));
  const stop = new AbortController();
  const found = new Map<string, string>();
  try {
    const last = (await channel.height()) - 1;
    for await (const block of channel.blocks(0, stop.signal)) {
      for (const [txId, code] of parseBlock(block, network.chaincode).outcomes) found.set(txId, code);
      if (block.number >= last) break;
    }
  } finally {
    stop.abort();
    channel.close();
  }
  return found;
}

describe('evidence of a commit on Fabric', () => {
  it('is the word of two organisations from their own peers, with block and transaction', async () => {
    const sequences = (await sell(bureau, 3)).map(sequenceOf);
    await merchants.caughtUp();
    for (const sequence of sequences) {
      const commit = await bothDesk().evidence(sequence);
      const said = judge(leavesOf(bureau), sequence, bureau.payloads.read(sequence)!, commit);
      expect(said).toMatchObject({ result: 'valid', summary: { commit: { attestedBy: ['log/Merchants', 'log/TaxBureau'] } } });
      expect((await outcomes()).get(commit.place.id!)).toBe('VALID');
    }
  });

  it('is not to be had for a transaction that the peers found invalid, and cannot be forged by the log’s operator', async () => {
    const isVoid = (code: string): boolean => code === 'MVCC_READ_CONFLICT';
    let voided: string | undefined;
    for (let round = 0; round < 20 && voided === undefined; round += 1) {
      const verdicts = (await Promise.all([sell(bureau, 1), sell(rival, 1)])).flat();
      for (const verdict of verdicts) sequenceOf(verdict);
      voided = [...(await outcomes())].findLast(([, code]) => isVoid(code))?.[0];
    }
    expect(voided).toBeDefined();
    for (const office of [bureau, merchants]) await office.caughtUp();

    // Neither mirror has an entry of it, so neither organisation attests one.
    for (const { ledger } of [bureau, merchants]) {
      const ids = new Set<string | undefined>();
      for (let number = 1, block; (block = ledger.committedBlock({ number })) !== undefined; number += 1)
        for (const place of block.places) ids.add(place?.id);
      expect(ids.size).toBeGreaterThan(3);
      expect(ids.has(voided)).toBe(false);
    }

    // The log's operator, who has its own key and the log's, lays such an entry into the log and attests it.
    const record = {
      seed: randomBytes(32).toString('hex'),
      fields: [{ name: 'header', text: '{"number":"26440000000000009999"}' }],
    };
    const time = new Date().toISOString();
    const leaf = leafText({ type: 'invoice.issued', time, commitment: sealRecord(record) });
    const leaves = [...leavesOf(bureau), leaf];
    const index = leaves.length - 1;
    const last = bureau.ledger.committedBlock({ sequence: index - 1 })!;
    const place = { block: last.places[0]!.block, transaction: 1, id: voided! };
    const forgery = {
      committedBlock: () => ({ ...last, number: last.number + 1, first: index, texts: [`{"commitment":"${sealRecord(record)}","time":"${time}","type":"invoice.issued"}`], places: [place], callers: ['operator'] }), // prettier-ignore
    };
    const alone = new AttestationDesk({ ledger: forgery, log: LOG_ORIGIN, key: keys.bureau, policy: undefined, onFault: fail });
    const forged = await alone.evidence(index);
    expect(judge(leaves, index, record, forged)).toMatchObject({ result: 'unknown', reason: 'COMMIT_UNATTESTED' });
    expect(judge(leaves, index, record)).toMatchObject({ result: 'unknown', reason: 'COMMIT_UNATTESTED' });
    // The evidence of a committed one does not fit it, and the merchants' name without their key is a wrong signature.
    const honest = await bothDesk().evidence(index - 1);
    expect(judge(leaves, index, record, honest)).toMatchObject({ result: 'invalid', reason: 'COMMIT_WRONG' });
    const renamed = forged.proof + forged.proof.split('\n').at(-2)!.replace('log/TaxBureau', 'log/Merchants').concat('\n');
    expect(judge(leaves, index, record, { place, proof: renamed })).toMatchObject({ result: 'unknown' });
  });
});

describe('the erasure of a record on Fabric', () => {
  it('is attested by each holder from its own copy, and whoever has not is named', async () => {
    const [sequence] = (await sell(bureau, 1)).map(sequenceOf);
    const number = (bureau.ledger.read(sequence!, 1)[0]!.entry as { number: string }).number;
    const desk = ({ ledger, payloads, acts }: LedgerOffice, mspId: string, key: LogKey): ErasureDesk =>
      new ErasureDesk({
        shared: undefined,
        ledger,
        payloads,
        acts,
        log: LOG_ORIGIN,
        key,
        holders: holdersOf(settingsOf(mspId), ledger),
        clock: Date.now,
      });
    const [ofBureau, ofMerchants] = [desk(bureau, 'TaxBureau', keys.bureau), desk(merchants, 'Merchants', keys.merchants)];
    const actor = { keyId: 'test', why: 'test' };
    await expect(ofMerchants.attest(sequence!, [], actor)).rejects.toThrow();
    const act = { type: 'act.recorded', act: 'content.erased', subject: number } as const;
    expect(await bureau.ledger.submit([bureau.record('bureau', act)])).toMatchObject([{ accepted: true }]);
    expect(ofBureau.report(sequence!).missing).toEqual(['TaxBureau', 'Merchants']);
    await ofBureau.attest(sequence!, ['private-data'], actor);
    expect(ofBureau.report(sequence!).missing).toEqual(['Merchants']);
    await merchants.caughtUp();
    await ofMerchants.attest(sequence!, ['private-data'], actor);
    await bureau.caughtUp();
    for (const one of [ofBureau, ofMerchants]) {
      expect(one.report(sequence!)).toMatchObject({
        missing: [],
        attestations: [
          { holder: 'TaxBureau', organisation: 'bureau', stores: ['payloads', 'private-data'] },
          { holder: 'Merchants', organisation: 'operator', stores: ['payloads', 'private-data'] },
        ],
      });
    }
  });
});

function fail(error: unknown): never {
  throw error;
}
