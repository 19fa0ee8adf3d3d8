// Brings the channel to the chaincode that is here: one process an organisation, and Fabric's lifecycle of installing,
// approving and committing, when the channel does not have this version yet.
import { createRequire } from 'node:module';
import path from 'node:path';
import { peerCommand } from './channel.mjs';
import { CHAINCODE_ROOM, packageOf, readDefinition } from './chaincode-package.mjs';
import { CHAINCODE, CHANNEL, places } from './plan.mjs';
import { pidOf, startProcess, stopProcess } from './processes.mjs';
import { retry } from './run.mjs';

const QUERY = JSON.stringify({ function: 'org.hyperledger.fabric:GetMetadata', Args: [] });
const READY_DEADLINE_MS = 30_000;

/** Deploys what chaincode/dist holds. Gives what it did: `nothing`, or the sequence that was committed. */
export async function deployChaincode(plan, binaries, say) {
  const definition = readDefinition();
  const deployments = await Promise.all(
    plan.peers.map(async (peer) => ({ folder: plan.folder, peer, binaries, package: await packageOf(plan, peer, definition) })),
  );
  const committed = await readCommitted(deployments[0]);
  await Promise.all(deployments.map(install));
  const changes = committed?.version !== definition.version;
  if (changes) {
    const sequence = (committed?.sequence ?? 0) + 1;
    say(`chaincode  ${definition.label}, sequence ${sequence}`);
    const options = optionsOf(plan, definition, sequence);
    await Promise.all(deployments.map((deployment) => approve(deployment, options)));
    await Promise.all(deployments.map(restart));
    await commit(plan, deployments, options);
  }
  await Promise.all(deployments.map(ensureRuns));
  await Promise.all(deployments.map((deployment) => retry(() => query(deployment), { deadlineMs: READY_DEADLINE_MS })));
}

/** Asks a peer's chaincode for its metadata, through the peer. @throws Error when it cannot be reached. */
export function query(deployment) {
  return peerCommand(deployment, ['chaincode', 'query', '-C', CHANNEL, '-n', CHAINCODE, '-c', QUERY]);
}

async function readCommitted(deployment) {
  const asked = ['lifecycle', 'chaincode', 'querycommitted', '-C', CHANNEL, '--output', 'json'];
  const { stdout } = await retry(() => peerCommand(deployment, asked));
  return JSON.parse(stdout).chaincode_definitions?.find(({ name }) => name === CHAINCODE);
}

async function install(deployment) {
  const { stdout } = await peerCommand(deployment, ['lifecycle', 'chaincode', 'queryinstalled', '--output', 'json']);
  const installed = JSON.parse(stdout).installed_chaincodes ?? [];
  if (installed.some(({ package_id: id }) => id === deployment.package.id)) return;
  await peerCommand(deployment, ['lifecycle', 'chaincode', 'install', deployment.package.file]);
}

function optionsOf({ folder, orderers }, { version, policy, collections }, sequence) {
  return [
    ['--channelID', CHANNEL],
    ['--name', CHAINCODE],
    ['--version', version],
    ['--sequence', String(sequence)],
    ['--signature-policy', policy],
    ['--collections-config', collections],
    ['--orderer', `localhost:${orderers[0].port}`],
    ['--tls', '--cafile', places.tlsCa(folder, orderers[0].name)],
  ].flat();
}

/** An approval that stands is as good as a new one: a start that was cut off before the commit goes on from here. */
async function approve(deployment, options) {
  const id = ['--package-id', deployment.package.id];
  try {
    await peerCommand(deployment, ['lifecycle', 'chaincode', 'approveformyorg', ...options, ...id]);
  } catch (error) {
    if (!/unchanged content/.test(error.message)) throw error;
  }
}

async function commit({ folder }, deployments, options) {
  const peers = deployments.flatMap(({ peer }) => [
    '--peerAddresses',
    `localhost:${peer.port}`,
    '--tlsRootCertFiles',
    places.tlsCa(folder, peer.name),
  ]);
  await peerCommand(deployments[0], ['lifecycle', 'chaincode', 'commit', ...options, ...peers]);
}

async function restart(deployment) {
  await stopProcess(deployment.folder, deployment.peer.chaincode.name);
  await ensureRuns(deployment);
}

async function ensureRuns({ folder, peer, package: { id } }) {
  const { name, port } = peer.chaincode;
  if (pidOf(folder, name) !== undefined) return;
  const tls = path.join(places.node(folder, name), 'tls');
  const options = [
    ['--chaincode-address', `127.0.0.1:${port}`],
    ['--chaincode-id', id],
    ['--chaincode-tls-cert-file', path.join(tls, 'cert.pem')],
    ['--chaincode-tls-key-file', path.join(tls, 'key.pem')],
    ['--chaincode-tls-client-cacert-file', path.join(tls, 'ca.pem')],
  ];
  const shim = createRequire(path.join(CHAINCODE_ROOM, 'package.json')).resolve('fabric-shim/cli');
  // The bureau's endorser is the one that refuses a time far from its clock's (docs/architecture.md).
  const guard = peer.mspId === 'TaxBureau' ? { LIANPIAO_CLOCK_GUARD: '1' } : {};
  startProcess(folder, {
    name,
    command: process.execPath,
    args: [shim, 'server', ...options.flat()],
    cwd: CHAINCODE_ROOM,
    env: { CORE_CHAINCODE_LOGGING_LEVEL: 'ERROR', NODE_ENV: 'production', ...guard },
  });
}
