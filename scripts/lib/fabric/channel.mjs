// Has orderers and peers join the channel; what has joined stays as it is.
import path from 'node:path';
import { readMetrics } from './operations.mjs';
import { CHANNEL, places } from './plan.mjs';
import { retry, run } from './run.mjs';

const LEADER_DEADLINE_MS = 30_000;

/** Every orderer joins; resolves when one leads. */
export async function joinOrderers(plan, binaries) {
  await Promise.all(plan.orderers.map((orderer) => joinOrderer(plan, orderer, binaries)));
  // A transaction that comes before there is a leader is refused.
  await retry(
    async () => {
      const metrics = await Promise.all(plan.orderers.map((orderer) => readMetrics(plan.folder, orderer)));
      if (!metrics.some((values) => values?.consensus_etcdraft_is_leader === 1)) throw new Error('the orderers have no leader');
    },
    { deadlineMs: LEADER_DEADLINE_MS },
  );
}

/** Every peer joins. */
export async function joinPeers(plan, binaries) {
  await Promise.all(plan.peers.map((peer) => joinPeer(plan, peer, binaries)));
}

async function joinOrderer({ folder }, orderer, binaries) {
  if ((await readMetrics(folder, orderer))?.consensus_etcdraft_cluster_size !== undefined) return;
  const admin = path.join(places.admin(folder, orderer.mspId), 'tls');
  const options = [
    ['--channelID', CHANNEL],
    ['--config-block', places.genesisBlock(folder)],
    ['--orderer-address', `${orderer.host}:${orderer.adminPort}`],
    ['--ca-file', places.tlsCa(folder, orderer.name)],
    ['--client-cert', path.join(admin, 'cert.pem')],
    ['--client-key', path.join(admin, 'key.pem')],
  ];
  const { stdout } = await run(path.join(binaries, 'osnadmin'), ['channel', 'join', ...options.flat()]);
  // osnadmin ends with 0 whatever the orderer answers.
  if (!/^Status: (201|405)/m.test(stdout)) throw new Error(`${orderer.name} did not join the channel: ${stdout}`);
}

async function joinPeer({ folder }, peer, binaries) {
  if ((await readMetrics(folder, peer))?.ledger_blockchain_height !== undefined) return;
  try {
    await peerCommand({ folder, peer, binaries }, ['channel', 'join', '-b', places.genesisBlock(folder)]);
  } catch (error) {
    // A peer that has just been started may not have opened its ledger yet.
    if (!/already exists/.test(error.message)) throw error;
  }
}

/** Runs `peer …` as the administrator of a peer's organisation, against that peer. */
export function peerCommand({ folder, peer, binaries }, args) {
  const env = {
    FABRIC_CFG_PATH: places.node(folder, peer.name),
    FABRIC_LOGGING_SPEC: 'error',
    CORE_PEER_MSPCONFIGPATH: path.join(places.admin(folder, peer.mspId), 'msp'),
  };
  return run(path.join(binaries, 'peer'), args, { env });
}
