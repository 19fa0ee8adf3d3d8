/** What a benchmark needs beside its work: CPU accounts, percentiles, children, pairs. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';

const TICKS_PER_SECOND = 100;

/** A process and its children, by /proc. */
export function family(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    const file = `/proc/${pid}/task/${task}/children`;
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
  });
  return [pid, ...children.flatMap(family)];
}

function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

/** CPU seconds of processes and their children. */
export function cpuOf(pids) {
  return pids.flatMap((pid) => (existsSync(`/proc/${pid}`) ? family(pid) : [])).reduce((sum, pid) => sum + cpuSeconds(pid), 0);
}

/** Largest resident set of a family, in MB. */
export function rssOf(pid) {
  const sizes = family(pid).map(
    (member) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${member}/status`, 'utf8'))?.[1] ?? 0) / 1024,
  );
  return Math.max(...sizes);
}

function machineTimes() {
  const [, user, nice, system, idle, iowait, irq, softirq, steal] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .split(/\s+/)
    .map(Number);
  const busy = user + nice + system + irq + softirq;
  return { busy, steal, total: busy + idle + iowait + steal };
}

/** Runs work and says how much of the machine others had meanwhile: a run where that is over 10 % is void. */
export async function watched(pids, work) {
  const before = { machine: machineTimes(), own: cpuOf([process.pid, ...pids]) };
  const result = await work();
  const after = { machine: machineTimes(), own: cpuOf([process.pid, ...pids]) };
  const total = after.machine.total - before.machine.total || 1;
  const own = (after.own - before.own + (result?.cpuSeconds ?? 0)) * TICKS_PER_SECOND;
  const others = Math.max(0, after.machine.busy - before.machine.busy - own) / total;
  const steal = (after.machine.steal - before.machine.steal) / total;
  return { result, others, steal };
}

export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values) {
  return percentile(
    values.slice().sort((left, right) => left - right),
    0.5,
  );
}

/** Starts a helper program of ours that says `ready`, does its work when told, and prints one JSON object. */
export async function startChild(file, input, nodeArgs = []) {
  const child = spawn(process.execPath, [...nodeArgs, file, JSON.stringify(input)], { stdio: ['pipe', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code}`)));
  });
  return {
    pid: child.pid,
    go: () =>
      new Promise((resolve, reject) => {
        let text = '';
        child.stdout.on('data', (chunk) => (text += chunk));
        child.on('close', () => {
          try {
            resolve(JSON.parse(text));
          } catch (error) {
            reject(error);
          }
        });
        child.stdin.write('go\n');
      }),
    tell: (text) => child.stdin.write(text),
    end: () => child.kill('SIGTERM'),
  };
}

/** Runs a child's work at once. */
export async function runChild(file, input) {
  return (await startChild(file, input)).go();
}

export function machine() {
  const versions = {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    openssl: process.versions.openssl,
  };
  try {
    versions.redis = /v=(\S+)/.exec(execFileSync('redis-server', ['--version'], { encoding: 'utf8' }))?.[1];
  } catch {
    versions.redis = 'unknown';
  }
  return versions;
}
