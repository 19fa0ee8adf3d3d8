// Fabric's lifecycle of a chaincode: installed on a peer, approved by an organisation, committed by the channel.
import { peerCommand } from './channel.mjs';
import { addressOf, CHAINCODE, CHANNEL, places } from './plan.mjs';
import { retry } from './run.mjs';

const QUERY = JSON.stringify({ function: 'org.hyperledger.fabric:GetMetadata', Args: [] });

/** Asks a peer's chaincode for its metadata, through the peer. @throws Error when it cannot be reached. */
export function query(deployment) {
  return peerCommand(deployment, ['chaincode', 'query', '-C', CHANNEL, '-n', CHAINCODE, '-c', QUERY]);
}

/** Version and sequence that the channel has agreed on, as a peer knows them; undefined before the first. */
export async function readCommitted(deployment) {
  const asked = ['lifecycle', 'chaincode', 'querycommitted', '-C', CHANNEL, '--output', 'json'];
  const { stdout } = await retry(() => peerCommand(deployment, asked));
  return JSON.parse(stdout).chaincode_definitions?.find(({ name }) => name === CHAINCODE);
}

/** Installs a package on its peer, unless it is there. */
export async function install(deployment) {
  const { stdout } = await peerCommand(deployment, ['lifecycle', 'chaincode', 'queryinstalled', '--output', 'json']);
  const installed = JSON.parse(stdout).installed_chaincodes ?? [];
  if (installed.some(({ package_id: id }) => id === deployment.package.id)) return;
  await peerCommand(deployment, ['lifecycle', 'chaincode', 'install', deployment.package.file]);
}

/** What approvals and the commit must say alike. */
export function definitionOptions({ folder, orderers: [orderer] }, { version, policy, collections }, sequence) {
  return [
    ['--channelID', CHANNEL],
    ['--name', CHAINCODE],
    ['--version', version],
    ['--sequence', String(sequence)],
    ['--signature-policy', policy],
    ['--collections-config', collections],
    ['--orderer', addressOf(orderer)],
    ['--tls', '--cafile', places.tlsCa(folder, orderer.name)],
  ].flat();
}

/** An approval that stands is as good as a new one: a start that was cut off before the commit goes on from here. */
export async function approve(deployment, options) {
  const id = ['--package-id', deployment.package.id];
  try {
    await peerCommand(deployment, ['lifecycle', 'chaincode', 'approveformyorg', ...options, ...id]);
  } catch (error) {
    if (!/unchanged content/.test(error.message)) throw error;
  }
}

/** Commits what every organisation has approved; every peer endorses it. */
export async function commit(deployments, options) {
  const peers = deployments.flatMap(({ folder, peer }) => [
    ['--peerAddresses', addressOf(peer)],
    ['--tlsRootCertFiles', places.tlsCa(folder, peer.name)],
  ]);
  await peerCommand(deployments[0], ['lifecycle', 'chaincode', 'commit', ...options, ...peers.flat()]);
}
