import { FabricChannel } from '../../support/fabric-channel';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contracts } from '@lianpiao/chaincode';
import { parseCheckpoint, parseNote, type Entry } from '@lianpiao/chaincode/domain';
import { exportLedger } from '../../../gateway/src/ledger/archive/export-ledger';
import { handOver, type HandoverChannel } from '../../../gateway/src/ledger/archive/hand-over';
import { importLedger } from '../../../gateway/src/ledger/archive/import-ledger';
import { BlockStore } from '../../../gateway/src/ledger';
import { checkHandover } from '../../../gateway/src/ledger/fabric/check-handover';
import { Mirror } from '../../../gateway/src/ledger/fabric/mirror';
import { KeyFolder } from '../../../gateway/src/crypto/keys';
import { PayloadStore } from '../../../gateway/src/stores';
import { answerOf, embeddedShop, LOG_ORIGIN, saleRequest, SHOP, type EmbeddedShop } from '../../support/embedded';

const NOW = Date.parse('2026-11-22T08:00:00.000Z');

let base: string;
let folder: string;
let shop: EmbeddedShop;
let blocks: BlockStore;
let payloads: PayloadStore;
const numbers: string[] = [];

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'lianpiao-hand-over-'));
  shop = await embeddedShop(join(base, 'old'), { clock: () => NOW });
  for (const outcome of await shop.issue(Array.from({ length: 250 }, (_, place) => saleRequest(place))))
    numbers.push(answerOf(outcome).number);
  shop.follow();
  await shop.erase(numbers[42]!);
  shop.follow();
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const file = join(base, 'archive');
  exportLedger({ folder: shop.folder, file, recipient: { publicKey } });
  folder = join(base, 'new');
  await importLedger({ file, folder, opener: { privateKey } });
  [blocks, payloads] = [new BlockStore(folder), new PayloadStore(folder)];
});
afterAll(() => {
  for (const store of [blocks, payloads]) store.close();
  shop.close();
  rmSync(base, { recursive: true, force: true });
});

/** The bureau's side of a stub channel; it may break off after some transactions. */
function bureauOn(channel: FabricChannel, breakOffAfter = Infinity): HandoverChannel {
  let left = breakOffAfter;
  const invoke = async (
    transaction: string,
    args: readonly string[],
    transient: Readonly<Record<string, Buffer>>,
  ): Promise<string> => {
    const sender = { attributes: { 'lianpiao.organisation': 'bureau' }, mspId: 'TaxBureau', now: NOW };
    const texts = Object.fromEntries(Object.entries(transient).map(([key, bytes]) => [key, bytes.toString()]));
    const { status, message, payload } = await channel.invoke({ ...sender, transaction, args, transient: texts });
    if (status !== 200) throw new Error(message);
    return payload;
  };
  return {
    submit: async (...words) => {
      left -= 1;
      if (left < 0) throw new Error('the network went away');
      return invoke(...words);
    },
    evaluate: (transaction) => invoke(transaction, [], {}),
  };
}

const run = (channel: HandoverChannel): ReturnType<typeof handOver> =>
  handOver({ blocks, payloads, origin: LOG_ORIGIN, channel });

async function handedOver(): Promise<FabricChannel> {
  const channel = new FabricChannel(contracts);
  await run(bureauOn(channel));
  return channel;
}

/** Entries of the channel, in the order of the transactions that wrote them. */
function entriesOf(channel: FabricChannel, type: Entry['type']): Entry | undefined {
  const texts = Object.entries(channel.values()).flatMap(([key, text]) =>
    key.startsWith('batch/') ? (JSON.parse(text) as string[]) : [],
  );
  return texts.map((text) => JSON.parse(text) as Entry).find((entry) => entry.type === type);
}

