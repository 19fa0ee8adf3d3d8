// Waits until every peer knows who may endorse: a client's peer chooses the endorsers, and gossip takes some seconds to
// tell it of the others.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addressOf, CHAINCODE, CHANNEL, places } from './plan.mjs';
import { retry, run } from './run.mjs';

const DEADLINE_MS = 60_000;

/** Resolves when every peer can name endorsers for every collection. */
export async function awaitDiscovery({ folder, peers }, binaries, collectionsFile) {
  const collections = JSON.parse(readFileSync(collectionsFile, 'utf8')).map(({ name }) => name);
  const questions = peers.flatMap((peer) => collections.map((collection) => ({ peer, collection })));
  await Promise.all(
    questions.map((question) => retry(() => askEndorsers(folder, binaries, question), { deadlineMs: DEADLINE_MS })),
  );
}

function askEndorsers(folder, binaries, { peer, collection }) {
  const msp = path.join(places.admin(folder, peer.mspId), 'msp');
  const options = [
    ['--peerTLSCA', places.tlsCa(folder, peer.name)],
    ['--userKey', path.join(msp, 'keystore/key.pem')],
    ['--userCert', path.join(msp, 'signcerts/cert.pem')],
    ['--MSP', peer.mspId],
    ['--channel', CHANNEL],
    ['--server', addressOf(peer)],
    ['--chaincode', CHAINCODE],
    ['--collection', `${CHAINCODE}:${collection}`],
  ];
  return run(path.join(binaries, 'discover'), ['endorsers', ...options.flat()]);
}
