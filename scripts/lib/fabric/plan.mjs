// What the network consists of, and on which ports: chosen at the first start and remembered in the folder.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

export const CHANNEL = 'lianpiao';
export const CHAINCODE = 'lianpiao';
export const ORDERERS = 'Orderers';
export const PEERS = ['TaxBureau', 'Merchants', 'DataProviders'];
const ORDERER_COUNT = 3;

/** Below the ports that the system gives to outgoing connections: nobody takes ours while we are down. */
const PORTS = { from: 17_000, to: 32_000 };
const PORTS_OF_A_NETWORK = 30;
const LOCAL = '127.0.0.1';

/** Reads the plan of a folder; makes one when there is none, for this machine or for a network of containers. */
export async function openPlan(folder, layout) {
  const known = readPlan(folder);
  if (known !== undefined) return known;
  const plan = layout === 'containers' ? containers() : await thisMachine();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, 'plan.json'), `${JSON.stringify(plan, null, 2)}\n`, { mode: 0o600 });
  return { folder, ...plan };
}

/** All on one machine, so each listens on a port of its own, for this machine only. */
async function thisMachine() {
  const next = await freePorts();
  return members(
    LOCAL,
    () => 'localhost',
    () => next(),
  );
}

/** Each on a machine of its own, called by its name; the ports are those that everybody uses for Fabric. */
function containers() {
  return members(
    '0.0.0.0',
    (name) => name,
    (usual) => usual,
  );
}

function members(listenAddress, hostOf, portOf) {
  const orderers = Array.from({ length: ORDERER_COUNT }, (_, index) => {
    const name = `orderer${index + 1}`;
    return {
      name,
      mspId: ORDERERS,
      host: hostOf(name),
      port: portOf(7050),
      adminPort: portOf(9443),
      operationsPort: portOf(8443),
    };
  });
  const peers = PEERS.map((mspId) => {
    const name = `peer-${mspId.toLowerCase()}`;
    const service = `chaincode-${mspId.toLowerCase()}`;
    return {
      name,
      mspId,
      host: hostOf(name),
      port: portOf(7051),
      chaincodeListenPort: portOf(7052),
      operationsPort: portOf(9443),
      chaincode: { name: service, host: hostOf(service), port: portOf(9999) },
    };
  });
  return { listenAddress, orderers, peers };
}

/** `host:port` of a member, or of its chaincode. */
export function addressOf({ host, port }) {
  return `${host}:${port}`;
}

/** The plan of a folder that has one, or undefined. */
export function readPlan(folder) {
  const file = path.join(folder, 'plan.json');
  return existsSync(file) ? { folder, ...JSON.parse(readFileSync(file, 'utf8')) } : undefined;
}

/** Where things lie in the folder. */
export const places = {
  organisation: (folder, mspId) => path.join(folder, 'organisations', mspId),
  ca: (folder, mspId) => path.join(places.organisation(folder, mspId), 'ca'),
  admin: (folder, mspId) => path.join(places.organisation(folder, mspId), 'admin'),
  identities: (folder, mspId) => path.join(places.organisation(folder, mspId), 'identities'),
  node: (folder, name) => path.join(folder, 'nodes', name),
  tlsCa: (folder, name) => path.join(places.node(folder, name), 'tls/ca.pem'),
  packageId: (folder, chaincode) => path.join(places.node(folder, chaincode), 'package-id'),
  genesisBlock: (folder) => path.join(folder, 'channel', `${CHANNEL}.block`),
};

/**
 * Ports in a row, from a random place on: some are listened on seconds after they are chosen only, and of networks that
 * start at the same time two with random ports each would take one from each other now and then.
 */
async function freePorts() {
  const count = ORDERER_COUNT * 3 + PEERS.length * 4;
  for (;;) {
    const first = PORTS.from + PORTS_OF_A_NETWORK * Math.floor((Math.random() * (PORTS.to - PORTS.from)) / PORTS_OF_A_NETWORK);
    const ports = Array.from({ length: count }, (_, index) => first + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return () => ports.shift();
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.on('error', () => resolve(false));
    server.listen(port, LOCAL, () => server.close(() => resolve(true)));
  });
}
