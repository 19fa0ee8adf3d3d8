import { join } from 'node:path';
import { parseTrustFile, TRUST_MEDIA_TYPE, verifyBundle, type InvoiceIssued } from '@lianpiao/chaincode/domain';
import { loadLogKey, nodeSignatures } from '../../gateway/src/crypto/log-keys';
import { AnchorStore, LogStore } from '../../gateway/src/stores';
import { SqliteDatabase } from '../../gateway/src/stores/sqlite-driver';
import { ProofDesk } from '../../gateway/src/verification/proof-desk';
import { embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from '../support/embedded';

const SEQUENCES = [40, 255, 256, 300, 511, 520];
let shop: EmbeddedShop;
let anchors: AnchorStore;
beforeAll(async () => {
  shop = await embeddedShop(undefined, { tills: 1 });
  await shop.issue(Array.from({ length: 530 }, (_, index) => saleRequest(index)));
  shop.follow();
  anchors = new AnchorStore(shop.folder);
});
afterAll(() => {
  anchors.close();
  shop.remove();
});

async function verdicts(desk: ProofDesk): Promise<string[]> {
  const { vkey } = loadLogKey(shop.folder, LOG_ORIGIN);
  const trust = parseTrustFile({ mediaType: TRUST_MEDIA_TYPE, logs: [{ origin: LOG_ORIGIN, vkey }], witnesses: [], quorum: 0 });
  const results: string[] = [];
  for (const sequence of SEQUENCES) {
    const entry = shop.ledger.read(sequence, 1)[0]!.entry as InvoiceIssued;
    const bundle = await desk.bundle(sequence, entry, shop.payloads.read(sequence)!, () => true);
    results.push(verifyBundle(JSON.parse(JSON.stringify(bundle)), trust, nodeSignatures).result);
  }
  return results;
}

describe('the proof desk', () => {
  const valid = SEQUENCES.map(() => 'valid');

  it('gives good bundles though stored inner hashes are wrong, and puts them right', async () => {
    const database = new SqliteDatabase(join(shop.folder, 'log.db'));
    const stored = (): unknown => database.prepare('SELECT data FROM inner_hashes ORDER BY place').pluck().all();
    const right = stored();
    expect(right).toHaveLength(2);
    database.exec('UPDATE inner_hashes SET data = zeroblob(length(data))');
    const log = new LogStore(shop.folder);
    expect(await verdicts(new ProofDesk(log, anchors))).toEqual(valid);
    expect(stored()).toEqual(right);
    expect(await verdicts(new ProofDesk(log, anchors))).toEqual(valid);
    log.close();
    database.close();
  });

  it('gives no bundle while a tile is wrong, and good ones once it is mended', async () => {
    const database = new SqliteDatabase(join(shop.folder, 'log.db'));
    const tile = database.prepare('SELECT data FROM tiles WHERE level = 0 AND place = 1').pluck().get();
    database.exec('UPDATE tiles SET data = zeroblob(8192) WHERE level = 0 AND place = 1');
    const log = new LogStore(shop.folder);
    const desk = new ProofDesk(log, anchors);
    await expect(verdicts(desk)).rejects.toThrow('the log proves entry 256');
    database.prepare('UPDATE tiles SET data = ? WHERE level = 0 AND place = 1').run(tile);
    expect(await verdicts(desk)).toEqual(valid);
    log.close();
    database.close();
  });
});
