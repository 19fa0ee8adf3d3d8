// Starts processes that outlive us, and finds and ends them again by what they left in run/: a pid each.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const STOP_DEADLINE_MS = 10_000;

/** The pid of a process of this folder that runs, or undefined. */
export function pidOf(folder, name) {
  const file = pidFile(folder, name);
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8'));
  return commandOf(pid).startsWith(title(folder, name)) ? pid : undefined;
}

/** Names of the processes that the folder knows of, running or not. */
export function knownProcesses(folder) {
  const run = path.join(folder, 'run');
  return existsSync(run) ? readdirSync(run).map((file) => path.basename(file, '.pid')) : [];
}

/** Starts a program in the background; its output goes to logs/. Gives its pid. */
export function startProcess(folder, { name, command, args, cwd, env }) {
  const log = logFile(folder, name);
  for (const file of [log, pidFile(folder, name)]) mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const output = openSync(log, 'a', 0o600);
  try {
    // Our name and folder stand where `ps` shows a command, so that a pid that the system gave to somebody else is known.
    const options = {
      argv0: title(folder, name),
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      detached: true,
    };
    const child = spawn(command, args, options);
    // Without a listener an error would end us; a start that failed is seen by whoever waits for its port.
    child.on('error', () => {});
    child.unref();
    if (child.pid === undefined) throw new Error(`${name} cannot be started: ${command}`);
    writeFileSync(pidFile(folder, name), String(child.pid), { mode: 0o600 });
    return child.pid;
  } finally {
    closeSync(output);
  }
}

/** Ends a process: asked first, then without asking. Does nothing when it does not run. */
export async function stopProcess(folder, name, signal = 'SIGTERM') {
  const pid = pidOf(folder, name);
  if (pid !== undefined) {
    process.kill(pid, signal);
    const end = Date.now() + STOP_DEADLINE_MS;
    while (pidOf(folder, name) === pid) {
      if (Date.now() > end) process.kill(pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  rmSync(pidFile(folder, name), { force: true });
}

/** The last lines of a process's log, for an error. */
export function lastWords(folder, name, lines = 5) {
  const log = logFile(folder, name);
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-lines).join('\n') : '';
}

function pidFile(folder, name) {
  return path.join(folder, 'run', `${name}.pid`);
}

function logFile(folder, name) {
  return path.join(folder, 'logs', `${name}.log`);
}

function title(folder, name) {
  return `lianpiao-${name}@${folder}`;
}

/** What `ps` shows of a process; empty when there is none (a dead one that nobody waited for counts as none). */
function commandOf(pid) {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
