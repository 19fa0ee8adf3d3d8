import { consistencyPath, parseCheckpoint, parseNote, type Bundle, type Digest } from '@lianpiao/chaincode/domain';
import { digestToBase64 } from '../../chaincode/src/domain/encoding/digest';
import { BUILD_TIMEOUT_MS, buildSecondVerifier, type SecondVerifier } from '../support/second-verifier';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

const HASH_HEX = 64;

describe('a verifier that is not ours, on what an instance serves [rows 001-002-003:B2]', () => {
  let system: TestSystem;
  let verifier: SecondVerifier;
  let seller: { apiKey: string; till: string };
  let vkey: string;
  const checkpoints: string[] = [];
  const numbers: string[] = [];

  beforeAll(async () => {
    verifier = buildSecondVerifier();
    system = await startSystem();
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    vkey = (await text('/log/vkey')).trim();
    for (let round = 0; round < 4; round += 1) {
      for (let index = 0; index <= round * 3; index += 1) {
        const body = sale(seller.till, { orderReference: `GO-${String(round)}-${String(index)}` });
        numbers.push((await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, body)).body.number);
      }
      await services.until(async () => {
        const { parts } = JSON.parse(await text('/readyz')) as Ready;
        return parts.log.size === parts.ledger.length;
      }, 'seal');
      checkpoints.push(await text('/log/checkpoint'));
    }
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    verifier.remove();
    await system.stop();
  });

  interface Ready {
    readonly parts: { readonly log: { readonly size: number }; readonly ledger: { readonly length: number } };
  }

  const text = async (path: string): Promise<string> => (await fetch(system.url + path)).text();
  const sizeOf = (checkpoint: string): number => parseCheckpoint(parseNote(checkpoint).text).size;

  async function leafHashes(size: number): Promise<Digest[]> {
    const tile = Buffer.from(await (await fetch(`${system.url}/log/tile/0/000.p/${String(size)}`)).arrayBuffer()).toString('hex');
    return Array.from({ length: size }, (_, index) => tile.slice(index * HASH_HEX, (index + 1) * HASH_HEX) as Digest);
  }

  it('accepts that every served checkpoint leads to every later one', async () => {
    let pairs = 0;
    for (const [place, later] of checkpoints.entries()) {
      const hashes = await leafHashes(sizeOf(later));
      for (const earlier of checkpoints.slice(0, place)) {
        const proof = consistencyPath(hashes, sizeOf(earlier)).map((hash) => `${digestToBase64(hash)}\n`);
        expect(verifier.says(vkey, 'consistency', earlier, later, proof.join(''))).toMatchObject({ status: 0 });
        expect(verifier.says(vkey, 'consistency', later, earlier, proof.join(''))).toMatchObject({ status: 1 });
        pairs += 1;
      }
    }
    expect(pairs).toBe(6);
  });

  it('accepts the bundle of every invoice, and none with another amount', async () => {
    for (const number of numbers) {
      const { body } = await system.call<Bundle>('GET', `/v1/invoices/${number}/proof`, seller.apiKey);
      expect(verifier.says(vkey, 'bundle', JSON.stringify(body))).toMatchObject({ status: 0 });
      const forged = JSON.stringify(body).replaceAll('"gross":"', '"gross":"9');
      expect(forged).not.toBe(JSON.stringify(body));
      expect(verifier.says(vkey, 'bundle', forged)).toMatchObject({ status: 1 });
    }
  });
});
