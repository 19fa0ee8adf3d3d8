import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { KeyFolder, markKeysComplete } from '../../gateway/src/crypto/keys';
import { exportLedger } from '../../gateway/src/ledger/archive/export-ledger';
import { importLedger } from '../../gateway/src/ledger/archive/import-ledger';
import { verifyLedger } from '../../gateway/src/ledger/embedded/verify';
import { PayloadStore } from '../../gateway/src/stores';
import { cli } from '../support/cli';
import { embeddedShop } from '../support/embedded';
import { placeText, recordSilence } from '../support/fault-records';
import { smallDisk } from '../support/small-disk';
import { Folders, found, refusalOf } from './found';
import { fillDisk, flipByteOf, halve, halveDatabase, letOthersRead, tearWriteAheadLog } from './inject/file-faults';

/** What carries a ledger: files, keys, disks. */

const folders = new Folders();
beforeAll(() => folders.fill());
afterAll(() => folders.remove());

describe('files', () => {
  it.each([
    ['ledger.db', 'blocks'],
    ['payloads.db', 'payloads'],
    ['index.db', 'index'],
    ['log.db', 'log'],
  ] as const)('a half-written %s is found', async (name, part) => {
    const folder = folders.copy();
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
    const shop = await embeddedShop(folders.copy());
    await folders.sell(shop, 3);
    const folder = folders.temporary();
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
    const at = folders.temporary();
    const [file, passphrase] = [join(at, 'archive'), 'correct horse battery'];
    exportLedger({ folder: folders.original, file, recipient: { passphrase }, withKeys: true });
    damage(file);
    const base = { fault, ledger: 'any', part: 'archive', cause: 'damaged file', repair: 'export again' } as const;
    const work = (): Promise<unknown> => refusalOf(() => importLedger({ file, folder: join(at, 'new'), opener: { passphrase } }));
    await found(base, work, (error) => {
      expect(error).toMatchObject({ code: 'ARCHIVE_BROKEN' });
      return { code: 'ARCHIVE_BROKEN', place: (error as LedgerError).detail.found ?? '' };
    });
  });

  it.each([
    ['a backup cut to half', (folder: string) => halve(join(folder, 'ledger.db')), 'damaged file'],
    ['a byte of a backup', (folder: string) => flipByteOf(join(folder, 'payloads.db'), (bytes) => bytes - 3000), 'edited value'],
  ])('%s is refused', async (fault, damage, cause) => {
    const at = folders.temporary();
    const [backup, keys] = [join(at, 'copy'), join(at, 'keys')];
    await cli('backup', backup, '--data', folders.original, '--keys', keys);
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
    const folder = folders.copy();
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
    const folder = folders.copy();
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
    const folder = folders.copy();
    const known = new KeyFolder(join(folder, 'keys')).require('operator').publicKey;
    const { publicKey } = new KeyFolder(folders.temporary()).findOrCreate('operator');
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
    folders.copy(folder);
    const shop = await embeddedShop(folder);
    const free = fillDisk(disk!.folder);
    const before = shop.ledger.length();
    try {
      const refusal = await (async () => {
        for (let tries = 0; tries < 50; tries += 1) {
          const refused = await shop.issue([folders.sale()]).then(
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
        () => shop.issue([folders.sale()]).catch((error: unknown) => error as { code: string }),
        (error) => {
          expect(error).toMatchObject({ code: expect.stringMatching(/SQLITE_(FULL|IOERR)/) });
          return { code: (error as { code: string }).code, place: 'payloads.db' };
        },
      );
      free();
      await folders.sell(shop, 2);
      expect(shop.ledger.length()).toBe(length + 2);
      expect(verifyLedger({ folder }).result).toBe('ok');
    } finally {
      shop.close();
    }
  },
);
afterAll(() => disk?.remove());
