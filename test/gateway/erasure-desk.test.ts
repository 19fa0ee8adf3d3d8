import type { InvoiceIssued } from '@lianpiao/chaincode/domain';
import { loadCosignKey } from '../../gateway/src/crypto/log-keys';
import { ErasureDesk } from '../../gateway/src/erasure/erasure-desk';
import { ErasureFollower } from '../../gateway/src/erasure/erasure-follower';
import { holdersOf } from '../../gateway/src/erasure/holders';
import { embeddedShop, LOG_ORIGIN, saleRequest, SHOP, type EmbeddedShop } from '../support/embedded';

const ACTOR = { keyId: 'test', why: 'test' };
let shop: EmbeddedShop;
let desk: ErasureDesk;
let sales = 0;
/** How far the clock of the follower is ahead. */
let aheadMs = 0;

beforeAll(async () => {
  shop = await embeddedShop();
  const { ledger, payloads, acts } = shop;
  const key = loadCosignKey(shop.folder, 'bureau.example/attester');
  const holders = holdersOf({ kind: 'embedded' }, ledger);
  desk = new ErasureDesk({ ledger, payloads, acts, log: LOG_ORIGIN, key, holders, shared: undefined, clock: Date.now });
});
afterAll(() => {
  shop.remove();
});

async function issued(): Promise<{ sequence: number; number: string }> {
  await shop.issue([saleRequest((sales += 1))]);
  shop.follow();
  const sequence = shop.ledger.length() - 1;
  return { sequence, number: (shop.ledger.read(sequence, 1)[0]!.entry as InvoiceIssued).number };
}

function follower(): ErasureFollower {
  const locate = (number: string): number | undefined => shop.index.byNumber(number)?.sequence;
  const clock = (): number => Date.now() + aheadMs;
  return new ErasureFollower({ ledger: shop.ledger, desk, locate, stores: [], clock, onFault: fail });
}

function fail(error: unknown): never {
  throw error;
}

describe('the attestation of an erasure', () => {
  it('is missing until the holder gives it, and then names what it looked at', async () => {
    const { sequence, number } = await issued();
    expect(desk.report(sequence)).toEqual({ sequence, erased: null, attestations: [], missing: [] });
    await shop.erase(number);
    expect(desk.report(sequence)).toMatchObject({ erased: { sequence: sequence + 1 }, attestations: [], missing: ['operator'] });
    await desk.attest(sequence, ['index'], ACTOR);
    expect(desk.report(sequence)).toMatchObject({
      attestations: [{ holder: 'operator', organisation: 'bureau', sequence: sequence + 2, stores: ['payloads', 'index'] }],
      missing: [],
    });
  });

  it('is refused while the record is there', async () => {
    const { sequence } = await issued();
    await expect(desk.attest(sequence, [], ACTOR)).rejects.toThrow('ACTION_FORBIDDEN');
  });

  it('counts from a holder only: another organisation’s word is not listed', async () => {
    const { sequence, number } = await issued();
    await shop.erase(number);
    await shop.acts.record(
      SHOP,
      { type: 'act.recorded', act: 'erasure.attested', subject: `erasure-${String(sequence)}` },
      ACTOR,
      {
        who: { key: 'x', organisation: 'bureau' },
      },
    );
    expect(desk.report(sequence)).toMatchObject({ attestations: [], missing: ['operator'] });
  });

  it('does not count when it was given before the erasure', async () => {
    const { sequence, number } = await issued();
    await shop.acts.record(
      'bureau',
      { type: 'act.recorded', act: 'erasure.attested', subject: `erasure-${String(sequence)}` },
      ACTOR,
    );
    await shop.erase(number);
    expect(desk.report(sequence)).toMatchObject({ missing: ['operator'] });
  });

  it('is given later when a process ended between the erasure and it, once, and never for a record that is still there', async () => {
    const [gone, standing] = [await issued(), await issued()];
    await shop.erase(gone.number);
    await shop.acts.record('bureau', { type: 'act.recorded', act: 'content.erased', subject: standing.number }, ACTOR);
    shop.follow();
    const watch = follower();
    await watch.look();
    expect(desk.report(gone.sequence).missing).toEqual(['operator']);
    aheadMs = 60_000;
    await watch.look();
    await watch.look();
    await follower().look();
    const { attestations, missing } = desk.report(gone.sequence);
    expect([attestations.map(({ stores }) => stores), missing]).toEqual([[['payloads']], []]);
    expect(shop.ledger.acts({ subject: `erasure-${String(gone.sequence)}`, limit: 10 })).toHaveLength(1);
    expect(desk.report(standing.sequence).missing).toEqual(['operator']);
  });
});
