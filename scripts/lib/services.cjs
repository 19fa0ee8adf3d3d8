/**
 * Starts and ends the processes of an instance: Redis, gateway, workers. Used by `scripts/up`, the benchmarks and the
 * tests. Every process is ended by its own pid; nothing else on the machine is touched.
 */
const { execFile, spawn } = require('node:child_process');
const { createWriteStream, mkdirSync } = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { promisify } = require('node:util');

const ROOT = path.resolve(__dirname, '../..');
/** A larger young generation: requests die young, and collecting them less often costs less (docs/performance.md). */
const GATEWAY_NODE_ARGS = (
  process.env.LIANPIAO_GATEWAY_NODE_ARGS ?? '--max-semi-space-size=64 --min-semi-space-size=64 --single-threaded-gc'
)
  .split(' ')
  .filter(Boolean);
/** A start that fails is noticed at once; this is for one that hangs, on a machine that does much else. */
const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 12_000;
const COMMAND_DEADLINE_MS = 60_000;

/**
 * Below the ports that systems give to outgoing connections (32768 and up), and below those of Fabric's networks (from 17000
 * on): none of those takes it before its server does.
 */
const [LOWEST_PORT, HIGHEST_PORT] = [10_000, 17_000];

/** A port that nobody listens on at the moment. */
async function freePort() {
  for (;;) {
    const port = LOWEST_PORT + Math.floor(Math.random() * (HIGHEST_PORT - LOWEST_PORT));
    if (await isFree(port)) return port;
  }
}

function isFree(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
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

/** Waits until a service answers; one that does not is ended, so that nobody has to look for what is left of it. */
async function ready(service, answersNow, deadlineMs = START_DEADLINE_MS) {
  try {
    await until(answersNow, service.name, deadlineMs, service.child);
  } catch (error) {
    await service.kill();
    throw error;
  }
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
  await ready(redis, () => canConnect(port));
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
  await ready(gateway, () => answers(`http://127.0.0.1:${port}/healthz`));
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

/**
 * Runs `lianpiao` in a process of its own and gives what it wrote. What the services write is read meanwhile: a wait that
 * stopped this process would fill their pipes, and stop them too.
 * @throws with `stdout` and `stderr` when it fails, or takes longer than its deadline.
 */
async function lianpiao(...words) {
  const args = [path.join(ROOT, 'gateway/bin/lianpiao.js'), ...words];
  const { stdout } = await promisify(execFile)(process.execPath, args, { encoding: 'utf8', timeout: COMMAND_DEADLINE_MS });
  return stdout;
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
  ROOT, GATEWAY_NODE_ARGS, freePort, until, start, ready, startRedis, startGateway, startWorkers, instanceEnv, initialise, lianpiao, call, unlessThere, registerOrganisation,
}; // prettier-ignore
