// Brings the channel to the chaincode that is here.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { approve, commit, definitionOptions, install, query, readCommitted } from './chaincode-lifecycle.mjs';
import { packageOf, readDefinition } from './chaincode-package.mjs';
import * as onThisMachine from './chaincode-process.mjs';
import { awaitDiscovery } from './discovery.mjs';
import { places } from './plan.mjs';
import { retry } from './run.mjs';

const READY_DEADLINE_MS = 60_000;

/** Makes the packages, and notes their ids for whoever starts the processes. */
export async function packageChaincode(plan, chaincode) {
  const definition = readDefinition(chaincode);
  const packages = await Promise.all(plan.peers.map((peer) => packageOf(plan, peer, definition)));
  plan.peers.forEach(({ chaincode: { name } }, index) => {
    const file = places.packageId(plan.folder, name);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, packages[index].id, { mode: 0o600 });
  });
  return { definition, packages };
}

/**
 * Deploys the built chaincode of a folder; resolves when every peer reaches its chaincode and knows the other endorsers.
 * `processes` starts and ends the chaincode's processes.
 */
export async function deployChaincode(plan, { binaries, chaincode, say, processes = onThisMachine }) {
  const { definition, packages } = await packageChaincode(plan, chaincode);
  const { folder } = plan;
  const deployments = plan.peers.map((peer, index) => ({ folder, peer, binaries, room: chaincode, package: packages[index] }));
  // A peer that has lost its disk knows nothing yet: what the channel has agreed on is what the furthest one knows.
  const known = await Promise.all(deployments.map(readCommitted));
  const committed = known.reduce((most, one) => ((one?.sequence ?? 0) > (most?.sequence ?? 0) ? one : most));
  await Promise.all(deployments.map(install));
  if (committed?.version !== definition.version) {
    const sequence = (committed?.sequence ?? 0) + 1;
    await upgrade(deployments, definitionOptions(plan, definition, sequence), processes);
    say(`chaincode  ${definition.label}, sequence ${sequence}`);
  }
  deployments.forEach(processes.ensureRuns);
  const answers = deployments.map((deployment) => awaitAnswer(deployment, processes));
  await Promise.all([...answers, awaitDiscovery(plan, binaries, definition.collections)]);
}

async function upgrade(deployments, options, processes) {
  await Promise.all(deployments.map((deployment) => approve(deployment, options)));
  // Approved by all, committed by none: the shortest time without the old code and without the new.
  await Promise.all(deployments.map(processes.stop));
  deployments.forEach(processes.ensureRuns);
  await commit(deployments, options);
}

async function awaitAnswer(deployment, processes) {
  const attempt = async () => {
    const problem = processes.problemOf(deployment);
    if (problem === undefined) await query(deployment);
    return problem;
  };
  const problem = await retry(attempt, { deadlineMs: READY_DEADLINE_MS });
  if (problem !== undefined) throw problem;
}
