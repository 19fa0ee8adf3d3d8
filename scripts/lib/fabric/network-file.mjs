// network.json: what a client needs to know of the network.
import { addressOf, CHAINCODE, CHANNEL, places } from './plan.mjs';

/** The content of network.json. */
export function describeNetwork(plan, binaries) {
  const { folder } = plan;
  const endpoint = (node) => ({
    endpoint: addressOf(node),
    tlsName: node.host,
    tlsCaFile: places.tlsCa(folder, node.name),
  });
  const organisations = plan.peers.map((peer) => [
    peer.mspId,
    {
      mspId: peer.mspId,
      peer: endpoint(peer),
      identitiesFolder: places.identities(folder, peer.mspId),
      caFolder: places.ca(folder, peer.mspId),
    },
  ]);
  return {
    channel: CHANNEL,
    chaincode: CHAINCODE,
    organisations: Object.fromEntries(organisations),
    orderers: plan.orderers.map(endpoint),
    admin: { binaries, orderers: plan.orderers, peers: plan.peers },
  };
}
