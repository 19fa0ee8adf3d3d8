import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  parseTrustFile,
  parseWitnessPolicy,
  TRUST_MEDIA_TYPE,
  verifyBundle,
  type InvoiceIssued,
  type Verdict,
} from '@lianpiao/chaincode/domain';
import { loadCosignKey, loadLogKey, loadNoteKey, nodeSignatures, type LogKey } from '../../gateway/src/crypto/log-keys';
import { AnchorStore } from '../../gateway/src/stores/anchor-store';
import { AttestationDesk } from '../../gateway/src/verification/attestation-desk';
import { ProofDesk } from '../../gateway/src/verification/proof-desk';
import { embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from '../support/embedded';

let shop: EmbeddedShop;
let anchors: AnchorStore;
let own: LogKey;
let other: LogKey;
let server: Server;
/** What the other organisation's gateway answers; undefined for 404. */
let answer: (number: number) => string | undefined;
let sequence: number;
const faults: unknown[] = [];

beforeAll(async () => {
  shop = await embeddedShop();
  await shop.issue([1, 2, 3].map((i) => saleRequest(i)));
  shop.follow();
  sequence = shop.ledger.length() - 2;
  anchors = new AnchorStore(shop.folder);
  own = loadCosignKey(shop.folder, 'bureau.example/attester');
  other = loadNoteKey(`${shop.folder}/keys/other.pem`, 'merchants.example/attester', 0x04, false);
  server = createServer((request, response) => {
    const text = answer(Number(request.url?.split('/').at(-1)));
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  anchors.close();
  shop.remove();
});
beforeEach(() => {
  faults.length = 0;
});

function desk(key: LogKey, policy?: string): AttestationDesk {
  const read = policy === undefined ? undefined : parseWitnessPolicy(policy);
  return new AttestationDesk({ ledger: shop.ledger, log: LOG_ORIGIN, key, policy: read, onFault: (fault) => faults.push(fault) });
}

function both(): string {
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return `witness bureau ${own.vkey}\nwitness merchants ${other.vkey} ${url}\ngroup two all bureau merchants\nquorum two\n`;
}

async function verdict(by: AttestationDesk, quorum: number, at = sequence): Promise<Verdict> {
  const entry = shop.ledger.read(at, 1)[0]!.entry as InvoiceIssued;
  const commit = await by.evidence(at);
  const bundle = await new ProofDesk(shop.log, anchors).bundle(at, entry, shop.payloads.read(at)!, () => true, { commit });
  const trust = parseTrustFile({
    mediaType: TRUST_MEDIA_TYPE,
    logs: [{ origin: LOG_ORIGIN, vkey: loadLogKey(shop.folder, LOG_ORIGIN).vkey }],
    witnesses: [],
    quorum: 0,
    commit: { attesters: [{ vkey: own.vkey }, { vkey: other.vkey }], quorum },
  });
  return verifyBundle(JSON.parse(JSON.stringify(bundle)), trust, nodeSignatures);
}

describe('evidence that an entry was committed', () => {
  it('names block and transaction, and whoever attests them, for every entry', async () => {
    for (let at = shop.ledger.length() - 3; at < shop.ledger.length(); at += 1) {
      const { number, first } = shop.ledger.committedBlock({ sequence: at })!;
      expect(first).toBeLessThanOrEqual(at);
      const said = await verdict(desk(own), 1, at);
      expect(said).toMatchObject({ result: 'valid', summary: { commit: { block: number, attestedBy: [own.name] } } });
    }
  });

  it('is the same bytes whenever it is asked for', async () => {
    expect(await desk(own).evidence(sequence)).toEqual(await desk(own).evidence(sequence));
  });

  it('gathers the word of another organisation, and a policy of two is met', async () => {
    answer = (number) => desk(other).note(number);
    expect(await verdict(desk(own, both()), 2)).toMatchObject({
      result: 'valid',
      summary: { commit: { attestedBy: [own.name, other.name] } },
    });
    expect(faults).toEqual([]);
  });

  it('of one organisation is not enough where two are asked for', async () => {
    expect(await verdict(desk(own), 2)).toMatchObject({ result: 'unknown', reason: 'COMMIT_UNATTESTED' });
  });

  it.each<[string, (number: number) => string | undefined, boolean]>([
    ['does not have the block yet', () => undefined, false],
    ['attests another block', (number) => desk(other).note(number - 1), true],
    ['does not sign', (number) => desk(own).note(number), true],
    [
      'signs another text',
      (number) =>
        desk(other)
          .note(number)
          .replace(/\n\d+\n/, '\n9\n'),
      true,
    ],
    ['answers with something else', () => 'hello', true],
    ['answers without an end', () => 'x'.repeat(1_000_000), false],
  ])('is not given out when the other organisation %s', async (_, said, isFault) => {
    answer = said;
    await expect(desk(own, both()).evidence(sequence)).rejects.toThrow('COMMIT_UNATTESTED');
    expect(faults).toHaveLength(isFault ? 1 : 0);
  });

  it('does not exist for what is not on the ledger', async () => {
    await expect(desk(own).evidence(shop.ledger.length())).rejects.toThrow('NOT_FOUND');
    expect(() => desk(own).note(9_999)).toThrow('NOT_FOUND');
  });
});
