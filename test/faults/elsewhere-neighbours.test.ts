import { join } from 'node:path';
import type { LedgerError } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../../gateway/src/crypto/keys';
import { BlockStore, EmbeddedLedgerReader } from '../../gateway/src/ledger';
import { Mirror } from '../../gateway/src/ledger/fabric/mirror';
import { verifyLedger } from '../../gateway/src/ledger/embedded/verify';
import { verifyReceipt } from '../../gateway/src/ledger/receipt';
import { LogKeyRing, LogStore, PayloadStore } from '../../gateway/src/stores';
import { LogSealer } from '../../workers/src/sealing/log-sealer';
import { cli } from '../support/cli';
import { answerOf, embeddedShop, LOG_ORIGIN } from '../support/embedded';
import { recordSilence } from '../support/fault-records';
import { SERVED_VKEY, ServedLog } from '../support/served-log';
import { Folders, found, refusalOf } from './found';

/** What happens around a ledger: neighbours, clocks, peers, and those who look from outside. */

const folders = new Folders();
beforeAll(() => folders.fill());
afterAll(() => folders.remove());

describe('two at once', () => {
  it('two sealers: the second one’s checkpoint is not written, and it goes on from the first one’s', async () => {
    const shop = await embeddedShop(folders.copy());
    const parts = (): ConstructorParameters<typeof LogSealer> => {
      const log = new LogStore(shop.folder);
      const reader = new EmbeddedLedgerReader(new BlockStore(shop.folder));
      return [reader, log, new LogKeyRing(shop.folder, LOG_ORIGIN), Date.now] as unknown as ConstructorParameters<
        typeof LogSealer
      >;
    };
    const [first, second] = [new LogSealer(...parts()), new LogSealer(...parts())];
    await shop.issue([folders.sale(), folders.sale()]);
    const size = first.seal();
    const base = {
      fault: 'two workers seal at once',
      ledger: 'any',
      part: 'log',
      cause: 'two writers',
      repair: 'none: the next look goes on from there',
    } as const;
    await found(
      base,
      () => refusalOf(() => second.seal()),
      (error) => {
        expect(String(error)).toMatch(/somebody else seals/);
        return { code: 'somebody else seals', place: `size ${String(size)}` };
      },
    );
    expect(second.seal()).toBe(size);
    expect(verifyLedger({ folder: shop.folder }).result).toBe('ok');
    shop.close();
  });

  it('two gateways with the same sale: one invoice', async () => {
    const folder = folders.copy();
    const [one, other] = [await embeddedShop(folder), await embeddedShop(folder)];
    const request = folders.sale();
    const [first] = await one.issue([request]);
    const base = {
      fault: 'two gateways are given the same order reference',
      ledger: 'embedded',
      part: 'blocks',
      cause: 'two writers',
      repair: 'none: the second caller gets the first one’s answer or a conflict',
    } as const;
    await found(
      base,
      () => other.issue([{ ...request, note: 'another' }]),
      ([outcome]) => {
        const { error } = outcome as { error: LedgerError };
        expect(error.code).toBe('INVOICE_CONFLICT');
        return { code: error.code, place: `order ${String(request['orderReference'])}` };
      },
    );
    expect(answerOf((await other.issue([request]))[0])).toEqual(answerOf(first));
    one.close();
    other.close();
  });
});

describe('clocks', () => {
  it('one that goes back an hour: the ledger’s time does not', async () => {
    let now = Date.now();
    const shop = await embeddedShop(folders.temporary(), { clock: () => now });
    await folders.sell(shop, 3);
    now -= 3_600_000;
    await folders.sell(shop, 3);
    expect(verifyLedger({ folder: shop.folder }).result).toBe('ok');
    shop.close();
    recordSilence('a clock that goes back an hour: the time of blocks never goes back', 'embedded');
  });
});

describe('blocks from a peer', () => {
  it.each([
    ['a block of another chain', 1],
    ['a gap between two blocks', 5],
  ])('%s is refused', async (fault, number) => {
    const folder = folders.temporary();
    const [blocks, payloads] = [new BlockStore(folder), new PayloadStore(folder)];
    const mirror = new Mirror(blocks, payloads, new KeyFolder(join(folder, 'keys')).findOrCreate('operator'));
    const block = (at: number, hash: string, previous: string): Parameters<Mirror['apply']>[0] => ({
      number: at,
      hash,
      previous,
      outcomes: new Map(),
      transactions: [],
    });
    await mirror.apply(block(0, 'a0', ''));
    await mirror.apply(block(1, 'a1', 'a0'));
    // The same block once more changes nothing.
    await mirror.apply(block(1, 'a1', 'a0'));
    await mirror.apply(block(0, 'a0', ''));
    expect(mirror.checkpoint()).toEqual({ number: 1, hash: 'a1' });
    recordSilence('a block that the peer delivers twice', 'fabric');
    const base = {
      fault,
      ledger: 'fabric',
      part: 'blocks',
      cause: 'foreign',
      repair: 'wait for a peer that is behind; another network needs another folder',
    } as const;
    await found(
      base,
      () => refusalOf(() => mirror.apply(block(number, 'b5', 'b4'))),
      (error) => {
        expect(error).toMatchObject({ code: 'LEDGER_BROKEN', detail: { rule: 'checkpoint-of-this-chain' } });
        return { code: 'LEDGER_BROKEN', place: `block ${String(number)}` };
      },
    );
    blocks.close();
    payloads.close();
  });
});

