/** Benchmark of the anchor contract (docs/performance.md): what an anchor costs, over four orders of magnitude of the log. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);
const services = require('../services.cjs');
const evm = require('../evm-node.cjs');
const { EthersAnchorChain, hashOrigin } = require('../../../contracts');
const { CompactRange, hasher } = require('../../../chaincode/dist/domain');
const { installNativeHasher } = require('../../../gateway/dist/stores');

const ORIGIN = 'lianpiao.example/log';
const SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const POLL_MS = 50;

/** Sends one anchor and gives the gas that it took. */
async function gasOf(chain, size, root) {
  const checkpoint = { origin: hashOrigin(ORIGIN), size: BigInt(size), root };
  const signed = await chain.sign(checkpoint, await chain.nextNonce(), await chain.market());
  await chain.broadcast(signed);
  for (;;) {
    const inclusion = await chain.inclusion(signed.hash);
    if (inclusion.state === 'included') return Number(inclusion.gasUsed);
    if (inclusion.state === 'reverted') throw new Error(`the anchor of size ${size} was undone`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** proofs.anchor: gas of an anchor with 10³ to 10⁷ leaves under real roots, the first one of the log included. */
export async function anchor(report, { size: most = SIZES.at(-1) } = {}) {
  installNativeHasher();
  const data = mkdtempSync(path.join(tmpdir(), 'lianpiao-bench-'));
  const folder = path.join(data, 'evm');
  const node = await evm.startEvmNode({ folder, port: await services.freePort() });
  try {
    const contract = await evm.deployOnce({ url: node.url, data, folder, origin: ORIGIN });
    const target = { rpcUrl: node.url, chainId: BigInt(evm.CHAIN_ID), contract };
    const chain = new EthersAnchorChain({ ...target, privateKey: evm.keyOf(data) });
    const tree = CompactRange.empty();
    const gas = {};
    for (const size of SIZES.filter((one) => one <= most)) {
      while (tree.size < size) tree.append(hasher().leafHash(String(tree.size)));
      gas[size] = await gasOf(chain, size, tree.root());
    }
    chain.close();
    const all = Object.values(gas);
    const [least, largest] = [Math.min(...all), Math.max(...all)];
    const spread = largest / least - 1;
    report({ name: 'proofs.anchor', figure: largest, unit: 'gas, the dearest anchor', n: all.length, spread, ...gas });
  } finally {
    await node.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
