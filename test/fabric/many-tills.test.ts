import { randomBytes } from 'node:crypto';
import type { FabricSettings, Verdict } from '../../gateway/src/ledger';
import { GatewayChannel } from '../../gateway/src/ledger/fabric/gateway-channel';
import { readNetworkFile } from '../../gateway/src/ledger/fabric/network-file';
import { openChannel } from '../../gateway/src/ledger/fabric/open-fabric-ledger';
import { parseBlock } from '../../gateway/src/ledger/fabric/parse-block';
import { saleRequest } from '../support/embedded';
import { FABRIC_START_MS, sharedFabricNetwork, type FabricNetwork } from '../support/fabric-network';
import { openOffice, type LedgerOffice } from '../support/ledger-office';

jest.setTimeout(240_000);

const SHOPS = 5;
/** Of each shop. */
const TILLS = 8;
const SALES_OF_A_TILL = 20;
/** Sales of one till that wait for their answers together. */
const UNANSWERED = 8;

let network: FabricNetwork;
const offices: LedgerOffice[] = [];
const shops = Array.from({ length: SHOPS }, () => `shop-${randomBytes(4).toString('hex')}`);

const settingsOf = (mspId: string): FabricSettings =>
  ({ kind: 'fabric', networkFile: network.file, operator: 'operator', mspId, client: 'fabric-gateway', batch: 500 }) as const;

const tillsOf = (shop: string): string[] => [
  `${shop}-1`,
  ...Array.from({ length: TILLS - 1 }, (_, index) => `${shop}-more-${String(index + 1)}`),
];

beforeAll(async () => {
  network = await sharedFabricNetwork();
  for (const mspId of ['TaxBureau', 'Merchants']) offices.push(openOffice(settingsOf(mspId)));
  const [bureau] = offices as [LedgerOffice];
  await bureau.found();
  // Numbers come to sellers one after the other, to tills of several sellers side by side.
  await Promise.all(shops.map((shop) => bureau.seller(shop, 0)));
  for (const shop of shops) await bureau.seller(shop, 1);
  await Promise.all(shops.map((shop) => bureau.seller(shop, TILLS - 1, `${shop}-more`)));
  for (const office of offices) await office.caughtUp();
}, 2 * FABRIC_START_MS);
afterAll(() => {
  for (const office of offices) office.remove();
});

/** Sells at one till, several sales under way together. */
async function sellAt(office: LedgerOffice, shop: string, till: string, reference: () => string): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let begun = 0;
  const sellOn = async (): Promise<void> => {
    while (begun < SALES_OF_A_TILL) {
      begun += 1;
      const request = saleRequest(begun, till, { orderReference: reference() });
      verdicts.push(...(await office.commits.submit([office.issue(shop, request)])));
    }
  };
  await Promise.all(Array.from({ length: UNANSWERED }, sellOn));
  return verdicts;
}

/** How a shop names its sales: each till counts by itself or, in the first shop, all tills together, page by page. */
function referencesOf(shop: string): (till: string) => () => string {
  const counts = new Map<string, number>();
  return (till) => () => {
    const counter = shop === shops[0] ? shop : till;
    const count = (counts.get(counter) ?? 0) + 1;
    counts.set(counter, count);
    return `${counter}-${String(count).padStart(6, '0')}`;
  };
}

/** Every shop's tills sell at the shop's own gateway, all shops at once. */
async function sellEverywhere(): Promise<Verdict[]> {
  const sold = shops.flatMap((shop, index) => {
    const office = offices[index % offices.length] as LedgerOffice;
    const references = referencesOf(shop);
    return tillsOf(shop).map((till) => sellAt(office, shop, till, references(till)));
  });
  return (await Promise.all(sold)).flat();
}

/** What the peers made of each transaction, read from the blocks of one of them from a height on. */
async function outcomesFrom(height: number, wanted: ReadonlySet<string>): Promise<Map<string, string>> {
  const channel = await openChannel(settingsOf('TaxBureau'), readNetworkFile(network.file));
  const outcomes = new Map<string, string>();
  try {
    for await (const delivered of channel.blocks(height, new AbortController().signal)) {
      const block = parseBlock(delivered, network.chaincode);
      for (const [txId, code] of block.outcomes) if (wanted.has(txId)) outcomes.set(txId, code);
      if (outcomes.size === wanted.size) break;
    }
  } finally {
    channel.close();
  }
  return outcomes;
}

async function heightOfChannel(): Promise<number> {
  const channel = await openChannel(settingsOf('TaxBureau'), readNetworkFile(network.file));
  try {
    return await channel.height();
  } finally {
    channel.close();
  }
}

describe('many tills at two gateways', () => {
  it('sell side by side without one transaction overtaking another', async () => {
    const height = await heightOfChannel();
    // Other suites share the channel, and some race on purpose: only what these gateways send is counted, each attempt of it.
    const sent = new Set<string>();
    const endorse = Reflect.get(GatewayChannel.prototype, 'endorse');
    const watched = jest.spyOn(GatewayChannel.prototype, 'endorse').mockImplementation(async function (
      this: GatewayChannel,
      ...asked
    ) {
      const endorsed = await endorse.apply(this, asked);
      sent.add(endorsed.txId);
      return endorsed;
    });
    const verdicts = await sellEverywhere().finally(() => {
      watched.mockRestore();
    });
    expect(verdicts.filter(({ accepted }) => !accepted)).toEqual([]);
    expect(verdicts).toHaveLength(SHOPS * TILLS * SALES_OF_A_TILL);
    const outcomes = await outcomesFrom(height, sent);
    expect(new Set(outcomes.values())).toEqual(new Set(['VALID']));
    expect(outcomes.size).toBe(sent.size);
    // Groups of several tills and sales, and many of them side by side: otherwise nothing could have collided.
    expect(sent.size).toBeGreaterThan(offices.length * 2);
    expect(sent.size).toBeLessThan(verdicts.length);
    expect(offices.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
