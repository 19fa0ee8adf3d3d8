/**
 * Starts and ends the processes of an instance: Redis, gateway, workers. Used by `scripts/up`, the benchmarks and the
 * tests. Every process is ended by its own pid; nothing else on the machine is touched.
 */
const { spawn } = require('node:child_process');
const { createWriteStream, mkdirSync } = require('node:fs');
const net = require('node:net');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
/** A larger young generation: requests die young, and collecting them less often costs less (docs/performance.md). */
const GATEWAY_NODE_ARGS = (
  process.env.LIANPIAO_GATEWAY_NODE_ARGS ?? '--max-semi-space-size=64 --min-semi-space-size=64 --single-threaded-gc'
)
  .split(' ')
  .filter(Boolean);
const START_DEADLINE_MS = 30_000;
const STOP_DEADLINE_MS = 12_000;

/** A port that nobody listens on at the moment. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Waits until `check` answers true. */
async function until(check, what, deadlineMs = START_DEADLINE_MS, child) {
  const end = Date.now() + deadlineMs;
  for (;;) {
    if (await check()) return;
    if (child !== undefined && child.exitCode !== null) throw new Error(`${what} ended with code ${child.exitCode}`);
    if (Date.now() > end) throw new Error(`${what} is not there after ${deadlineMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

function canConnect(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('connect', () => socket.destroy() && resolve(true));
    socket.on('error', () => resolve(false));
  });
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}

/** Starts a program with its output in a file; `stop` ends it gracefully, `kill` at once. */
function start(command, args, { env = {}, log, name }) {
  mkdirSync(path.dirname(log), { recursive: true });
  const output = createWriteStream(log, { flags: 'a' });
  // Its own process group: a Ctrl-C in the terminal reaches us first, and we end the others in order.
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.on('error', (error) => output.write(`${error.message}\n`));
  const alive = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  return {
    name,
    child,
    pid: child.pid,
    log,
    ended,
    alive,
    async kill() {
      if (alive()) process.kill(child.pid, 'SIGKILL');
      await ended;
    },
    async stop() {
      if (!alive()) return;
      process.kill(child.pid, 'SIGTERM');
      const timer = setTimeout(() => alive() && process.kill(child.pid, 'SIGKILL'), STOP_DEADLINE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** A Redis that loses no job: append-only file, no eviction. */
async function startRedis({ folder, port }) {
  mkdirSync(folder, { recursive: true });
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
    '--save',
    '',
  ];
  const redis = start('redis-server', args, { log: path.join(folder, 'redis.log'), name: 'redis' });
  await until(() => canConnect(port), 'redis', START_DEADLINE_MS, redis.child);
  return { ...redis, port, url: `redis://127.0.0.1:${port}` };
}

/** Settings that gateway and workers of one instance share. */
function instanceEnv({ data, redisUrl, port, extra = {} }) {
  return { LIANPIAO_DATA: data, REDIS_URL: redisUrl, LIANPIAO_PORT: String(port), NODE_ENV: 'production', ...extra };
}

/** `dist` may name another build (the fault tests break one on purpose). */
async function startGateway({ env, port, log, root = ROOT }) {
  const gateway = start(process.execPath, [...GATEWAY_NODE_ARGS, path.join(root, 'gateway/dist/main.js')], {
    env,
    log,
    name: 'gateway',
  });
  await until(() => answers(`http://127.0.0.1:${port}/healthz`), 'gateway', START_DEADLINE_MS, gateway.child);
  return { ...gateway, port, url: `http://127.0.0.1:${port}` };
}

async function startWorkers({ env, log, root = ROOT }) {
  return start(process.execPath, [path.join(root, 'workers/dist/main.js')], { env, log, name: 'workers' });
}

/** Makes the ledger and the bureau's first API key; run before the gateway starts. */
async function initialise({ env, root = ROOT, bureauName = '国家税务总局示例税务局' }) {
  const child = spawn(
    process.execPath,
    [path.join(root, 'gateway/bin/lianpiao.js'), 'init', '--bureau-name', bureauName, '--json'],
    {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`lianpiao init failed: ${err}`);
  return JSON.parse(out);
}

/** A call of the API; throws with the problem when it is refused. */
async function call(url, method, pathname, { apiKey, body } = {}) {
  const response = await fetch(url + pathname, {
    method,
    headers: {
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  if (!response.ok)
    throw Object.assign(new Error(`${method} ${pathname}: ${response.status} ${text}`), { status: response.status, text });
  return JSON.parse(text);
}

/** Takes it that what is there already was made by an earlier start that did not come to its end. */
async function unlessThere(made) {
  try {
    await made;
  } catch (error) {
    if (error.status !== 409) throw error;
  }
}

/** Registers an organisation through the API and makes it an API key. */
async function registerOrganisation(url, bureauKey, registration) {
  await unlessThere(call(url, 'POST', '/v1/organisations', { apiKey: bureauKey, body: { reason: 'set up', ...registration } }));
  const { organisation } = registration;
  const made = await call(url, 'POST', '/v1/api-keys', {
    apiKey: bureauKey,
    body: { organisation, label: 'first key', reason: 'set up' },
  });
  return { organisation, apiKey: made.apiKey };
}

module.exports = {
  ROOT, freePort, until, start, startRedis, startGateway, startWorkers, instanceEnv, initialise, call, unlessThere, registerOrganisation,
}; // prettier-ignore
