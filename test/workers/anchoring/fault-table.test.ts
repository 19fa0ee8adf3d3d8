import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAnvil } from '../../support/anvil';
import { AnchorBench, CONFIRMATIONS, LOOK_MS, ORIGIN } from '../../support/anchoring';
import { recordFault, recordSilence } from '../../support/fault-records';
import { lieAbout, silentAfter, type RpcFault } from '../../support/rpc-proxy';

/** One fault, how it is made, and how it must end. */
interface FaultCase {
  readonly fault: string;
  /** Makes the fault; the log has an anchor already, and a larger checkpoint waits for the next. */
  readonly make: (bench: AnchorBench) => Promise<unknown>;
  /** The alarm that must come; undefined when the anchor simply comes. */
  readonly alarm?: string;
  /** Ends the fault, after the alarm; without it, the fault passes by itself. */
  readonly mend?: (bench: AnchorBench) => unknown;
  /** False when the alarm stays open, because a person closes it. */
  readonly closes?: false;
  readonly mines?: false;
}

const HASH = `0x${'ab'.repeat(32)}`;
const STRANGER = `0x${'77'.repeat(20)}`;
type Receipt = { logs: { data: string; topics: string[] }[]; blockHash: string; status: string } | null;

const during =
  (fault: RpcFault) =>
  async (bench: AnchorBench): Promise<void> => {
    bench.rpc.fault = fault;
  };
const honest = (bench: AnchorBench): void => {
  bench.rpc.fault = undefined;
};
const receipts = (change: (receipt: NonNullable<Receipt>) => unknown): RpcFault =>
  lieAbout('eth_getTransactionReceipt', (truth: Receipt) => truth && change(truth));

/** The newest block under another number. */
function headAt(number: string): RpcFault {
  return (call, forward) =>
    call.method === 'eth_getBlockByNumber' && call.params[0] === 'latest'
      ? forward().then((answer) => ({ result: { ...(answer as { result: object }).result, number } }))
      : undefined;
}

/** A fault of the first calls of a method only. */
function times(count: number, fault: RpcFault, method: string): RpcFault {
  let left = count;
  return (call, forward) => {
    if (call.method !== method || left === 0) return undefined;
    left -= 1;
    return fault(call, forward);
  };
}

/** Somebody else with the publisher's key anchors what is not ours. */
async function intrude(bench: AnchorBench, size: number, root: string, nonce?: number): Promise<void> {
  const chain = bench.chainOf(1, true);
  const fees = { maxFeePerGas: 50_000_000_000n, maxPriorityFeePerGas: 9_000_000_000n };
  const signed = await chain.sign(
    { origin: ORIGIN, size: BigInt(size), root: root as never },
    nonce ?? (await chain.nextNonce()),
    fees,
  );
  await chain.broadcast(signed);
  await bench.anvil.mine();
  chain.close();
}

/** The node mines nothing of its own accord; then the transaction waits in its pool. */
async function sentButNotMined(bench: AnchorBench): Promise<void> {
  await bench.anvil.request('evm_setAutomine', false);
  bench.settings.bumpAfterMs = 4_000;
  bench.restartWorker('worker-2');
  await bench.until(() => bench.worker.outbox.oldestOpen()?.attempts[0]?.sends === 1, 20, { mine: false });
}

async function spike(bench: AnchorBench): Promise<void> {
  await bench.anvil.request('anvil_setNextBlockBaseFeePerGas', `0x${400_000_000_000n.toString(16)}`);
  await bench.anvil.mine();
}

async function restartNode(bench: AnchorBench): Promise<void> {
  await bench.anvil.stop();
  bench.anvil = await startAnvil();
  bench.rpc.upstream = bench.anvil.url;
}

/** Slot 1 of the contract holds its publisher. */
async function setPublisher(bench: AnchorBench, account: string): Promise<void> {
  const word = `0x${'0'.repeat(24)}${account.slice(2).toLowerCase()}`;
  await bench.anvil.request('anvil_setStorageAt', bench.contract, `0x${'1'.padStart(64, '0')}`, word);
}

