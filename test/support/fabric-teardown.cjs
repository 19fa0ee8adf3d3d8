/** Ends the network that this run's suites shared, unless somebody else named its folder. */
const { execFileSync } = require('node:child_process');
const { rmSync } = require('node:fs');
const path = require('node:path');

module.exports = () => {
  if (globalThis.lianpiaoOwnsFabric !== true) return;
  const folder = process.env.LIANPIAO_TEST_FABRIC;
  const script = path.resolve(__dirname, '../../scripts/lib/fabric/main.mjs');
  execFileSync(process.execPath, [script, 'down', '--purge', '--data', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(folder, { recursive: true, force: true });
};
