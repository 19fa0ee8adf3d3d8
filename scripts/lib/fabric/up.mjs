// Starts what does not run, and makes what is not there.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { binaries as findBinaries } from './binaries.mjs';
import { makeCertificates } from './certificates.mjs';
import { deployChaincode } from './chaincode.mjs';
import { joinOrderers, joinPeers } from './channel.mjs';
import { makeGenesisBlock } from './configtx.mjs';
import { describeNetwork } from './network-file.mjs';
import { writeNodes } from './nodes.mjs';
import { isHealthy } from './operations.mjs';
import { openPlan, places } from './plan.mjs';
import { lastWords, pidOf, startProcess } from './processes.mjs';

const START_DEADLINE_MS = 30_000;

/** Brings up the network of a folder. */
export async function up(folder, say) {
  const binaries = await findBinaries(say);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const plan = await openPlan(folder);
  await makeCertificates(plan);
  writeNodes(plan);
  await makeGenesisBlock(plan, binaries);
  say('files      certificates, configuration, first block');

  await Promise.all([
    ...plan.orderers.map((orderer) => ensureNode(plan, orderer, [path.join(binaries, 'orderer'), 'start'])),
    ...plan.peers.map((peer) => ensureNode(plan, peer, [path.join(binaries, 'peer'), 'node', 'start'])),
  ]);
  say(`processes  ${plan.orderers.length} orderers, ${plan.peers.length} peers`);

  await Promise.all([joinOrderers(plan, binaries), joinPeers(plan, binaries)]);
  say('channel    joined, orderers have a leader');

  await deployChaincode(plan, binaries, say);
  const file = path.join(folder, 'network.json');
  writeFileSync(file, `${JSON.stringify(describeNetwork(plan, binaries), null, 2)}\n`, { mode: 0o600 });
  return file;
}

async function ensureNode({ folder }, node, [command, ...args]) {
  if (pidOf(folder, node.name) === undefined) {
    const env = { FABRIC_CFG_PATH: places.node(folder, node.name), FABRIC_LOGGING_SPEC: 'warn' };
    startProcess(folder, { name: node.name, command, args, cwd: places.node(folder, node.name), env });
  }
  const end = Date.now() + START_DEADLINE_MS;
  while (!(await isHealthy(folder, node))) {
    const gone = pidOf(folder, node.name) === undefined;
    if (gone || Date.now() > end) {
      throw new Error(`${node.name} ${gone ? 'ended' : 'is not there'}. Its last words:\n${lastWords(folder, node.name)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