const CASES: readonly FaultCase[] = [
  { fault: 'no answer after the transaction arrived', make: during(silentAfter('eth_sendRawTransaction')) },
  {
    fault: 'no answer to anything, for a while',
    make: during(() => Promise.resolve('silence')),
    alarm: 'CHAIN_TIMEOUT',
    mend: honest,
  },
  {
    fault: 'node refuses everything',
    make: during(() => Promise.resolve({ error: { code: -32_000, message: 'busy' } })),
    alarm: 'CHAIN_REFUSED',
    mend: honest,
  },
  {
    fault: 'lies about the hash of what it took',
    make: during(lieAbout('eth_sendRawTransaction', () => HASH)),
    alarm: 'CHAIN_ANSWER_INVALID',
    mend: honest,
  },
  {
    fault: 'lies about the root in the event',
    make: during(
      receipts((receipt) => ({
        ...receipt,
        logs: receipt.logs.map((log) => ({ ...log, data: log.data.replace(/.{64}$/, 'cd'.repeat(32)) })),
      })),
    ),
    alarm: 'CHAIN_ANSWER_INVALID',
    mend: honest,
  },
  { fault: 'lies that the event is not there', make: during(receipts((receipt) => ({ ...receipt, logs: [] }))) },
  {
    fault: 'lies about the chain id',
    make: during(lieAbout('eth_chainId', () => '0x1')),
    alarm: 'CHAIN_ID_MISMATCH',
    mend: honest,
  },
  {
    fault: 'receipt of a block that is not in the chain',
    make: during(receipts((receipt) => ({ ...receipt, blockHash: HASH }))),
    alarm: 'ANCHOR_WITHDRAWN',
    mend: honest,
  },
  {
    fault: 'lies that the contract is gone',
    make: during(lieAbout('eth_getCode', () => '0x')),
    alarm: 'CHAIN_CONTRACT_UNKNOWN',
    mend: honest,
  },
  {
    fault: 'head goes backwards',
    make: during(headAt('0x2')),
    alarm: 'CHAIN_HEAD_DECREASED',
    mend: honest,
  },
  {
    fault: 'lies once that the head is far ahead',
    make: during(times(1, headAt('0xffffff'), 'eth_getBlockByNumber')),
    alarm: 'CHAIN_HEAD_DECREASED',
  },
  {
    fault: 'lies that the next nonce is far ahead',
    make: during(
      times(
        3,
        lieAbout('eth_getTransactionCount', (truth: string) => `0x${(Number(truth) + 7).toString(16)}`),
        'eth_getTransactionCount',
      ),
    ),
    alarm: 'ANCHOR_NONCE_GAP',
  },
  {
    fault: 'three blocks are reorganised away with the anchor in them',
    make: async (bench) => {
      await bench.until(
        () => bench.worker.outbox.newest() !== undefined && bench.worker.outbox.oldestOpen()?.attempts[0]?.sends === 1,
      );
      await bench.anvil.request('anvil_reorg', 3, []);
    },
  },
  {
    fault: 'a confirmed anchor is reorganised away',
    make: async (bench) => {
      await bench.anchor();
      const depth = Number(await bench.anvil.request<string>('eth_blockNumber')) - bench.store.newest()!.block + 1;
      await bench.anvil.request('anvil_reorg', depth, []);
    },
    alarm: 'ANCHOR_WITHDRAWN',
  },
  {
    fault: 'gas spikes above the limit',
    make: async (bench) => {
      bench.settings.bumpAfterMs = 4_000;
      bench.restartWorker('worker-2');
      await spike(bench);
    },
    alarm: 'ANCHOR_FEE_HELD',
    mend: async (bench) => {
      await bench.anvil.request('anvil_setNextBlockBaseFeePerGas', '0x3b9aca00');
      await bench.anvil.mine();
    },
    mines: false,
  },
  {
    fault: 'somebody else uses the nonce',
    make: async (bench) => {
      await sentButNotMined(bench);
      const { nonce } = bench.worker.outbox.oldestOpen()!;
      const { size, root } = (await bench.onChain())!;
      await intrude(bench, size, root, nonce);
      await bench.anvil.request('evm_setAutomine', true);
    },
    alarm: 'ANCHOR_NONCE_TAKEN',
    closes: false,
  },
  {
    fault: 'the transaction waits for ever',
    make: async (bench) => {
      bench.settings.overdueMs = 6_000;
      await sentButNotMined(bench);
    },
    alarm: 'ANCHOR_OVERDUE',
    mend: (bench) => bench.anvil.request('evm_setAutomine', true),
    mines: false,
  },
  {
    fault: 'the account cannot pay',
    make: (bench) => bench.anvil.request('anvil_setBalance', bench.account(1), '0x1'),
    alarm: 'CHAIN_FUNDS_MISSING',
    mend: (bench) => bench.anvil.request('anvil_setBalance', bench.account(1), '0x56bc75e2d63100000'),
  },
  {
    fault: 'the chain is restarted empty',
    make: restartNode,
    alarm: 'CHAIN_CONTRACT_UNKNOWN',
    mend: async (bench) => {
      await bench.deploy();
      bench.restartWorker('worker-2');
    },
  },
  {
    fault: 'poison: the chain holds a larger size than the log',
    make: (bench) => intrude(bench, bench.checkpoint().size + 2, '11'.repeat(32)),
    alarm: 'ANCHOR_SIZE_DECREASED',
    // The log outgrows it: a larger checkpoint is anchored, and that the chain holds another root stays to be seen.
    mend: (bench) => bench.grow(5),
  },
  {
    fault: 'poison: the chain holds another root for this size',
    make: (bench) => intrude(bench, bench.checkpoint().size, '22'.repeat(32)),
    alarm: 'ANCHOR_ROOT_CONFLICT',
    mend: (bench) => bench.grow(),
    closes: false,
  },
  {
    fault: 'poison: mined, and undone by the contract',
    make: async (bench) => {
      await sentButNotMined(bench);
      await setPublisher(bench, STRANGER);
      await bench.anvil.request('evm_setAutomine', true);
    },
    alarm: 'ANCHOR_REVERTED',
    mend: async (bench) => {
      await setPublisher(bench, bench.account(1));
      await bench.grow();
    },
  },
  {
    fault: 'the key is not the publisher',
    make: (bench) => setPublisher(bench, STRANGER),
    alarm: 'ANCHOR_CALLER_REFUSED',
    mend: (bench) => setPublisher(bench, bench.account(1)),
  },
];

