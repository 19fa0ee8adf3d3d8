// Starts what does not run, and makes what is not there.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { binaries as findBinaries } from './binaries.mjs';
import { makeCertificates } from './certificates.mjs';
import { ELSEWHERE } from './chaincode-process.mjs';
import { deployChaincode, packageChaincode } from './chaincode.mjs';
import { joinOrderers, joinPeers } from './channel.mjs';
import { makeGenesisBlock } from './configtx.mjs';
import { exclusively } from './lock.mjs';
import { describeNetwork } from './network-file.mjs';
import { writeNodes } from './nodes.mjs';
import { isReady } from './operations.mjs';
import { openPlan, places } from './plan.mjs';
import { lastWords, pidOf, startProcess } from './processes.mjs';

const START_DEADLINE_MS = 60_000;

/** Brings up the network of a folder on this machine; gives the path of its network.json. */
export async function up(folder, { chaincode, say }) {
  const binaries = await findBinaries(say);
  return exclusively(folder, async () => {
    const plan = await makeFiles(folder, 'this machine', binaries);
    say('files      certificates, configuration, first block');
    await Promise.all([
      ...plan.orderers.map((orderer) => ensureNode(plan, orderer, [path.join(binaries, 'orderer'), 'start'])),
      ...plan.peers.map((peer) => ensureNode(plan, peer, [path.join(binaries, 'peer'), 'node', 'start'])),
    ]);
    say(`processes  ${plan.orderers.length} orderers, ${plan.peers.length} peers`);
    return join(plan, { binaries, chaincode, say });
  });
}

/** The files of a network of containers, before its nodes start (docker-compose.yml: fabric-prepare). */
export async function prepare(folder, { chaincode, say }) {
  const plan = await makeFiles(folder, 'containers', await findBinaries(say));
  await packageChaincode(plan, chaincode);
}

/** Has the nodes of a network of containers form the channel, once they run (docker-compose.yml: fabric-deploy). */
export async function deploy(folder, { chaincode, say }) {
  const plan = await openPlan(folder, 'containers');
  const binaries = await findBinaries(say);
  await Promise.all([...plan.orderers, ...plan.peers].map((node) => awaitHealth(plan, node, () => false)));
  return join(plan, { binaries, chaincode, say, processes: ELSEWHERE });
}

async function makeFiles(folder, layout, binaries) {
  const plan = await openPlan(folder, layout);
  await makeCertificates(plan);
  writeNodes(plan);
  await makeGenesisBlock(plan, binaries);
  return plan;
}

async function join(plan, options) {
  const { binaries, say } = options;
  await Promise.all([joinOrderers(plan, binaries), joinPeers(plan, binaries)]);
  say('channel    joined, orderers have a leader');
  await deployChaincode(plan, options);
  const file = path.join(plan.folder, 'network.json');
  writeFileSync(file, `${JSON.stringify(describeNetwork(plan, binaries), null, 2)}\n`, { mode: 0o600 });
  return file;
}

async function ensureNode({ folder }, node, [command, ...args]) {
  if (pidOf(folder, node.name) === undefined) {
    const env = { FABRIC_CFG_PATH: places.node(folder, node.name), FABRIC_LOGGING_SPEC: 'warn' };
    startProcess(folder, { name: node.name, command, args, cwd: places.node(folder, node.name), env });
  }
  await awaitHealth({ folder }, node, () => pidOf(folder, node.name) === undefined);
}

async function awaitHealth({ folder }, node, isGone) {
  const end = Date.now() + START_DEADLINE_MS;
  while (!(await isReady(folder, node))) {
    const gone = isGone();
    if (gone || Date.now() > end) {
      throw new Error(`${node.name} ${gone ? 'ended' : 'is not there'}. Its last words:\n${lastWords(folder, node.name)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
