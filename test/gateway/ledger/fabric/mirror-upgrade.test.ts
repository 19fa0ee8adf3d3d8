import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasher } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../../../../gateway/src/crypto/keys';
import { callersOf, commitPlaces } from '../../../../gateway/src/ledger/commit-places';
import type { Block } from '../../../../gateway/src/ledger/block';
import { BlockStore } from '../../../../gateway/src/ledger';
import { Mirror } from '../../../../gateway/src/ledger/fabric/mirror';
import { PayloadStore } from '../../../../gateway/src/stores';

const entries = hasher().sha256('');

describe('a mirror that was made before places in blocks were noted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-mirror-'));
  const [blocks, payloads] = [new BlockStore(folder), new PayloadStore(folder)];
  afterAll(() => {
    for (const store of [blocks, payloads]) store.close();
    rmSync(folder, { recursive: true });
  });

  it('opens, keeps what it has without a place, and may be opened again', () => {
    const prepare = blocks.beside(
      'CREATE TABLE fabric_transactions (tx_id TEXT PRIMARY KEY, first INTEGER NOT NULL, count INTEGER NOT NULL) WITHOUT ROWID',
    );
    prepare("INSERT INTO fabric_transactions VALUES ('old', 0, 2)").run();
    const operator = new KeyFolder(join(folder, 'keys')).findOrCreate('operator');
    for (let times = 0; times < 2; times += 1) {
      const mirror = new Mirror(blocks, payloads, operator);
      expect(mirror.transaction('old')).toEqual({ txId: 'old', first: 0, count: 2, position: null });
    }
  });
});

describe('the places of a block’s entries', () => {
  const blockOf = (transactions: object[]): Block =>
    ({ header: { number: 7 }, transactionsText: JSON.stringify(transactions) }) as unknown as Block;

  it('are those of the channel where it is a mirror’s, and unknown where they were not noted', () => {
    const mirrored = { block: 40, caller: 'operator', mspId: 'Merchants', entries };
    const block = blockOf([
      { ...mirrored, txId: 'a', count: 2 },
      { ...mirrored, caller: 'bureau', txId: 'b', count: 1 },
    ]);
    const places = commitPlaces(block, (txId) => (txId === 'a' ? 3 : undefined));
    expect(places).toEqual([{ block: 40, transaction: 3, id: 'a' }, { block: 40, transaction: 3, id: 'a' }, undefined]);
    expect(callersOf(block)).toEqual(['operator', 'operator', 'bureau']);
  });

  it('are its own where it is an embedded ledger’s', () => {
    const own = { caller: 'shop', entries, keyId: 'k', signature: 's' };
    const places = commitPlaces(blockOf([{ ...own, count: 1 }, { ...own, count: 2 }]), () => 1); // prettier-ignore
    expect(places).toEqual([0, 1, 1].map((transaction) => ({ block: 7, transaction })));
  });
});
