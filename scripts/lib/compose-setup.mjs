// The first start of docker-compose.yml: makes the ledger, and puts the anchor contract on the development chain. What is
// there from an earlier start stays. Secrets go into the data volume, none to the log.
//
//   LIANPIAO_DATA=/data LIANPIAO_ANCHOR_RPC_URL=http://evm:8545 node scripts/lib/compose-setup.mjs
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const services = require('./services.cjs');
const evm = require('./evm-node.cjs');

const { LIANPIAO_DATA: data, LIANPIAO_ANCHOR_RPC_URL: url, LIANPIAO_LOG_ORIGIN: origin = 'lianpiao.example/log' } = process.env;
const credentials = path.join(data, 'bureau-credentials.json');

if (!existsSync(credentials)) {
  const bureau = await services.initialise({ env: {} });
  writeFileSync(credentials, `${JSON.stringify(bureau, null, 2)}\n`, { mode: 0o600 });
}
const contract = await evm.deployOnce({ url, data, folder: data, origin });
writeFileSync(path.join(data, 'anchor.env'), `LIANPIAO_ANCHOR_CONTRACT=${contract}\n`);
console.log(`the bureau's API key is in ${credentials}; anchor contract ${contract}`);
