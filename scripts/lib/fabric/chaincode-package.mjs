// The chaincode as Fabric sees it: a package that says where the service listens, labelled with a digest of our code, so
// that other code is another package, and peers agree on what they endorse with.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { addressOf, CHAINCODE, places } from './plan.mjs';

const CONFIG = path.join(import.meta.dirname, 'config');

/**
 * What the channel must agree on, for the built chaincode of a folder. `version` names code and policies together: another
 * of either is another version.
 */
export function readDefinition(room) {
  const collections = path.join(CONFIG, 'collections.json');
  const policy = readFileSync(path.join(CONFIG, 'endorsement-policy.txt'), 'utf8').trim();
  const code = digest(listCode(room).flatMap((name) => [name, readFileSync(path.join(room, name))]));
  return { room, collections, policy, label: `${CHAINCODE}-${code}`, version: digest([code, policy, readFileSync(collections)]) };
}

/** The package of an organisation: its file and the id that its peer knows it by. Made once for each label. */
export async function packageOf(plan, peer, { label }) {
  const file = path.join(places.organisation(plan.folder, peer.mspId), 'packages', `${label}.tar.gz`);
  if (!existsSync(file)) {
    const code = await tarball({ 'connection.json': JSON.stringify(connection(plan.folder, peer)) });
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, await tarball({ 'metadata.json': JSON.stringify({ type: 'ccaas', label }), 'code.tar.gz': code }), {
      mode: 0o600,
    });
  }
  return { file, id: `${label}:${createHash('sha256').update(readFileSync(file)).digest('hex')}` };
}

/** How the peer calls the service: TLS, each proving itself to the other. */
function connection(folder, peer) {
  const tls = path.join(places.node(folder, peer.name), 'tls');
  return {
    address: addressOf(peer.chaincode),
    dial_timeout: '10s',
    tls_required: true,
    client_auth_required: true,
    client_key: readFileSync(path.join(tls, 'key.pem'), 'utf8'),
    client_cert: readFileSync(path.join(tls, 'cert.pem'), 'utf8'),
    root_cert: readFileSync(path.join(tls, 'ca.pem'), 'utf8'),
  };
}

function listCode(room) {
  const dist = path.join(room, 'dist');
  if (!existsSync(dist)) throw new Error(`${dist} is missing: run npm run build`);
  const names = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.js'));
  return ['package.json', ...names.sort().map((name) => path.join('dist', name))];
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}\n`).update(part);
  return hash.digest('hex').slice(0, 16);
}

async function tarball(files) {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({ name, mtime: new Date(0) }, content);
  archive.finalize();
  return gzipSync(await buffer(archive));
}
