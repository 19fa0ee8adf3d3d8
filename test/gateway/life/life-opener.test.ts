import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SealedRecord } from '@lianpiao/chaincode/domain';
import { LifeOpener, type LifeOpenerParts } from '../../../gateway/src/life/life-opener';
import { packRecords } from '../../../gateway/src/stores/payload-chunk';
import { PayloadStore } from '../../../gateway/src/stores/payload-store';

const NUMBER = '44032026112300000001';
const RECORD: SealedRecord = { seed: 'ab'.repeat(32), fields: [{ name: 'header', text: '{"number":"1"}' }] };

describe('what the rules are shown of an invoice', () => {
  let folder: string;
  let payloads: PayloadStore;
  let opened: number;
  let opener: LifeOpener;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-opener-'));
    payloads = new PayloadStore(folder);
    payloads.append(0, packRecords([RECORD, RECORD]));
    opened = 0;
    const counted = {
      sealOf: (sequence: number) => payloads.sealOf(sequence),
      read: (sequence: number) => {
        opened += 1;
        return payloads.read(sequence);
      },
    };
    const parts = {
      payloads: counted,
      finder: { find: () => ({ number: NUMBER, sequence: 0 }) },
      ledger: { state: () => undefined, entryPlace: String, acts: () => [] },
    };
    opener = new LifeOpener(parts as unknown as LifeOpenerParts);
  });
  afterEach(() => {
    payloads.close();
    rmSync(folder, { recursive: true });
  });

  it('is opened once for all who ask together', () => {
    for (let company = 0; company < 10; company += 1) expect(opener.open(NUMBER).record).toEqual(RECORD);
    expect(opened).toBe(1);
  });

  it('is not shown any more once it was erased, and is read again when a neighbour was', () => {
    opener.open(NUMBER);
    payloads.erase(1);
    expect(opener.open(NUMBER).record).toEqual(RECORD);
    expect(opened).toBe(2);
    payloads.erase(0);
    expect(() => opener.open(NUMBER)).toThrow(expect.objectContaining({ code: 'INVOICE_ERASED' }) as Error);
  });
});
