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
const HOST = '127.0.0.1';

/** Reads the plan of a folder; makes one when there is none. */
export async function openPlan(folder) {
  const file = path.join(folder, 'plan.json');
  if (existsSync(file)) return { folder, ...JSON.parse(readFileSync(file, 'utf8')) };
  const next = await freePorts();
  const orderers = Array.from({ length: ORDERER_COUNT }, (_, index) => ({
    name: `orderer${index + 1}`,
    mspId: ORDERERS,
    port: next(),
    adminPort: next(),
    operationsPort: next(),
  }));
  const peers = PEERS.map((mspId) => ({
    name: `peer-${mspId.toLowerCase()}`,
    mspId,
    port: next(),
    chaincodeListenPort: next(),
    operationsPort: next(),
    chaincode: { name: `chaincode-${mspId.toLowerCase()}`, port: next() },
  }));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify({ orderers, peers }, null, 2)}\n`, { mode: 0o600 });
  return { folder, orderers, peers };
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
  genesisBlock: (folder) => path.join(folder, 'channel', `${CHANNEL}.block`),
};

async function freePorts() {
  const taken = new Set();
  const count = ORDERER_COUNT * 3 + PEERS.length * 4;
  while (taken.size < count) {
    const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
    if (await isFree(port)) taken.add(port);
  }
  const ports = [...taken];
  return () => ports.shift();
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.on('error', () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });
}
