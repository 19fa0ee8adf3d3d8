// Writes the configuration of every peer and orderer: what all share (config/*.yaml) and what is its own.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { addressOf, places } from './plan.mjs';

const CONFIG = path.join(import.meta.dirname, 'config');

/** Every node's folder is its FABRIC_CFG_PATH: configuration, msp/, tls/ and state/. */
export function writeNodes(plan) {
  for (const orderer of plan.orderers) writeOrderer(plan, orderer);
  for (const peer of plan.peers) writePeer(plan, peer);
}

function writeOrderer({ folder, listenAddress }, { name, mspId, port, adminPort, operationsPort }) {
  const node = places.node(folder, name);
  // These Fabric reads as they stand, not from its configuration's folder.
  const tls = (name) => path.join(node, 'tls', name);
  const TLS = { Certificate: tls('cert.pem'), PrivateKey: tls('key.pem'), ClientRootCAs: [tls('ca.pem')] };
  writeYaml(path.join(node, 'orderer.yaml'), 'orderer.yaml', {
    General: { ListenAddress: listenAddress, ListenPort: port, LocalMSPID: mspId },
    Operations: { ListenAddress: `${listenAddress}:${operationsPort}`, TLS },
    Admin: { ListenAddress: `${listenAddress}:${adminPort}`, TLS },
    Consensus: { WALDir: path.join(node, 'state/wal'), SnapDir: path.join(node, 'state/snapshots') },
  });
}

function writePeer({ folder, listenAddress }, peer) {
  const { name, mspId, port, chaincodeListenPort, operationsPort } = peer;
  const node = places.node(folder, name);
  const address = addressOf(peer);
  cpSync(path.join(CONFIG, 'builder'), path.join(node, 'builder'), { recursive: true });
  writeYaml(path.join(node, 'core.yaml'), 'core.yaml', {
    peer: {
      id: name,
      localMspId: mspId,
      address,
      listenAddress: `${listenAddress}:${port}`,
      chaincodeListenAddress: `${listenAddress}:${chaincodeListenPort}`,
      gossip: { bootstrap: address, endpoint: address, externalEndpoint: address },
    },
    chaincode: { externalBuilders: [{ name: 'ccaas', path: path.join(node, 'builder') }] },
    ledger: { snapshots: { rootDir: path.join(node, 'state/snapshots') } },
    operations: { listenAddress: `${listenAddress}:${operationsPort}` },
  });
}

function writeYaml(file, base, own) {
  const shared = parse(readFileSync(path.join(CONFIG, base), 'utf8'));
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // Without anchors: Fabric's reader would take one mapping for all its aliases.
  writeFileSync(file, stringify(merge(shared, own), { aliasDuplicateObjects: false }));
}

function merge(base, own) {
  const merged = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const isMapping = typeof value === 'object' && !Array.isArray(value);
    merged[key] = isMapping ? merge(base[key] ?? {}, value) : value;
  }
  return merged;
}
