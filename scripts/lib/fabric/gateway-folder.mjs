// What the gateway of one organisation gets of the network: its own side's keys, everybody's public certificates, and no more.
import { copyFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** In whose name a side reads blocks: its certificate concerns nobody else. */
const FOLLOWER = 'block-follower';

/**
 * Makes the folder of one organisation's gateway, or brings it up to date: certificates of others that are new or renewed. What the
 * gateway made itself stays. Paths in its network.json are relative, so it can be moved.
 * @param target made when it is not there, for its owner alone.
 * @returns the path of its network.json.
 */
export function makeGatewayFolder(folder, mspId, target) {
  const whole = readNetwork(folder);
  if (!Object.hasOwn(whole.organisations, mspId ?? ''))
    throw new Error(`gateway wants one of: ${Object.keys(whole.organisations).join(' ')}`);
  const endpoint = (one) => ({ ...one, tlsCaFile: copyAuthority(one.tlsCaFile, target) });
  const organisations = Object.values(whole.organisations).map((one) => {
    const place = path.join('organisations', one.mspId);
    const own = one.mspId === mspId;
    const identitiesFolder = path.join(place, 'identities');
    copyIdentities(one.identitiesFolder, path.join(target, identitiesFolder), own);
    const caFolder = path.join(place, 'ca');
    if (own)
      for (const name of ['signing.pem', 'signing.key']) copy(path.join(one.caFolder, name), path.join(target, caFolder, name));
    return [one.mspId, { mspId: one.mspId, peer: endpoint(one.peer), identitiesFolder, ...(own ? { caFolder } : {}) }];
  });
  const described = {
    channel: whole.channel,
    chaincode: whole.chaincode,
    organisation: mspId,
    organisations: Object.fromEntries(organisations),
    orderers: whole.orderers.map(endpoint),
  };
  const file = path.join(target, 'network.json');
  writeFileSync(file, `${JSON.stringify(described, null, 2)}\n`, { mode: 0o600 });
  return file;
}

function readNetwork(folder) {
  const file = path.join(folder, 'network.json');
  if (!existsSync(file)) throw new Error(`there is no Fabric network in ${folder}: ./scripts/fabric up makes one`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Of the own organisations certificate and key, unless they are there; of the others the certificates as they are now. */
function copyIdentities(from, to, own) {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const names = existsSync(from) ? readdirSync(from).filter((name) => !name.startsWith('.')) : [];
  for (const name of names) {
    const [source, goal] = [path.join(from, name), path.join(to, name)];
    if (own && existsSync(path.join(goal, 'key.pem'))) continue;
    if (!own && name === FOLLOWER) continue;
    copy(path.join(source, 'cert.pem'), path.join(goal, 'cert.pem'));
    // The key last: where it is, its certificate is.
    if (own) copy(path.join(source, 'key.pem'), path.join(goal, 'key.pem'));
  }
}

/** The certificate of whoever signs a node's TLS certificate, under the node's name. */
function copyAuthority(file, target) {
  const name = path.join('tls', `${path.basename(path.resolve(file, '../..'))}.pem`);
  copy(file, path.join(target, name));
  return name;
}

function copy(from, to) {
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}
