import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadScript } from '../support/load-script';
import type { Findings } from './findings';
import { SELLERS, sellerName, tillName, TILLS_EACH } from './sales';
import type { Target } from './schedule';

/** What is started by us, and again when it was killed. */
type Part = Exclude<Target, 'serving'>;

interface Process {
  readonly pid: number;
  readonly ended: Promise<unknown>;
  alive(): boolean;
  kill(): Promise<void>;
  stop(): Promise<void>;
}
interface Services {
  readonly ROOT: string;
  freePort(): Promise<number>;
  until(check: () => unknown, what: string, deadlineMs?: number): Promise<void>;
  start(command: string, args: string[], options: { env: Record<string, string>; log: string; name: string }): Process;
  startRedis(options: { folder: string; port: number }): Promise<Process & { url: string }>;
  instanceEnv(options: { data: string; redisUrl: string; port: number; extra: Record<string, string> }): Record<string, string>;
  initialise(options: { env: Record<string, string>; root: string }): Promise<{ apiKey: string }>;
  call(url: string, method: string, path: string, options: { apiKey: string; body: unknown }): Promise<unknown>;
  registerOrganisation(url: string, bureauKey: string, registration: unknown): Promise<{ apiKey: string }>;
}

const services = loadScript<Services>('services.cjs');

const CRASH_PAUSE_MS = 200;
const BUILT = ['chaincode', 'contracts', 'gateway', 'workers'];

/**
 * Copies the build of the rooms into a folder, with the installed packages linked, so that it runs on its own and can be
 * broken on purpose: the rooms find each other's copies by their package names.
 */
