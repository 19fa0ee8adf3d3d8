/** A development EVM node with the anchor contract on it. Used by `scripts/up`, the benchmarks and the tests. */
const { randomBytes } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const services = require('./services.cjs');

const CHAIN_ID = 31_337;
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };
/** A hundred ether, of which every anchor takes some hundred thousand gas at a few gwei. */
const BALANCE = `0x${(100n * 10n ** 18n).toString(16)}`;
const REQUEST_DEADLINE_MS = 10_000;

/** Path of the anvil program that npm installed; throws a sentence when it did not. */
function anvilProgram() {
  const name = `@foundry-rs/anvil-${process.platform}-${ARCHITECTURES[process.arch] ?? process.arch}`;
  try {
    const folder = path.dirname(require.resolve(`${name}/package.json`));
    return path.join(folder, 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil');
  } catch (cause) {
    throw new Error(`anvil is missing: the optional package ${name} is not installed; run npm ci.`, { cause });
  }
}

/** False where npm has no build of anvil for this platform. */
function hasEvmNode() {
  try {
    return anvilProgram() !== '';
  } catch {
    return false;
  }
}

/** A JSON-RPC request; rejects on an error answer. */
async function request(url, method, ...params) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(REQUEST_DEADLINE_MS),
  });
  const answer = await response.json();
  if (answer.error !== undefined) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
  return answer.result;
}

/** Starts a node that makes a block a second and keeps its chain in a folder, for the next start. */
async function startEvmNode({ folder, port }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const args = ['--host', '127.0.0.1', '--port', String(port), '--chain-id', String(CHAIN_ID), '--block-time', '1'];
  const state = ['--state', path.join(folder, 'state.json'), '--state-interval', '30'];
  const node = services.start(anvilProgram(), [...args, ...state], { log: path.join(folder, 'node.log'), name: 'EVM node' });
  const url = `http://127.0.0.1:${port}`;
  const answers = () =>
    request(url, 'eth_chainId').then(
      () => true,
      () => false,
    );
  await services.ready(node, answers);
  return { ...node, port, url };
}

/** The publisher's key of a development instance, made when there is none. */
function keyOf(data) {
  const file = path.join(data, 'keys', 'anchor.key');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `0x${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Puts the anchor contract on the chain, unless it is there from an earlier start, and gives the publisher money. */
async function deployOnce({ url, data, folder, origin }) {
  const { EthersAnchorChain, deployAnchor, hashOrigin, parseAddress } = require('../../contracts');
  const privateKey = keyOf(data);
  const file = path.join(folder, 'contract.json');
  const target = { rpcUrl: url, chainId: BigInt(CHAIN_ID) };
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).contract : `0x${'0'.repeat(40)}`;
  const chain = new EthersAnchorChain({ ...target, privateKey, contract: parseAddress(known) });
  try {
    await request(url, 'anvil_setBalance', chain.account, BALANCE);
    const isThere = await chain.verifyTarget().then(
      () => true,
      () => false,
    );
    if (isThere) return known;
    const [nonce, fees] = [await chain.nextNonce(), await chain.market()];
    const origins = [hashOrigin(origin)];
    const { contract } = await deployAnchor({ ...target, privateKey, publisher: chain.account, origins, nonce, fees });
    writeFileSync(file, `${JSON.stringify({ chainId: CHAIN_ID, contract }, null, 2)}\n`);
    return contract;
  } finally {
    chain.close();
  }
}

module.exports = { CHAIN_ID, anvilProgram, deployOnce, hasEvmNode, keyOf, startEvmNode };
