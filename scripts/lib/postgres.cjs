/**
 * Starts a PostgreSQL cluster in a folder of its own, on a free port of this machine, and ends it by its own pid. Used by
 * the tests and by the benchmarks of sharing. PostgreSQL refuses to run as root: then the system's user `postgres` runs it.
 */
const { execFileSync } = require('node:child_process');
const { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { freePort, ready, start } = require('./services.cjs');

const DEBIAN = '/usr/lib/postgresql';

/** Where initdb and postgres are. */
function programs() {
  const folders = [];
  if (existsSync(DEBIAN)) folders.push(...readdirSync(DEBIAN).map((version) => path.join(DEBIAN, version, 'bin')));
  folders.push(...(process.env.PATH ?? '').split(path.delimiter));
  const folder = folders.find((candidate) =>
    ['initdb', 'postgres', 'pg_isready'].every((name) => existsSync(path.join(candidate, name))),
  );
  if (folder === undefined) throw new Error('PostgreSQL is missing: install the package postgresql.');
  return folder;
}

/** A command run as a user that PostgreSQL accepts. */
function asUser(command, args) {
  if (process.getuid() !== 0) return [command, args];
  return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args]];
}

function canConnect(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('connect', () => socket.destroy() && resolve(true));
    socket.on('error', () => resolve(false));
  });
}

/** `url` connects as its superuser without a password. */
async function startPostgres({ folder }) {
  const bin = programs();
  const data = path.join(folder, 'cluster');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  // Its own user must find the way to its folder.
  chmodSync(folder, 0o711);
  if (process.getuid() === 0) {
    const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(data, id('-u'), id('-g'));
  }
  const [initdb, words] = asUser(path.join(bin, 'initdb'), [
    '--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--no-locale', '--no-sync',
  ]); // prettier-ignore
  execFileSync(initdb, words, { stdio: 'ignore', cwd: '/' });
  const port = await freePort();
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', `port=${port}`];
  const [postgres, more] = asUser(path.join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]);
  const service = start(postgres, more, { log: path.join(folder, 'postgres.log'), name: 'postgres' });
  const answers = async () => (await canConnect(port)) && isReady(bin, port);
  await ready(service, answers);
  return { ...service, port, url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: () => stop(service) };
}

/** It listens a moment before it answers. */
function isReady(bin, port) {
  try {
    execFileSync(path.join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q']);
    return true;
  } catch {
    return false;
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it does not wait for clients. */
async function stop(service) {
  if (service.alive()) process.kill(service.pid, 'SIGINT');
  await service.ended;
}

module.exports = { startPostgres };
