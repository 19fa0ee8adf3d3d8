import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Digest } from '@lianpiao/chaincode/domain';
import { AnchorStore, readAnchorKey, type SignedAttempt, type WatchedAnchor } from '../../gateway/src/stores';
import { cli } from '../support/cli';

const ACCOUNT = `0x${'a'.repeat(40)}`;
const LEASE_MS = 1000;
const root = 'ab'.repeat(32) as Digest;
const contract = `0x${'c'.repeat(40)}`;
const hash = `0x${'d'.repeat(64)}`;

function attempt(nonce: number, number = 1): SignedAttempt {
  const fees = { maxFeePerGas: 2n ** 70n, maxPriorityFeePerGas: 1n };
  return { nonce, attempt: number, size: 10, root, contract, hash, raw: '0x02', fees, signedAt: 5, head: 3 };
}
function anchor(size: number, over: Partial<WatchedAnchor> = {}): WatchedAnchor {
  return {
    size,
    root,
    chainId: 1,
    contract,
    transaction: hash,
    block: size,
    blockHash: hash,
    confirmedAt: size,
    nonce: null,
    ...over,
  };
}

describe('the store of anchors', () => {
  let folder: string;
  let store: AnchorStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-anchor-store-'));
    store = new AnchorStore(folder);
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const writer = (holder = 'one', chainId = 1): ReturnType<AnchorStore['writer']> =>
    store.writer({ account: ACCOUNT, chainId, holder });

  it('writes for the holder of the lease only', () => {
    const [one, two] = [writer('one'), writer('two')];
    expect(() => one.sign(attempt(0))).toThrow('another writer');
    expect([one.enter(0, LEASE_MS), two.enter(LEASE_MS - 1, LEASE_MS)]).toEqual([true, false]);
    one.sign(attempt(0));
    expect(two.enter(LEASE_MS, LEASE_MS)).toBe(true);
    for (const write of [
      () => one.sign(attempt(1)),
      () => one.sent(0, 1, 1, null),
      () => one.confirm(anchor(1)),
      () => one.close(0, 'taken'),
      () => one.refuse(contract, 1, 'X'),
      () => one.withdraw(anchor(1), 1),
      () => one.note([{ code: 'X', detail: '' }], [], 1),
    ])
      expect(write).toThrow('another writer');
    two.sent(0, 1, 7, 'CHAIN_TIMEOUT');
    expect(two.oldestOpen()).toEqual({
      nonce: 0,
      state: 'open',
      attempts: [{ ...attempt(0), sends: 1, sentAt: 7, problem: 'CHAIN_TIMEOUT' }],
    });
  });

  it('takes a process of the same name for another one, and lets the next in when the holder leaves', () => {
    const [one, namesake] = [writer('one'), writer('one')];
    one.enter(0, LEASE_MS);
    expect(namesake.enter(1, LEASE_MS)).toBe(false);
    one.leave();
    expect(namesake.enter(1, LEASE_MS)).toBe(true);
    expect(one.enter(2, LEASE_MS)).toBe(false);
  });

  it('keeps the outboxes of two chains apart', () => {
    const [here, there] = [writer('one', 1), writer('one', 2)];
    here.enter(0, LEASE_MS);
    here.sign(attempt(4));
    expect([there.oldestOpen(), there.nonce(4), there.lastSignedAt(), here.lastSignedAt()]).toEqual([undefined, undefined, 0, 5]);
  });

  it('shows anchors by size, one of a size, and none that was withdrawn', () => {
    const outbox = writer();
    outbox.enter(0, LEASE_MS);
    outbox.sign(attempt(0));
    const other = `0x${'e'.repeat(40)}`;
    for (const one of [anchor(20), anchor(10, { nonce: 0 }), anchor(20, { contract: other, confirmedAt: 1 }), anchor(30)])
      outbox.confirm(one);
    expect(store.confirmed(0, 10).map(({ size, contract: at }) => [size, at])).toEqual([
      [10, contract],
      [20, other],
      [30, contract],
    ]);
    expect(store.confirmed(11, 1).map(({ size }) => size)).toEqual([20]);
    expect([store.covering(9)?.size, store.covering(10)?.size, store.covering(30)]).toEqual([10, 20, undefined]);
    expect([outbox.nonce(0)?.state, outbox.sizes(contract), outbox.newest()?.size]).toEqual([
      'confirmed',
      { anchored: 30, refused: 0 },
      30,
    ]);
    outbox.withdraw(anchor(10, { nonce: 0 }), 50);
    expect([store.covering(0)?.size, outbox.oldestOpen()?.nonce]).toEqual([20, 0]);
    outbox.confirm(anchor(10, { nonce: 0 }));
    expect([store.covering(0)?.size, outbox.oldestOpen()]).toEqual([10, undefined]);
  });

  it('opens an alarm once, and closes it by itself or by hand', async () => {
    const outbox = writer();
    outbox.enter(0, LEASE_MS);
    const taken = { code: 'ANCHOR_NONCE_TAKEN', detail: 'nonce 4' };
    expect(outbox.note([taken], ['CHAIN_TIMEOUT'], 1)).toEqual({ opened: [taken], closed: [] });
    expect(outbox.note([{ ...taken, detail: 'nonce 5' }], [], 2)).toEqual({ opened: [], closed: [] });
    expect(store.alarms('open', 10)).toEqual([{ ...taken, since: 1, closedAt: null }]);
    expect(await cli('anchors', 'close-alarm', 'ANCHOR_NONCE_TAKEN', '--data', folder)).toMatchObject({ code: 0 });
    expect(await cli('anchors', 'close-alarm', 'ANCHOR_NONCE_TAKEN', '--data', folder)).toMatchObject({ code: 1 });
    expect(await cli('anchors', 'close-alarm', 'NONSENSE', '--data', folder)).toMatchObject({ code: 2 });
    expect(await cli('anchors', 'close-alarm', 'ANCHOR_NONCE_TAKEN', '--data', join(folder, 'none'))).toMatchObject({ code: 2 });
    expect(store.alarms('open', 10)).toEqual([]);
    outbox.note([taken], [], 3);
    expect(outbox.note([], [taken.code], 4)).toEqual({ opened: [], closed: [taken.code] });
    expect(store.alarms('all', 10)).toMatchObject([{ since: 3, closedAt: 4 }, { since: 1 }]);
  });

  it('reads a key that its owner alone can read, and never says what is in it', () => {
    const file = join(folder, 'anchor.key');
    const key = '12'.repeat(32);
    expect(() => readAnchorKey(file)).toThrow('is missing');
    writeFileSync(file, `${key}\n`, { mode: 0o644 });
    expect(() => readAnchorKey(file)).toThrow('chmod 600');
    rmSync(file);
    writeFileSync(file, `0x${key}\n`, { mode: 0o600 });
    expect(readAnchorKey(file)).toBe(`0x${key}`);
    writeFileSync(file, key.slice(1), { mode: 0o600 });
    expect(() => readAnchorKey(file)).toThrow(/^(?!.*1212).*does not hold/);
  });
});