const rows: string[] = [];
/** What all of them have in common in the table of faults; times are by the clock of the looks, a second apart. */
const KIND = { ledger: 'any', part: 'anchors', cause: 'chain or node', repair: 'by the alarm, see the runbook; the anchor follows by itself' } as const; // prettier-ignore

describe('every fault ends in a correct anchor or in an alarm [rows 001-002-003:B4 000-004:E6]', () => {
  let bench: AnchorBench;
  beforeEach(async () => {
    bench = await AnchorBench.start();
    await bench.grow(3);
    await bench.anchor();
    await bench.grow(2);
  });
  afterEach(async () => {
    await bench.stop();
  });
  afterAll(() => {
    const head = '| fault | alarm | seconds to it | anchored | seconds to the anchor |\n| --- | --- | --- | --- | --- |\n';
    const folder = join(__dirname, '../../../artefacts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'anchor-faults.md'), `${head}${rows.join('\n')}\n`);
  });

  it.each(CASES.map((one) => [one.fault, one] as const))('%s', async (fault, one) => {
    const mine = one.mines !== false;
    await one.make(bench);
    let detected = '';
    if (one.alarm !== undefined) {
      const looks = await bench.until(() => bench.everRaised().includes(one.alarm!), 120, { mine });
      detected = String((looks * LOOK_MS) / 1000);
      await one.mend?.(bench);
    }
    const { size, root } = bench.checkpoint();
    const looks = await bench.until(
      () => bench.store.newest()?.size === size && bench.worker.outbox.oldestOpen() === undefined,
      120,
    );
    expect(await bench.onChain()).toEqual({ size, root });
    await bench.audit();
    // What closes by itself has closed; the rest waits for a person.
    for (let more = 0; more < CONFIRMATIONS; more += 1) await bench.look();
    if (one.closes === false) expect(bench.open()).toContain(one.alarm);
    else if (one.alarm !== undefined) expect(bench.open()).not.toContain(one.alarm);
    else expect(bench.everRaised()).toEqual([]);
    if (one.alarm === undefined) recordSilence(`EVM chain: ${fault}: the anchor comes all the same`, 'any');
    else
      recordFault({ ...KIND, fault: `EVM chain: ${fault}`, code: one.alarm, place: `size ${size}`, ms: Number(detected) * 1000 });
    rows.push(`| ${fault} | ${one.alarm ?? ''} | ${detected} | size ${size} | ${String((looks * LOOK_MS) / 1000)} |`);
  });
});
