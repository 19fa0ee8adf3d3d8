import { hashOrigin } from '@lianpiao/contracts';
import { prepareSuccessor } from '../../../gateway/src/crypto/log-shards';
import { closeLog } from '../../../gateway/src/keeping/close-log';
import { AnchorBench, LOOK_MS, ORIGIN } from '../../support/anchoring';
import { LOG_ORIGIN } from '../../support/embedded';
import { silentAfter } from '../../support/rpc-proxy';

describe('the anchorer', () => {
  let bench: AnchorBench;
  beforeEach(async () => {
    bench = await AnchorBench.start();
    await bench.grow(3);
  });
  afterEach(async () => {
    await bench.stop();
  });

  it('anchors what there is, then what is new, an interval apart [rows 001-002-003:B4]', async () => {
    await bench.anchor();
    const begun = bench.now;
    await bench.grow(300);
    await bench.anchor();
    expect(bench.now - begun).toBeLessThan(bench.settings.intervalMs + 10 * LOOK_MS);
    expect(await bench.audit()).toBe(2);
    expect(await bench.used()).toBe(2);
    expect(bench.everRaised()).toEqual([]);
    const [first, second] = bench.store.confirmed(0, 10);
    expect(bench.store.covering(0)).toEqual(first);
    expect(bench.store.covering(first!.size - 1)).toEqual(first);
    expect(bench.store.covering(first!.size)).toEqual(second);
    expect(bench.store.covering(second!.size)).toBeUndefined();
    expect(bench.store.confirmed(first!.size + 1, 10)).toEqual([second]);
  });

  it('anchors a closed log up to its end and its successor from there, with a transaction under way meanwhile [rows 001-002-003:B2]', async () => {
    const [successor, now] = ['lianpiao.example/log/2', Date.now()];
    await bench.anchor();
    await bench.grow();
    const last = bench.checkpoint();
    await bench.anvil.request('evm_setAutomine', false);
    await bench.until(() => bench.worker.outbox.oldestOpen() !== undefined, 10, { mine: false });
    prepareSuccessor({ folder: bench.folder, origin: LOG_ORIGIN, successor, now });
    await closeLog({ folder: bench.folder, origin: LOG_ORIGIN, reason: 'a new year', clock: Date.now });
    await bench.grow(5);
    bench.restartWorker('worker-2');
    await bench.anvil.request('evm_setAutomine', true);
    await bench.anchor();
    expect(await bench.onChain()).toEqual(last);
    expect(await bench.onChain(hashOrigin(successor))).toEqual(bench.checkpoint());
    expect(await bench.audit((size) => (size > last.size ? hashOrigin(successor) : ORIGIN))).toBe(3);
    expect(await bench.used()).toBe(3);
    expect(bench.everRaised()).toEqual([]);
    // And it goes on: the next one is the successor's, too.
    await bench.grow(2);
    await bench.anchor();
    expect(await bench.onChain(hashOrigin(successor))).toEqual(bench.checkpoint());
    expect(await bench.onChain()).toEqual(last);
  });

  it('does nothing when there is nothing new', async () => {
    await bench.anchor();
    for (let looks = 0; looks < 10; looks += 1) expect(await bench.look()).toBe('wait');
    expect(await bench.used()).toBe(1);
  });

  it('stores a transaction before it sends it', async () => {
    let stored: string | undefined;
    bench.rpc.fault = (call) => {
      if (call.method === 'eth_sendRawTransaction') stored = bench.worker.outbox.oldestOpen()?.attempts[0]?.raw;
      return undefined;
    };
    await bench.anchor();
    expect(stored).toBe(bench.rpc.calls.find(({ method }) => method === 'eth_sendRawTransaction')?.params[0]);
  });

  it('sends the same transaction, not a second one, after an answer that did not come', async () => {
    bench.rpc.fault = silentAfter('eth_sendRawTransaction', 3);
    await bench.anvil.request('evm_setAutomine', false);
    await bench.until(() => bench.worker.outbox.oldestOpen() !== undefined, 5, { mine: false });
    await bench.anvil.request('evm_setAutomine', true);
    await bench.anchor();
    const sent = bench.rpc.calls.filter(({ method }) => method === 'eth_sendRawTransaction').map(({ params }) => params[0]);
    expect(new Set(sent).size).toBe(1);
    expect(await bench.used()).toBe(1);
  });

  it('raises the fee on the same nonce when blocks pass it over', async () => {
    bench.settings.bumpAfterMs = 3_000;
    bench.restartWorker('worker-2');
    await bench.anvil.request('evm_setAutomine', false);
    await bench.look({ mine: false });
    const [first] = bench.worker.outbox.oldestOpen()!.attempts;
    // A base fee above what was offered: blocks come, and the transaction is not in them.
    await bench.anvil.request('anvil_setNextBlockBaseFeePerGas', `0x${30_000_000_000n.toString(16)}`);
    await bench.until(() => (bench.worker.outbox.nonce(first!.nonce)?.attempts.length ?? 0) > 1, 20);
    await bench.anvil.request('evm_setAutomine', true);
    await bench.anchor();
    const { attempts } = bench.worker.outbox.nonce(first!.nonce)!;
    expect(attempts.length).toBeGreaterThan(1);
    for (const [at, one] of attempts.slice(1).entries()) {
      expect(8n * one.fees.maxFeePerGas).toBeGreaterThanOrEqual(9n * attempts[at]!.fees.maxFeePerGas);
      expect(one.root).toBe(first!.root);
    }
    expect(await bench.used()).toBe(1);
    expect(await bench.audit()).toBe(1);
  });

  it('takes in what the chain holds when its own records are lost', async () => {
    await bench.anchor();
    const known = bench.store.newest()!;
    await bench.grow(2);
    const lost = new (bench.store.constructor as new (folder: string) => typeof bench.store)(`${bench.folder}/elsewhere`);
    const worker = bench.startWorker('worker-2', (parts) => ({
      ...parts,
      outbox: lost.writer({ account: bench.worker.chain.account, chainId: bench.settings.chainId, holder: 'worker-2' }),
    }));
    bench.worker.anchorer.stop();
    bench.worker = worker;
    for (let looks = 0; looks < 20; looks += 1) await bench.look();
    const { confirmedAt: _, ...place } = known;
    expect(lost.confirmed(0, 10)).toMatchObject([place, { size: bench.checkpoint().size }]);
    lost.close();
  });

  it('never shows its key', async () => {
    const key = bench.anvil.privateKey(1).slice(2);
    bench.rpc.fault = () => Promise.resolve({ error: { code: -32_000, message: 'no' } });
    for (let looks = 0; looks < 10; looks += 1) await bench.look();
    bench.rpc.fault = undefined;
    await bench.anchor();
    expect(JSON.stringify([bench.rpc.calls, bench.store.alarms('all', 100)])).not.toContain(key);
  });

  describe('beside another with the same key', () => {
    it('waits while the other has the lease, and takes over when that ends', async () => {
      const other = bench.startWorker('worker-2');
      expect(await bench.worker.anchorer.look()).not.toBe('busy');
      expect(await other.anchorer.look()).toBe('busy');
      bench.now += 10_000;
      expect(await other.anchorer.look()).not.toBe('busy');
      expect(await bench.worker.anchorer.look()).toBe('busy');
    });

    it('writes nothing once the other has taken over in the middle of its look', async () => {
      let overtake: (() => Promise<unknown>) | undefined = async () => {
        overtake = undefined;
        bench.now += 10_001;
        await other.anchorer.look();
      };
      const other = bench.startWorker('worker-2');
      const sleepy = bench.startWorker('worker-3', (parts) => ({
        ...parts,
        chain: new Proxy(parts.chain, {
          get(chain, name) {
            const value: unknown = Reflect.get(chain, name);
            if (typeof value !== 'function') return value;
            return async (...values: unknown[]): Promise<unknown> => {
              if (name === 'sign') await overtake?.();
              return Reflect.apply(value, chain, values) as unknown;
            };
          },
        }),
      }));
      bench.worker.anchorer.stop();
      await expect(sleepy.anchorer.look()).rejects.toThrow('another writer holds the lease');
      bench.worker = other;
      await bench.anchor();
      expect(await bench.used()).toBe(1);
      expect(bench.worker.outbox.nonce(0)?.attempts).toHaveLength(1);
      expect(await bench.onChain()).toEqual(bench.checkpoint());
      expect(ORIGIN).toHaveLength(64);
    });
  });
});
