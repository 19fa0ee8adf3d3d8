import fs from 'node:fs';
import { basename } from 'node:path';
import { BlockStore } from '../../../gateway/src/ledger';
import { saleRequest } from '../../support/embedded';
import { embeddedShop, type EmbeddedShop } from '../../support/embedded';

describe('commits that are synced by fdatasync', () => {
  let shop: EmbeddedShop;
  let synced: string[];

  beforeEach(async () => {
    shop = await embeddedShop();
    synced = [];
    const fdatasync = fs.fdatasyncSync.bind(fs);
    jest.spyOn(fs, 'fdatasyncSync').mockImplementation((descriptor) => {
      synced.push(basename(fs.readlinkSync(`/proc/self/fd/${String(descriptor)}`)));
      fdatasync(descriptor);
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    shop.remove();
  });

  const sell = async (): Promise<void> => {
    const [sold] = await shop.issue([saleRequest(1)]);
    expect(sold).toMatchObject({ created: true });
  };

  it('has the payloads on the disk, then the ledger, before anybody is answered', async () => {
    await sell();
    expect(synced).toEqual(['payloads.db-wal', 'ledger.db-wal']);
  });

  it('has a block of another process on the disk before it is read, once', async () => {
    const reader = new BlockStore(shop.folder, { readonly: true });
    try {
      await sell();
      synced = [];
      const last = reader.length() - 1;
      expect(reader.blockOf(last)).toBeDefined();
      expect(reader.blockOf(last)).toBeDefined();
      expect(reader.blockOf(0)).toBeDefined();
      expect(synced).toEqual(['ledger.db-wal']);
    } finally {
      reader.close();
    }
  });

  it('answers nobody whose commit did not reach the disk', async () => {
    jest.spyOn(fs, 'fdatasyncSync').mockImplementation(() => {
      throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
    });
    await expect(shop.issue([saleRequest(1)])).rejects.toThrow('EIO');
  });
});
