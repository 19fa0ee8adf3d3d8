import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseTrustFile, TRUST_MEDIA_TYPE, verifyBundle, type TrustFile } from '@lianpiao/chaincode/domain';
import { installNativeHasher, nodeSignatures } from '@lianpiao/gateway/stores';
import { Clients, type Told } from './clients';
import { Findings, type CheckName } from './findings';
import { Instance } from './instance';
import { judge, type OracleCounts } from './kill-oracle';
import { SalesGenerator, saleKey } from './sales';
import { killSchedule, TARGETS, type Target } from './schedule';

export interface KillRunOptions {
  readonly kills: number;
  readonly seed: number;
  /** Fresh invoices a second that are offered; replays and conflicts come on top. */
  readonly rate: number;
  /** Serving processes of the gateway; its own default when absent. */
  readonly processes?: number;
  /** Breaks the copy of the build. */
  readonly change?: (root: string) => void;
  readonly settleMs?: number;
  /** Offline proofs that are fetched and verified, and requests that are repeated, at the end. */
  readonly samples?: number;
  readonly say?: (line: string) => void;
}

/** Whole milliseconds; `longest` the five longest ones. */
export interface Spread {
  readonly median: number;
  readonly max: number;
  readonly longest: readonly number[];
}

export interface KillRunSummary {
  readonly seed: number;
  readonly kills: Readonly<Record<Target, number>>;
  readonly seconds: number;
  readonly offeredPerSecond: number;
  readonly achievedPerSecond: number;
  readonly requests: number;
  readonly retries: number;
  readonly told: { readonly created: number; readonly repeated: number; readonly conflicts: number; readonly invoices: number };
  readonly ledger: OracleCounts;
  readonly receiptsVerified: number;
  readonly proofsVerified: number;
  readonly repeatedAtEnd: number;
  readonly gatewayRestartMs: Spread;
  /** From a kill until an invoice told after it is under a served checkpoint. */
  readonly fullServiceMs: Spread;
  readonly replayedByCommand: boolean;
  readonly lost: number;
  readonly doubled: number;
  readonly incomplete: number;
  readonly caughtBy: readonly CheckName[];
  readonly violations: readonly string[];
}

const PUMP_MS = 5;
const POLL_MS = 100;
const LEAD_IN_MS = 500;
const SETTLE_MS = 30_000;
const SAMPLES = 500;
const SERVING_ANSWERS = 50;
const SERVING_DEADLINE_MS = 10_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Load, kills, restarts; then everything that clients were told is compared with the ledger. */
export async function runKills(options: KillRunOptions): Promise<KillRunSummary> {
  installNativeHasher();
  const findings = new Findings();
  const { processes } = options;
  const instance = await Instance.start(findings, processes === undefined ? {} : { LIANPIAO_PROCESSES: String(processes) });
  try {
    if (options.change !== undefined) await instance.change(options.change);
    return await underLoad(instance, findings, options);
  } finally {
    await instance.stop();
    instance.remove();
  }
}