describe('a Fabric channel that goes on from an embedded ledger', () => {
  it('names the ledger, its log’s root and its last block, and has its state to the byte', async () => {
    const channel = await handedOver();
    const { root } = parseCheckpoint(parseNote(shop.log.latest()!.note).text);
    const facts = { origin: LOG_ORIGIN, size: shop.ledger.length(), root, lastBlock: blocks.last()!.hash };
    expect(entriesOf(channel, 'ledger.handed-over')).toMatchObject(facts);
    const state = channel.values();
    for (const { key, value } of blocks.allState()) expect([key, state[key]]).toEqual([key, value]);
    expect(JSON.parse(state['handover'] ?? '')).toMatchObject({ status: 'closed', erased: 1 });
  });

  it('refuses every order reference that was used, of the erased invoice too, and issues the next number', async () => {
    const channel = await handedOver();
    const { text, salt } = shop.registry.opening(SHOP)!;
    const batch = [0, 42, 99, 249, 250].map((place) => ({
      request: saleRequest(place),
      seller: { text, salt },
      seed: 'ab'.repeat(32),
    }));
    const sender = { attributes: { 'lianpiao.organisation': SHOP }, mspId: 'Merchants', now: NOW };
    const issued = await channel.invoke({ ...sender, transaction: 'invoice:issue', transient: { batch: JSON.stringify(batch) } });
    const verdicts = JSON.parse(issued.payload) as { accepted: boolean; code?: string }[];
    expect(verdicts.map(({ code = 'accepted' }) => code)).toEqual([...Array<string>(4).fill('INVOICE_EXISTS'), 'accepted']);
    expect(issued.writes.find(([key]) => key.startsWith('batch/'))?.[1]).toContain(String(BigInt(numbers.at(-1)!) + 1n));
  });

  it('goes on where it broke off, and brings each page once', async () => {
    for (const after of [0, 1, 2]) {
      const channel = new FabricChannel(contracts);
      await expect(run(bureauOn(channel, after))).rejects.toThrow('the network went away');
      await run(bureauOn(channel));
      expect(JSON.parse(channel.values()['handover'] ?? '')).toMatchObject({ status: 'closed' });
    }
  });

  it('does it once, and only with this ledger', async () => {
    const channel = await handedOver();
    await expect(run(bureauOn(channel))).rejects.toMatchObject({ code: 'HANDOVER_STATE_WRONG', detail: { rule: 'loading' } });
    const other = new FabricChannel(contracts);
    await expect(run(bureauOn(other, 1))).rejects.toThrow('the network went away');
    const wrong = handOver({ blocks, payloads, origin: 'elsewhere.example/log', channel: bureauOn(other) });
    await expect(wrong).rejects.toMatchObject({ code: 'HANDOVER_STATE_WRONG', detail: { rule: 'another-ledger' } });
  });
});

describe('a mirror of that channel', () => {
  it('takes the imported folder as its beginning, and no other', () => {
    const operator = new KeyFolder(join(base, 'mirror-keys')).findOrCreate('operator');
    expect(() => new Mirror(blocks, payloads, operator)).not.toThrow();
    const embedded = new BlockStore(shop.folder);
    expect(() => new Mirror(embedded, payloads, operator)).toThrow('embedded ledger');
    embedded.close();
  });

  it('compares the hand-over with what it holds', async () => {
    const entry = entriesOf(await handedOver(), 'ledger.handed-over') as Extract<Entry, { type: 'ledger.handed-over' }>;
    const wrong = { code: 'LEDGER_BROKEN', detail: { rule: 'hand-over-of-this-ledger' } };
    const refusal = (first: Entry, store = blocks): unknown => {
      try {
        checkHandover(store, first);
        return undefined;
      } catch (error) {
        return error;
      }
    };
    expect(refusal(entry)).toBeUndefined();
    const others = [{ size: entry.size + 1 }, { root: 'a'.repeat(64) }, { lastBlock: 'b'.repeat(64) }, { type: 'act.recorded' }];
    for (const part of others) expect(refusal({ ...entry, ...part } as Entry)).toMatchObject(wrong);
    const empty = new BlockStore(join(base, 'empty'));
    expect(refusal(entry, empty)).toMatchObject(wrong);
    expect(refusal({ ...entry, type: 'act.recorded' } as unknown as Entry, empty)).toBeUndefined();
    empty.close();
  });
});