describe('receipts', () => {
  it.each([
    [
      'a receipt with another entry',
      (receipt: { entry: string }) => ({ ...receipt, entry: receipt.entry.replace(/\d(?=")/, '0') }),
    ],
    [
      'a receipt with another block',
      (receipt: { block: string }) => ({ ...receipt, block: receipt.block.replace('"count":', '"count":1') }),
    ],
    ['a receipt moved to another place', (receipt: { index: number }) => ({ ...receipt, index: receipt.index + 1 })],
  ] as const)('%s does not verify', async (fault, forge) => {
    const shop = await embeddedShop(folders.copy());
    const receipt = shop.ledger.receipt(20)!;
    const key = new KeyFolder(join(shop.folder, 'keys')).require('operator').publicKey;
    expect(verifyReceipt(receipt, key)).toBe(true);
    const forged = forge(receipt) as never;
    expect(forged).not.toEqual(receipt);
    const base = { fault, ledger: 'any', part: 'receipt', cause: 'forged', repair: 'ask the seller for the invoice' } as const;
    await found(
      base,
      () => verifyReceipt(forged, key),
      (verdict) => {
        expect(verdict).toBe(false);
        return { code: 'does not verify', place: 'sequence 20' };
      },
    );
    shop.close();
  });
});

describe('a log that is watched from outside', () => {
  interface Watched {
    readonly fault: string;
    readonly kind: string;
    readonly cause: string;
    readonly lie: (log: ServedLog) => void;
  }
  /** Changes what is served under some paths. */
  const changing =
    (path: string, change: (truth: Buffer) => Buffer) =>
    (log: ServedLog): void => {
      log.lie = (asked, truth): Buffer | undefined => (asked.startsWith(path) ? change(truth) : undefined);
    };
  const lastByte = (data: Buffer): Buffer => Buffer.concat([data.subarray(0, -1), Buffer.from([(data.at(-1) ?? 0) ^ 1])]);
  const otherSignature = (note: Buffer): Buffer => Buffer.from(note.toString().replace(/\S{8}\n$/, 'AAAAAAA=\n'));
  const shorter = (log: ServedLog): void => {
    log.leaves = log.leaves.slice(0, 40);
  };
  const otherPast = (log: ServedLog): void => {
    log.leaves = log.leaves.map((_leaf, at) => `other ${String(at)}`);
  };
  const WATCHED: readonly Watched[] = [
    { fault: 'a log that became shorter', kind: 'rollback', cause: 'truncated', lie: shorter },
    { fault: 'a log with another past', kind: 'split-view', cause: 'forged root', lie: otherPast },
    {
      fault: 'a checkpoint that another key signed',
      kind: 'signature-wrong',
      cause: 'forged signature',
      lie: changing('checkpoint', otherSignature),
    },
    {
      fault: 'a tile that does not hold its hashes',
      kind: 'tile-wrong',
      cause: 'edited value',
      lie: changing('tile/0/', lastByte),
    },
    { fault: 'an entry changed on the way', kind: 'tile-wrong', cause: 'edited value', lie: changing('tile/entries/', lastByte) },
  ];
  it.each(WATCHED)('$fault: $kind', async ({ fault, kind, lie, cause }) => {
    const log = new ServedLog();
    await log.start();
    const state = join(folders.temporary(), 'state.json');
    const look = (): ReturnType<typeof cli> =>
      cli('log', 'monitor', '--log', log.url, '--vkey', SERVED_VKEY, '--state', state, '--once', '--json');
    log.grow(300);
    expect((await look()).code).toBe(0);
    log.grow(20);
    lie(log);
    const base = {
      fault,
      ledger: 'any',
      part: 'log',
      cause,
      repair: 'keep both checkpoints as evidence; see the runbook',
    } as const;
    await found(base, look, ({ code, out }) => {
      expect([code, out]).toEqual([1, expect.stringContaining(`"alarm":"${kind}"`)]);
      return { code: kind, place: 'seen by a monitor' };
    });
    await log.close();
  });
});
