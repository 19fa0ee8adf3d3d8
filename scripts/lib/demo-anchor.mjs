/** The demonstration's public chain: a development node with the anchor contract, and the wait for an invoice's anchor. */
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const services = require('./services.cjs');
const evm = require('./evm-node.cjs');

/** As in gateway and workers. */
const DEFAULT_ORIGIN = 'lianpiao.example/log';
/** The lease of a worker that was killed, and what an anchor takes. */
const ANCHOR_DEADLINE_MS = 45_000;
const POLL_MS = 200;

/** How often a demonstration anchors and looks: nobody wants to wait for minutes. */
const PACE = {
  LIANPIAO_ANCHOR_INTERVAL_MS: '1000',
  LIANPIAO_ANCHOR_LOOK_MS: '250',
  LIANPIAO_ANCHOR_CONFIRMATIONS: '2',
  LIANPIAO_ANCHOR_BUMP_MS: '15000',
};

const NO_CHAIN = 'none: npm has no anvil for this platform, so nothing is anchored';

/** Starts the node; `env` is what workers need to anchor on it. Without `url` where there is no node for this platform. */
export async function startChain(data, running) {
  if (!evm.hasEvmNode()) return { text: NO_CHAIN, env: {} };
  const folder = path.join(data, 'evm');
  const node = await evm.startEvmNode({ folder, port: await services.freePort() });
  running.push(node);
  const origin = process.env.LIANPIAO_LOG_ORIGIN ?? DEFAULT_ORIGIN;
  const contract = await evm.deployOnce({ url: node.url, data, folder, origin });
  const target = {
    LIANPIAO_ANCHOR_RPC_URL: node.url,
    LIANPIAO_ANCHOR_CHAIN_ID: String(evm.CHAIN_ID),
    LIANPIAO_ANCHOR_CONTRACT: contract,
  };
  const text = `${node.url}  chain ${evm.CHAIN_ID}, anchor contract ${contract}`;
  return { url: node.url, chainId: evm.CHAIN_ID, contract, text, env: { ...PACE, ...target } };
}

/** The invoice's bundle once it has gained its anchor, which it does by itself. */
export async function anchoredBundle(fetchBundle) {
  for (const end = Date.now() + ANCHOR_DEADLINE_MS; ;) {
    const bundle = await fetchBundle();
    if (bundle.anchors.length > 0) return bundle;
    if (Date.now() > end) throw new Error(`the invoice is not anchored after ${ANCHOR_DEADLINE_MS} ms: see logs/workers.log`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