async function underLoad(instance: Instance, findings: Findings, options: KillRunOptions): Promise<KillRunSummary> {
  const { seed, kills, rate, settleMs = SETTLE_MS, samples = SAMPLES, say = () => undefined } = options;
  const clients = new Clients(instance.url, instance.apiKeys, findings);
  const watcher = new LogWatcher(instance.url);
  const vkey = await instance.logVkey();
  const started = performance.now();
  const load = offer(clients, new SalesGenerator(seed), rate);
  const counts: Record<Target, number> = { gateway: 0, serving: 0, workers: 0, redis: 0 };
  const killedAt: number[] = [];
  await pause(LEAD_IN_MS);
  let toldBefore = 0;
  for (const { afterMs, target, servingMs } of killSchedule(seed, kills)) {
    await pause(afterMs);
    if (servingMs !== undefined) {
      await serving(clients, toldBefore);
      await pause(servingMs);
    }
    killedAt.push(Date.now());
    if (target === 'gateway' || target === 'serving') toldBefore = clients.told.length;
    counts[target] += 1;
    await instance.kill(target);
    if (killedAt.length % 10 === 0) say(`${String(killedAt.length)} kills, ${String(clients.invoices.size)} invoices told`);
  }
  await pause(LEAD_IN_MS);
  load.stop();
  const loadSeconds = (performance.now() - started) / 1000;
  const drained = await clients.drain(settleMs);
  const seconds = (performance.now() - started) / 1000;
  const invoicesInRun = clients.invoices.size;
  await instance.settled();
  if (!(await instance.sealed(settleMs))) findings.add('incomplete', `not settled after ${String(settleMs)} ms`);
  watcher.stop();
  if (drained) say('all answered; repeating requests and fetching proofs');
  const repeatedAtEnd = drained ? await repeat(clients, samples) : 0;
  const proofsVerified = drained ? await prove(clients, trustOf(vkey), samples, findings) : 0;
  const left = clients.stop();
  if (!drained) findings.add('unanswered', `${String(left)} requests are without an answer`);

  await instance.stop();
  say('stopped; replaying the ledger');
  const ledger = judge(instance.data, { told: clients.told, checkpoints: watcher.notes, vkey }, findings);
  // A broken build would judge itself.
  const replayedByCommand = options.change === undefined && verifyByCommand(instance, findings);
  const statuses = (status: number): number => clients.told.filter((told) => told.status === status).length;
  return {
    seed,
    kills: counts,
    seconds: rounded(seconds),
    offeredPerSecond: rounded(clients.freshSent / loadSeconds),
    achievedPerSecond: rounded(invoicesInRun / seconds),
    requests: clients.linesSent,
    retries: clients.retries,
    told: { created: statuses(201), repeated: statuses(200), conflicts: statuses(409), invoices: clients.invoices.size },
    ledger,
    receiptsVerified: clients.invoices.size - findings.count('receipt'),
    proofsVerified,
    repeatedAtEnd,
    gatewayRestartMs: spread(instance.gatewayRestartsMs),
    fullServiceMs: spread(fullService(killedAt, clients.told, watcher)),
    replayedByCommand,
    lost: findings.count('lost'),
    doubled: findings.count('doubled'),
    incomplete: findings.count('incomplete') + findings.count('unanswered'),
    caughtBy: findings.caughtBy,
    violations: findings.lines,
  };
}

/** Waits until clients get answers again since the gateway was killed. */
async function serving(clients: Clients, toldBefore: number): Promise<void> {
  const end = Date.now() + SERVING_DEADLINE_MS;
  while (clients.told.length < toldBefore + SERVING_ANSWERS && Date.now() < end) await pause(10);
}

/** Hands the clients what is due: so many fresh invoices a second, whatever the answers do. */
function offer(clients: Clients, sales: SalesGenerator, rate: number): { stop(): void } {
  const started = performance.now();
  const timer = setInterval(() => {
    const due = ((performance.now() - started) / 1000) * rate;
    while (clients.freshSent < due) clients.take(sales.next());
  }, PUMP_MS);
  return { stop: () => clearInterval(timer) };
}

/** Reads the log's checkpoint over and over, as a monitor would. */
class LogWatcher {
  readonly notes: string[] = [];
  readonly seen: { readonly at: number; readonly size: number }[] = [];
  #stopped = false;

  constructor(url: string) {
    void this.#watch(`${url}/log/checkpoint`);
  }

  stop(): void {
    this.#stopped = true;
  }

  async #watch(url: string): Promise<void> {
    while (!this.#stopped) {
      try {
        const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
        const note = response.ok ? await response.text() : '';
        if (note !== '' && note !== this.notes.at(-1)) {
          this.notes.push(note);
          this.seen.push({ at: Date.now(), size: Number(note.split('\n')[1]) });
        }
      } catch {
        // The gateway is down: that is what this is about.
      }
      await pause(POLL_MS);
    }
  }
}

/** Sends some of the requests once more: the clients compare the answers with those of the run. */
async function repeat(clients: Clients, samples: number): Promise<number> {
  const chosen = spaced(clients.told, samples);
  for (const { sale } of chosen) clients.take({ seller: sale.seller, batch: false, sales: [sale], fresh: 0 });
  await clients.drain(SETTLE_MS);
  return chosen.length;
}

async function prove(clients: Clients, trust: TrustFile, samples: number, findings: Findings): Promise<number> {
  const chosen = spaced(clients.told, samples);
  let verified = 0;
  for (const { sale, invoice } of chosen) {
    const { number } = JSON.parse(invoice) as { number: string };
    const text = await clients.read(sale.seller, `/v1/invoices/${number}/proof`);
    const verdict = text === undefined ? undefined : verifyBundle(JSON.parse(text), trust, nodeSignatures);
    if (verdict?.result === 'valid' && verdict.summary.number === number) verified += 1;
    else findings.add('proof', `${saleKey(sale)}: ${number}: ${verdict?.reason ?? 'no proof is given'}`);
  }
  return verified;
}