function copyBuild(folder: string): void {
  for (const room of BUILT) {
    for (const part of ['dist', 'bin', 'package.json']) {
      const from = join(services.ROOT, room, part);
      if (part !== 'bin' || room === 'gateway') cpSync(from, join(folder, room, part), { recursive: true });
    }
  }
  const [from, to] = [join(services.ROOT, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(join(to, '@lianpiao'), { recursive: true });
  for (const name of readdirSync(from))
    if (name !== '@lianpiao' && name !== '.bin') symlinkSync(join(from, name), join(to, name));
  for (const room of BUILT) {
    symlinkSync(join(folder, room), join(to, '@lianpiao', room));
    // Packages of which the room has a version of its own.
    const own = join(services.ROOT, room, 'node_modules');
    if (existsSync(own)) symlinkSync(own, join(folder, room, 'node_modules'));
  }
}

/** A process that is started again at once when it was killed, and never ends for another reason. */
class Supervised {
  current: Process;
  /** How long each restart took until the process was of use again. */
  readonly restartsMs: number[] = [];
  #expected = false;
  #stopping = false;
  #restarting: Promise<void> = Promise.resolve();

  constructor(
    readonly name: Part,
    first: Process,
    private readonly spawn: () => Process | Promise<Process>,
    private readonly ready: () => Promise<boolean>,
    private readonly findings: Findings,
  ) {
    this.current = first;
    this.#watch(first);
  }

  /** kill -9, and up again. */
  async kill(): Promise<void> {
    this.#expected = true;
    const killedAt = performance.now();
    await this.current.kill();
    this.current = await this.spawn();
    this.#expected = false;
    this.#watch(this.current);
    this.#restarting = this.#measure(this.current, killedAt);
  }

  /** Waits until the last restart is done. */
  settled(): Promise<void> {
    return this.#restarting;
  }

  async stop(): Promise<void> {
    this.#expected = true;
    this.#stopping = true;
    await this.current.stop();
  }

  async #measure(started: Process, killedAt: number): Promise<void> {
    // A process that is killed while it starts hands its measure on to nobody.
    while (this.current === started && started.alive()) {
      if (await this.ready()) {
        this.restartsMs.push(performance.now() - killedAt);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  #watch(process: Process): void {
    void process.ended.then(async (code) => {
      if (this.#expected || this.current !== process) return;
      this.findings.add('process', `${this.name} ended by itself with ${String(code)}`);
      await new Promise((resolve) => setTimeout(resolve, CRASH_PAUSE_MS));
      if (this.#stopping || this.current !== process) return;
      this.current = await this.spawn();
      this.#watch(this.current);
    });
  }
}

/** A whole instance on a copy of the build, with the sellers and tills of the load registered. */
export class Instance {
  readonly folder: string;
  readonly data: string;
  readonly url: string;
  readonly apiKeys: readonly string[];
  readonly env: Record<string, string>;
  readonly root: string;
  readonly #parts: Record<Part, Supervised>;

  private constructor(
    made: Pick<Instance, 'apiKeys' | 'data' | 'env' | 'folder' | 'root' | 'url'>,
    parts: Record<Part, Supervised>,
  ) {
    ({ folder: this.folder, data: this.data, url: this.url, apiKeys: this.apiKeys, env: this.env, root: this.root } = made);
    this.#parts = parts;
  }

  static async start(findings: Findings, settings: Record<string, string> = {}): Promise<Instance> {
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-faults-'));
    const [root, data] = [join(folder, 'build'), join(folder, 'data')];
    copyBuild(root);
    const redisOptions = { folder: join(folder, 'redis'), port: await services.freePort() };
    const redis = await services.startRedis(redisOptions);
    const running: Process[] = [redis];
    try {
      const port = await services.freePort();
      const url = `http://127.0.0.1:${String(port)}`;
      const env = services.instanceEnv({ data, redisUrl: redis.url, port, extra: { ...SETTINGS, ...settings } });
      const spawn = (room: 'gateway' | 'workers') => (): Process =>
        services.start(process.execPath, [join(root, room, 'dist/main.js')], {
          env,
          log: join(folder, `${room}.log`),
          name: room,
        });
      const bureau = await services.initialise({ env, root });
      const gateway = spawn('gateway')();
      running.push(gateway);
      await services.until(() => healthy(url), 'gateway');
      const apiKeys = await register(url, bureau.apiKey);
      const workers = spawn('workers')();
      running.push(workers);
      const always = (): Promise<boolean> => Promise.resolve(true);
      return new Instance(
        { folder, data, url, apiKeys, env, root },
        {
          gateway: new Supervised('gateway', gateway, spawn('gateway'), () => healthy(url), findings),
          workers: new Supervised('workers', workers, spawn('workers'), always, findings),
          redis: new Supervised('redis', redis, () => services.startRedis(redisOptions), always, findings),
        },
      );
    } catch (error) {
      for (const started of running.reverse()) await started.kill();
      const tail = logTail(folder);
      rmSync(folder, { recursive: true, force: true });
      throw new Error(`the instance does not start: ${tail}`, { cause: error });
    }
  }

  /** A gateway without serving processes of its own is killed as a whole. */
  async kill(target: Target): Promise<void> {
    const [serving] = target === 'serving' ? childrenOf(this.#parts.gateway.current.pid) : [];
    if (serving !== undefined) process.kill(serving, 'SIGKILL');
    else await this.#parts[target === 'serving' ? 'gateway' : target].kill();
  }

  /** Changes the copy of the build and starts it again. */
  async change(by: (root: string) => void): Promise<void> {
    by(this.root);
    await this.kill('workers');
    await this.kill('gateway');
    await this.settled();
  }

  get gatewayRestartsMs(): readonly number[] {
    return this.#parts.gateway.restartsMs;
  }

  async settled(): Promise<void> {
    for (const part of Object.values(this.#parts)) await part.settled();
  }

  async logVkey(): Promise<string> {
    return (await (await fetch(`${this.url}/log/vkey`)).text()).trim();
  }

  /** Waits until log and index have reached the ledger's end, as these gateways know it. */
  async sealed(deadlineMs: number, urls: readonly string[] = [this.url]): Promise<boolean> {
    const end = Date.now() + deadlineMs;
    while (Date.now() < end) {
      if ((await Promise.all(urls.map(isSealed))).every(Boolean)) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }

  /** One more gateway on the same data folder, on a port of its own. */
  async secondGateway(): Promise<{ readonly url: string; stop(): Promise<void> }> {
    const port = await services.freePort();
    const url = `http://127.0.0.1:${String(port)}`;
    const gateway = services.start(process.execPath, [join(this.root, 'gateway/dist/main.js')], {
      env: { ...this.env, LIANPIAO_PORT: String(port) },
      log: join(this.folder, 'second-gateway.log'),
      name: 'second gateway',
    });
    await services.until(() => healthy(url), 'the second gateway');
    return { url, stop: () => gateway.stop() };
  }

  async stop(): Promise<void> {
    for (const target of ['gateway', 'workers', 'redis'] as const) await this.#parts[target].stop();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Child processes in the order of their start; none where the system does not say. */
function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Small ranges, so that tills are topped up all the time while processes die. */
const SETTINGS = { LIANPIAO_TILL_CHUNK: '400', LIANPIAO_SELLER_CHUNK: '4000', LIANPIAO_LOG_LEVEL: 'warn' };

async function register(url: string, bureauKey: string): Promise<string[]> {
  const apiKeys: string[] = [];
  for (let seller = 0; seller < SELLERS; seller += 1) {
    const organisation = sellerName(seller);
    const party = { name: `示例商店${String(seller + 1)}`, taxId: `44030012345678${String(seller)}` };
    const made = await services.registerOrganisation(url, bureauKey, { organisation, role: 'merchant', party });
    apiKeys.push(made.apiKey);
    for (let till = 0; till < TILLS_EACH; till += 1) {
      const body = { till: tillName(seller, till), seller: organisation, reason: 'set up' };
      await services.call(url, 'POST', '/v1/tills', { apiKey: bureauKey, body });
    }
  }
  return apiKeys;
}

async function healthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}

async function isSealed(url: string): Promise<boolean> {
  try {
    const { parts } = (await (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) })).json()) as {
      parts: { ledger: { length: number }; index: { height: number }; log: { size: number } };
    };
    // A gateway may hear of another one's entries later than the workers do.
    return parts.index.height >= parts.ledger.length && parts.log.size >= parts.ledger.length;
  } catch {
    return false;
  }
}

/** The last lines of the gateway's log. */
function logTail(folder: string): string {
  try {
    return readFileSync(join(folder, 'gateway.log'), 'utf8').slice(-1000);
  } catch {
    return '';
  }
}
