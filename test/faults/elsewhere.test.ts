import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { KeyFolder, markKeysComplete } from '../../gateway/src/crypto/keys';
import { BlockStore, EmbeddedLedgerReader } from '../../gateway/src/ledger';
import { exportLedger } from '../../gateway/src/ledger/archive/export-ledger';
import { importLedger } from '../../gateway/src/ledger/archive/import-ledger';
import { Mirror } from '../../gateway/src/ledger/fabric/mirror';
import { verifyLedger } from '../../gateway/src/ledger/embedded/verify';
import { verifyReceipt } from '../../gateway/src/ledger/receipt';
import { loadLogKey, LogStore, PayloadStore } from '../../gateway/src/stores';
import { LogSealer } from '../../workers/src/sealing/log-sealer';
import { cli } from '../support/cli';
import { answerOf, embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from '../support/embedded';
import { placeText, recordFault, recordSilence, type FaultRecord } from '../support/fault-records';
import { SERVED_VKEY, ServedLog } from '../support/served-log';
import { smallDisk } from '../support/small-disk';
import { fillDisk, flipByteOf, halve, halveDatabase, letOthersRead, tearWriteAheadLog } from './inject/file-faults';

/** What stands around the tables of a ledger: files, disks, clocks, neighbours, and those who look from outside. */

let original: string;
const folders: string[] = [];
let sold = 0;

async function sell(shop: EmbeddedShop, count: number): Promise<void> {
  const outcomes = await shop.issue(Array.from({ length: count }, () => saleRequest((sold += 1))));
  outcomes.forEach(answerOf);
  shop.follow();
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-elsewhere-'));
  folders.push(folder);
  return folder;
}

function copy(): string {
  const folder = temporary();
  cpSync(original, folder, { recursive: true });
  return folder;
}

beforeAll(async () => {
  const shop = await embeddedShop(temporary());
  await sell(shop, 300);
  shop.close();
  original = shop.folder;
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Times a look and keeps what it told. */
async function found<Told>(
  record: Omit<FaultRecord, 'code' | 'ms' | 'place'>,
  look: () => Told | Promise<Told>,
  told: (answer: Told) => { code: string; place?: string },
): Promise<void> {
  const started = performance.now();
  const answer = told(await look());
  const ms = performance.now() - started;
  recordFault({ ...record, ms, place: '', ...answer });
}

/** The refusal that a piece of work ends with. */
async function refusalOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

const codeOf = (error: unknown): { code: string; place?: string } => {
  if (!(error instanceof LedgerError)) throw error;
  const { path, found: what } = error.detail;
  return { code: error.code, place: path ?? what ?? '' };
};

describe('files', () => {
  it.each([
    ['ledger.db', 'blocks'],
    ['payloads.db', 'payloads'],
    ['index.db', 'index'],
    ['log.db', 'log'],
  ] as const)('a half-written %s is found', async (name, part) => {
    const folder = copy();
    halveDatabase(folder, name);
    const base = {
      fault: `${name} cut to half`,
      ledger: 'any',
      part,
      cause: 'damaged file',
      repair: 'restore the file; index and log: rebuild',
    } as const;
    await found(
      base,
      () => verifyLedger({ folder }),
      (report) => {
        const finding = report.parts.find((one) => one.part === part)?.finding;
        expect(finding?.cause).toBe('storage-damaged');
        return { code: finding!.cause, place: placeText({ ...finding!.place }) };
      },
    );
  });

  it('a commit that a power cut broke off is none, and nothing else is lost', async () => {
    const shop = await embeddedShop(copy());
    await sell(shop, 3);
    const folder = temporary();
    cpSync(shop.folder, folder, { recursive: true });
    for (const name of ['ledger.db', 'payloads.db', 'log.db']) tearWriteAheadLog(folder, name);
    const entries = shop.ledger.length();
    shop.close();
    expect(verifyLedger({ folder })).toMatchObject({ result: 'ok', entries });
    recordSilence('the beginning of a commit behind the last whole one', 'any');
  });

  it.each([
    ['an archive cut to half', (path: string) => halve(path)],
    ['a byte of an archive', (path: string) => flipByteOf(path, (bytes) => Math.floor(bytes / 2))],
  ])('%s is refused', async (fault, damage) => {
    const at = temporary();
    const [file, passphrase] = [join(at, 'archive'), 'correct horse battery'];
    exportLedger({ folder: original, file, recipient: { passphrase }, withKeys: true });
    damage(file);
    const base = { fault, ledger: 'any', part: 'archive', cause: 'damaged file', repair: 'export again' } as const;
    const work = (): Promise<unknown> => refusalOf(() => importLedger({ file, folder: join(at, 'new'), opener: { passphrase } }));
    await found(base, work, (error) => {
      expect(error).toMatchObject({ code: 'ARCHIVE_BROKEN' });
      return codeOf(error);
    });
  });

  it.each([
    ['a backup cut to half', (folder: string) => halve(join(folder, 'ledger.db')), 'damaged file'],
    ['a byte of a backup', (folder: string) => flipByteOf(join(folder, 'payloads.db'), (bytes) => bytes - 3000), 'edited value'],
  ])('%s is refused', async (fault, damage, cause) => {
    const at = temporary();
    const [backup, keys] = [join(at, 'copy'), join(at, 'keys')];
    await cli('backup', backup, '--data', original, '--keys', keys);
    damage(backup);
    const base = { fault, ledger: 'any', part: 'backup', cause, repair: 'take an earlier backup' } as const;
    await found(
      base,
      () => cli('restore', backup, '--keys', keys, '--data', join(at, 'new')),
      ({ err }) => {
        expect(err).toMatch(/^BACKUP_BROKEN/);
        return { code: 'BACKUP_BROKEN', place: /path: (\S+)/.exec(err)?.[1] ?? '' };
      },
    );
  });
});

describe('keys', () => {
  it('one that others may read is not used', async () => {
    const folder = copy();
    letOthersRead(join(folder, 'keys', 'operator.pem'));
    const base = {
      fault: 'a key file that others may read',
      ledger: 'any',
      part: 'keys',
      cause: 'exposed',
      repair: 'chmod 600; take a new key if somebody did read it',
    } as const;
    await found(
      base,
      () => refusalOf(() => new KeyFolder(join(folder, 'keys')).require('operator')),
      (error) => {
        expect(String(error)).toMatch(/can be read by others/);
        return { code: 'can be read by others', place: 'keys/operator.pem' };
      },
    );
  });

  it('one that is lost is not made anew', async () => {
    const folder = copy();
    markKeysComplete(join(folder, 'keys'));
    rmSync(join(folder, 'keys', 'payload.key'));
    const base = {
      fault: 'the key of the payloads lost',
      ledger: 'any',
      part: 'keys',
      cause: 'missing file',
      repair: 'restore keys/',
    } as const;
    await found(
      base,
      () => refusalOf(() => new PayloadStore(folder)),
      (error) => {
        expect(String(error)).toMatch(/is missing: restore it/);
        return { code: 'is missing: restore it', place: 'keys/payload.key' };
      },
    );
  });

  it('the operator’s, exchanged, is found by who knows the old one', async () => {
    const folder = copy();
    const known = new KeyFolder(join(folder, 'keys')).require('operator').publicKey;
    const { publicKey } = new KeyFolder(temporary()).findOrCreate('operator');
    expect(verifyLedger({ folder, operatorKey: known }).result).toBe('ok');
    const base = {
      fault: 'the operator’s key exchanged',
      ledger: 'embedded',
      part: 'blocks',
      cause: 'forged signature',
      repair: 'restore',
    } as const;
    await found(
      base,
      () => verifyLedger({ folder, operatorKey: publicKey }),
      ({ parts }) => {
        const finding = parts.find(({ part }) => part === 'blocks')!.finding!;
        expect(finding.cause).toBe('operator-signature-wrong');
        return { code: finding.cause, place: placeText({ ...finding.place }) };
      },
    );
  });
});

const disk = smallDisk(8);
(disk === undefined ? it.skip : it)(
  'a full disk: the sale is refused, nothing is half done, and it goes on when there is room',
  async () => {
    const folder = join(disk!.folder, 'data');
    cpSync(original, folder, { recursive: true });
    const shop = await embeddedShop(folder);
    const free = fillDisk(disk!.folder);
    const before = shop.ledger.length();
    try {
      const refusal = await (async () => {
        for (let tries = 0; tries < 50; tries += 1) {
          const refused = await shop.issue([saleRequest((sold += 1))]).then(
            () => undefined,
            (error: unknown) => error as Error & { code: string },
          );
          if (refused !== undefined) return refused;
        }
        throw new Error('the disk is not full');
      })();
      expect(refusal.code).toMatch(/SQLITE_(FULL|IOERR)/);
      const length = shop.ledger.length();
      expect(length).toBeGreaterThanOrEqual(before);
      const base = {
        fault: 'the disk is full',
        ledger: 'embedded',
        part: 'storage',
        cause: 'no room',
        repair: 'make room; the caller repeats',
      } as const;
      await found(
        base,
        () => shop.issue([saleRequest((sold += 1))]).catch((error: unknown) => error as { code: string }),
        (error) => {
          expect(error).toMatchObject({ code: expect.stringMatching(/SQLITE_(FULL|IOERR)/) });
          return { code: (error as { code: string }).code, place: 'payloads.db' };
        },
      );
      free();
      await sell(shop, 2);
      expect(shop.ledger.length()).toBe(length + 2);
      expect(verifyLedger({ folder }).result).toBe('ok');
    } finally {
      shop.close();
    }
  },
);
afterAll(() => disk?.remove());

describe('two at once', () => {
  it('two sealers: the second one’s checkpoint is not written, and it goes on from the first one’s', async () => {
    const shop = await embeddedShop(copy());
    const parts = (): ConstructorParameters<typeof LogSealer> => {
      const log = new LogStore(shop.folder);
      const reader = new EmbeddedLedgerReader(new BlockStore(shop.folder));
      return [reader, log, loadLogKey(shop.folder, LOG_ORIGIN), Date.now] as unknown as ConstructorParameters<typeof LogSealer>;
    };
    const [first, second] = [new LogSealer(...parts()), new LogSealer(...parts())];
    await shop.issue([saleRequest((sold += 1)), saleRequest((sold += 1))]);
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
    const folder = copy();
    const [one, other] = [await embeddedShop(folder), await embeddedShop(folder)];
    const request = saleRequest((sold += 1));
    const [first] = await one.issue([request]);
    const base = {
      fault: 'two gateways are given the same order reference',
      ledger: 'any',
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
    const shop = await embeddedShop(temporary(), { clock: () => now });
    await sell(shop, 3);
    now -= 3_600_000;
    await sell(shop, 3);
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
    const folder = temporary();
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
        return { ...codeOf(error), place: `block ${String(number)}` };
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
    const shop = await embeddedShop(copy());
    const receipt = shop.ledger.receipt(20)!;
    const key = new KeyFolder(join(shop.folder, 'keys')).require('operator').publicKey;
    expect(verifyReceipt(receipt, key)).toBe(true);
    const forged = forge(receipt as never) as never;
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
  const changeByte = (data: Buffer): Buffer => {
    const changed = Buffer.from(data);
    changed[data.length - 1] = (changed[data.length - 1] ?? 0) ^ 1;
    return changed;
  };
  it.each([
    ['a log that became shorter', 'rollback', (log: ServedLog) => void (log.leaves = log.leaves.slice(0, 40)), 'truncated'],
    [
      'a log with another past',
      'split-view',
      (log: ServedLog) => void (log.leaves = log.leaves.map((_leaf, at) => `other ${String(at)}`)),
      'forged root',
    ],
    [
      'a checkpoint that another key signed',
      'signature-wrong',
      (log: ServedLog) =>
        void (log.lie = (path, truth) =>
          path === 'checkpoint' ? Buffer.from(truth.toString().replace(/\S{8}\n$/, 'AAAAAAA=\n')) : undefined),
      'forged signature',
    ],
    [
      'a tile that does not hold its hashes',
      'tile-wrong',
      (log: ServedLog) => void (log.lie = (path, truth) => (path.startsWith('tile/0/') ? changeByte(truth) : undefined)),
      'edited value',
    ],
    [
      'an entry changed on the way',
      'tile-wrong',
      (log: ServedLog) => void (log.lie = (path, truth) => (path.startsWith('tile/entries/') ? changeByte(truth) : undefined)),
      'edited value',
    ],
  ] as const)('%s: %s', async (fault, kind, lie, cause) => {
    const log = new ServedLog();
    await log.start();
    const state = join(temporary(), 'state.json');
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
