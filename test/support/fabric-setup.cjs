/** Names the folder of the Fabric network that the suites of this run share (test/support/fabric-network.ts). */
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

module.exports = () => {
  if (process.env.LIANPIAO_TEST_FABRIC !== undefined) return;
  process.env.LIANPIAO_TEST_FABRIC = mkdtempSync(path.join(tmpdir(), 'lianpiao-test-fabric-'));
  globalThis.lianpiaoOwnsFabric = true;
};
