import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { EthersAnchorChain, hashOrigin, parseAddress, parseChainHash } from '../../contracts/src';
import type { AnchorErrorCode, Fees } from '../../contracts/src';

const DEADLINE_MS = 300;
const ORIGIN = hashOrigin('log.example');
const CHECKPOINT = { origin: ORIGIN, size: 1n, root: hashOrigin('any 32 bytes') };
const FEES: Fees = { maxFeePerGas: 2n, maxPriorityFeePerGas: 1n };
const CONTRACT = parseAddress(`0x${'c'.repeat(40)}`)!;
const HASH = parseChainHash(`0x${'ab'.repeat(32)}`)!;
const OTHER_HASH = `0x${'cd'.repeat(32)}`;

/** What the node of this test answers: a JSON-RPC result or error by method, or a whole body. */
type Answer = { result: unknown } | { error: { code: number; message: string; data?: string } };
type Behaviour = (method: string) => Answer | 'hang' | 'reset' | { status: number; body: string };

let behaviour: Behaviour;
let server: http.Server;
let chain: EthersAnchorChain;

function respond(request: { id: unknown; method: string }, response: http.ServerResponse): void {
  const answer = behaviour(request.method);
  if (answer === 'hang') return;
  if (answer === 'reset') response.socket?.destroy();
  else if ('status' in answer) response.writeHead(answer.status).end(answer.body);
  else response.end(JSON.stringify({ jsonrpc: '2.0', id: request.id, ...answer }));
}

function everything(result: unknown): Behaviour {
  return () => ({ result });
}

function refusing(message: string, known = false): Behaviour {
  return (method) => {
    if (method === 'eth_sendRawTransaction') return { error: { code: -32000, message } };
    return { result: known ? { hash: signedHash } : null };
  };
}

let signedHash: string;

async function broadcast(): Promise<void> {
  await chain.broadcast(await chain.sign(CHECKPOINT, 0, FEES));
}

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => respond(JSON.parse(Buffer.concat(chunks).toString()), response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const rpcUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const privateKey = `0x${'1'.repeat(64)}`;
  chain = new EthersAnchorChain({ rpcUrl, chainId: 1n, contract: CONTRACT, deadlineMs: DEADLINE_MS, privateKey });
  signedHash = (await chain.sign(CHECKPOINT, 0, FEES)).hash;
});

afterAll(async () => {
  chain.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('a node that fails', () => {
  it.each<[string, Behaviour, AnchorErrorCode]>([
    ['is silent', () => 'hang', 'CHAIN_TIMEOUT'],
    ['hangs up', () => 'reset', 'CHAIN_UNREACHABLE'],
    ['is overloaded', () => ({ status: 503, body: '' }), 'CHAIN_UNREACHABLE'],
    ['says to come later', () => ({ status: 429, body: '' }), 'CHAIN_UNREACHABLE'],
    ['answers no JSON', () => ({ status: 200, body: '<html>' }), 'CHAIN_REFUSED'],
    ['answers nothing of JSON-RPC', () => ({ status: 200, body: '[null]' }), 'CHAIN_ANSWER_INVALID'],
    ['knows no such method', () => ({ error: { code: -32601, message: 'the method x does not exist' } }), 'CHAIN_REFUSED'],
  ])('because it %s ends in a code within the deadline', async (_, how, code) => {
    behaviour = how;
    const start = performance.now();
    for (const call of [() => chain.head(), () => chain.latest(ORIGIN), broadcast]) {
      await expect(call()).rejects.toMatchObject({ name: 'AnchorError', code });
    }
    expect(performance.now() - start).toBeLessThan(3 * (DEADLINE_MS + 500));
  });

  it('and revert data of another contract is no refusal of ours', async () => {
    behaviour = () => ({ error: { code: 3, message: 'execution reverted', data: '0x12345678' } });
    await expect(chain.check(CHECKPOINT)).rejects.toMatchObject({ code: 'CHAIN_REVERTED' });
    behaviour = () => ({ error: { code: 3, message: 'execution reverted LianpiaoAnchorSizeDecreased' } });
    await expect(chain.check(CHECKPOINT)).rejects.toMatchObject({ code: 'CHAIN_REFUSED' });
  });
});

describe('a node that refuses a transaction', () => {
  it.each<[string, AnchorErrorCode]>([
    ['nonce too low', 'CHAIN_NONCE_USED'],
    ['replacement transaction underpriced', 'CHAIN_FEE_TOO_LOW'],
    ['insufficient funds for gas * price + value', 'CHAIN_FUNDS_MISSING'],
    ['something else', 'CHAIN_REFUSED'],
  ])('with "%s" gets its code', async (message, code) => {
    behaviour = refusing(message);
    await expect(broadcast()).rejects.toMatchObject({ code });
  });

  it.each(['already known', 'nonce too low', 'ALREADY_EXISTS: whatever words'])(
    'with "%s" although it holds this very transaction has accepted it',
    async (message) => {
      behaviour = refusing(message, true);
      await expect(broadcast()).resolves.toBeUndefined();
    },
  );
});

describe('a node that lies', () => {
  const block = { number: '0x5', hash: HASH };
  const receipt = { transactionHash: HASH, blockNumber: '0x5', blockHash: HASH, gasUsed: '0x1', status: '0x1', logs: [] };
  const log = { address: CONTRACT, topics: [], data: '0x' };

  function answering(answers: Readonly<Record<string, unknown>>): Behaviour {
    return (method) => ({ result: answers[method] ?? null });
  }

  it.each<[string, Behaviour, () => Promise<unknown>]>([
    ['about the hash of what it received', everything(OTHER_HASH), broadcast],
    ['about a chain id', everything('one'), () => chain.verifyTarget()],
    ['about a nonce', everything('-1'), () => chain.nextNonce()],
    ['about code', everything(7), () => chain.latest(ORIGIN)],
    ['about a block', everything([]), () => chain.head()],
    ['about fees', answering({ eth_getBlockByNumber: block }), () => chain.market()],
    ['about which receipt it is', everything({ ...receipt, transactionHash: OTHER_HASH }), () => chain.inclusion(HASH)],
    ['about which transaction it is', answering({ eth_getTransactionByHash: { hash: OTHER_HASH } }), () => chain.inclusion(HASH)],
    ['about logs', everything({ logs: [] }), () => chain.events(ORIGIN, 0n, 1n)],
    ['about a log entry', everything([{ ...log, topics: 'none' }]), () => chain.events(ORIGIN, 0n, 1n)],
  ])('%s is caught', async (_, how, call) => {
    behaviour = how;
    await expect(call()).rejects.toMatchObject({ code: 'CHAIN_ANSWER_INVALID' });
  });

  it('passes over log entries of other contracts and of other events', async () => {
    behaviour = everything([{ ...log, address: `0x${'d'.repeat(40)}` }, log]);
    await expect(chain.events(ORIGIN, 0n, 1n)).resolves.toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['stands in the chain', block, 'included'],
    ['was replaced', { ...block, hash: OTHER_HASH }, 'pending'],
    ['is gone', null, 'pending'],
  ])('a receipt counts only while its block %s', async (_, onChain, state) => {
    let asked = 0;
    behaviour = (method) => {
      if (method === 'eth_getTransactionReceipt') return { result: receipt };
      if (method === 'eth_getTransactionByHash') return { result: { hash: HASH } };
      asked += 1;
      return { result: asked === 1 ? block : onChain };
    };
    expect(await chain.inclusion(HASH)).toMatchObject({ state });
  });
});