function trustOf(vkey: string): TrustFile {
  const logs = [{ origin: vkey.split('+')[0] ?? '', vkey }];
  return parseTrustFile({ mediaType: TRUST_MEDIA_TYPE, logs, witnesses: [], quorum: 0 });
}

/** The operator's own command must come to the same end; false when this build has none. */
function verifyByCommand(instance: Instance, findings: Findings): boolean {
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [join(instance.root, 'gateway/bin/lianpiao.js'), ...args], {
      env: { ...process.env, ...instance.env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    });
  try {
    if (!run('ledger', 'verify', '--help').includes('ledger verify')) return false;
  } catch {
    return false;
  }
  try {
    run('ledger', 'verify', '--data', instance.data, '--json');
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    findings.add('ledger', `lianpiao ledger verify: ${`${stdout} ${stderr}`.trim().slice(0, 400)}`);
  }
  return true;
}

/** For each kill: how long until an invoice that was told after it stood under a checkpoint that the gateway served. */
function fullService(killedAt: readonly number[], told: readonly Told[], watcher: LogWatcher): number[] {
  const created = told.filter(({ status }) => status === 201);
  return killedAt.flatMap((at) => {
    // Answers of the first moments may have been under way when the kill came; the first one issued after it counts.
    const first = created.find((answer) => answer.at > at && issuedAt(answer) > at);
    if (first === undefined) return [];
    const sequence = sequenceOf(first);
    const covered = watcher.seen.find((seen) => seen.at > at && seen.size > sequence);
    return covered === undefined ? [] : [covered.at - at];
  });
}

function issuedAt({ invoice }: Told): number {
  return Date.parse((JSON.parse(invoice) as { issuedAt: string }).issuedAt);
}

function sequenceOf({ invoice }: Told): number {
  const { receipt } = JSON.parse(invoice) as { receipt: { index: number; block: string } };
  return (JSON.parse(receipt.block) as { first: number }).first + receipt.index;
}

/** So many items, evenly over the list. */
function spaced<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  const chosen: Item[] = [];
  for (let at = 0; at < items.length && chosen.length < count; at += step) chosen.push(items[Math.floor(at)]!);
  return chosen;
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((left, right) => left - right);
  return {
    median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    max: Math.round(sorted.at(-1) ?? 0),
    longest: sorted.slice(-5).reverse().map(Math.round),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The report's table as Markdown. */
export function tableOf(summary: KillRunSummary): string {
  const { kills, told, ledger } = summary;
  const total = TARGETS.reduce((sum, target) => sum + kills[target], 0);
  const rows: [string, string][] = [
    [
      'kills (gateway / one serving process / workers / Redis)',
      `${String(total)} (${TARGETS.map((target) => String(kills[target])).join(' / ')})`,
    ],
    ['seed', String(summary.seed)],
    ['duration', `${String(summary.seconds)} s`],
    ['fresh invoices offered / achieved', `${String(summary.offeredPerSecond)} / ${String(summary.achievedPerSecond)} a second`],
    ['requests sent, of them repeated after a fault', `${String(summary.requests)}, ${String(summary.retries)}`],
    [
      'answers: created / same again / conflict',
      `${String(told.created)} / ${String(told.repeated)} / ${String(told.conflicts)}`,
    ],
    ['invoices told / in the ledger', `${String(told.invoices)} / ${String(ledger.invoices)}`],
    ['receipts verified', String(summary.receiptsVerified)],
    ['offline proofs verified (sample)', String(summary.proofsVerified)],
    ['requests repeated at the end (sample)', String(summary.repeatedAtEnd)],
    ['checkpoints compared with the ledger', String(ledger.checkpoints)],
    [
      'gateway restart, median / longest',
      `${String(summary.gatewayRestartMs.median)} / ${String(summary.gatewayRestartMs.max)} ms`,
    ],
    [
      'kill to full service, median / longest',
      `${String(summary.fullServiceMs.median)} / ${String(summary.fullServiceMs.max)} ms`,
    ],
    ['`lianpiao ledger verify`', summary.replayedByCommand ? 'run as well' : 'not there yet: own replay only'],
    ['lost / doubled / incomplete', `${String(summary.lost)} / ${String(summary.doubled)} / ${String(summary.incomplete)}`],
    ['violations', summary.caughtBy.length === 0 ? 'none' : summary.caughtBy.join(', ')],
  ];
  return ['| what | value |', '| --- | --- |', ...rows.map(([what, value]) => `| ${what} | ${value} |`)].join('\n');
}
