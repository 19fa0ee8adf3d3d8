// Makes what the network's members prove themselves with: for every organisation two development authorities (signatures,
// TLS), an administrator, and the folders that Fabric calls MSPs. What is there stays as it is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ORDERERS, PEERS, places } from './plan.mjs';

const { createAuthority, issueCertificate } = createRequire(import.meta.url)(
  '../../../gateway/dist/ledger/fabric/certificate-authority.js',
);

/** Fabric tells parts apart by the OU of a certificate. */
const NODE_UNITS = `NodeOUs:
  Enable: true
${['Client', 'Peer', 'Admin', 'Orderer']
  .map((unit) => `  ${unit}OUIdentifier: { Certificate: cacerts/ca.pem, OrganizationalUnitIdentifier: ${unit.toLowerCase()} }`)
  .join('\n')}
`;

/** Makes all certificates of the plan. */
export async function makeCertificates(plan) {
  await Promise.all([ORDERERS, ...PEERS].map((mspId) => makeOrganisation(plan.folder, mspId)));
  await Promise.all([
    ...plan.orderers.map((node) => makeNode(plan.folder, node, 'orderer')),
    ...plan.peers.map((node) => makePeer(plan.folder, node)),
  ]);
}

async function makeOrganisation(folder, mspId) {
  const ca = places.ca(folder, mspId);
  await writePair(ca, 'signing.pem', 'signing.key', () => createAuthority(`${mspId} signing`, mspId));
  await writePair(ca, 'tls.pem', 'tls.key', () => createAuthority(`${mspId} TLS`, mspId));
  writeMsp(folder, mspId, path.join(places.organisation(folder, mspId), 'msp'));
  const admin = places.admin(folder, mspId);
  await makeSigner(folder, mspId, { commonName: 'administrator', organisation: mspId, unit: 'admin' }, path.join(admin, 'msp'));
  await makeTls(folder, mspId, { commonName: 'administrator', organisation: mspId }, path.join(admin, 'tls'));
}

async function makeNode(folder, { name, mspId }, unit) {
  const node = places.node(folder, name);
  await makeSigner(folder, mspId, { commonName: name, organisation: mspId, unit }, path.join(node, 'msp'));
  await makeTls(folder, mspId, { commonName: name, organisation: mspId, hosts: hostsOf(name) }, path.join(node, 'tls'));
}

async function makePeer(folder, peer) {
  await makeNode(folder, peer, 'peer');
  const { name } = peer.chaincode;
  const request = { commonName: name, organisation: peer.mspId, hosts: hostsOf(name) };
  await makeTls(folder, peer.mspId, request, path.join(places.node(folder, name), 'tls'));
}

/** On one machine a node is called localhost, in a network of containers by its name. */
function hostsOf(name) {
  return ['localhost', '127.0.0.1', name];
}

async function makeSigner(folder, mspId, request, msp) {
  writeMsp(folder, mspId, msp);
  const authority = readPair(places.ca(folder, mspId), 'signing.pem', 'signing.key');
  await writePair(msp, 'signcerts/cert.pem', 'keystore/key.pem', () => issueCertificate(authority, request));
}

async function makeTls(folder, mspId, request, tls) {
  const authority = readPair(places.ca(folder, mspId), 'tls.pem', 'tls.key');
  await writePair(tls, 'cert.pem', 'key.pem', () => issueCertificate(authority, request));
  write(path.join(tls, 'ca.pem'), authority.certificate);
}

function writeMsp(folder, mspId, msp) {
  const ca = places.ca(folder, mspId);
  write(path.join(msp, 'cacerts/ca.pem'), readFileSync(path.join(ca, 'signing.pem')));
  write(path.join(msp, 'tlscacerts/ca.pem'), readFileSync(path.join(ca, 'tls.pem')));
  write(path.join(msp, 'config.yaml'), NODE_UNITS);
}

async function writePair(folder, certificateName, keyName, make) {
  if (existsSync(path.join(folder, keyName))) return;
  const { certificate, privateKey } = await make();
  write(path.join(folder, certificateName), certificate);
  // The key last: where it is, its certificate is.
  write(path.join(folder, keyName), privateKey);
}

function readPair(folder, certificateName, keyName) {
  return {
    certificate: readFileSync(path.join(folder, certificateName), 'utf8'),
    privateKey: readFileSync(path.join(folder, keyName), 'utf8'),
  };
}

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, text, { mode: 0o600 });
}
