import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCosignKey } from '../../gateway/src/crypto/log-keys';
import { LIANPIAO, runProgram, type CliResult } from './cli';
import { runFabric } from './fabric-network';
import { services, type Service } from './system';

export interface SideOptions {
  /** MSP id. */
  readonly mspId: string;
  /** Folder of the Fabric network, of which this side gets its part alone. */
  readonly network: string;
  /** Folder of this side, on what stands for its own machine. */
  readonly home: string;
  readonly redisUrl: string;
}

/** One organisation's gateway and workers on Fabric, as its own operator runs them: with the folder handed to it and no other. */
export class GatewaySide {
  readonly mspId: string;
  /** What `./scripts/fabric gateway` made for it. */
  readonly folder: string;
  readonly data: string;
  readonly port: number;
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  readonly #running: Service[] = [];

  private constructor({ mspId, home, redisUrl }: SideOptions, port: number) {
    this.mspId = mspId;
    this.folder = join(home, 'fabric');
    this.data = join(home, 'data');
    this.port = port;
    this.url = `http://127.0.0.1:${String(port)}`;
    const extra = {
      LIANPIAO_LEDGER: 'fabric',
      LIANPIAO_FABRIC_NETWORK: join(this.folder, 'network.json'),
      LIANPIAO_FABRIC_ORGANISATION: mspId,
      LIANPIAO_QUEUE_PREFIX: mspId.toLowerCase(),
    };
    this.env = services.instanceEnv({ data: this.data, redisUrl, port, extra });
  }

  static async prepare(options: SideOptions): Promise<GatewaySide> {
    const side = new GatewaySide(options, await services.freePort());
    await runFabric(options.network, 'gateway', options.mspId, '--out', side.folder);
    return side;
  }

  /** Its key for attestations, under the name that it has by itself. */
  get attesterVkey(): string {
    return loadCosignKey(this.data, `lianpiao.example/log/${this.mspId}`).vkey;
  }

  /** Files of the folder in which a private key stands. */
  privateKeys(): string[] {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file, 'utf8').includes('PRIVATE KEY'))
      .map((file) => file.slice(this.folder.length + 1))
      .sort();
  }

  /** Runs `lianpiao` with this side's settings. */
  lianpiao(...words: string[]): Promise<CliResult> {
    return runProgram(process.execPath, [LIANPIAO, ...words], { env: { ...process.env, ...this.env } });
  }

  /** The same, for what has to succeed. @returns what it wrote. */
  async succeed(...words: string[]): Promise<string> {
    const { code, out, err } = await this.lianpiao(...words);
    if (code !== 0) throw new Error(`${words.join(' ')}: ${String(code)} ${out} ${err}`);
    return out;
  }

  async start(extra: Readonly<Record<string, string>> = {}): Promise<void> {
    const env = { ...this.env, ...extra };
    const gateway = await services.startGateway({ env, port: this.port, log: join(this.data, 'gateway.log') });
    this.#running.push(gateway);
    this.#running.push(await services.startWorkers({ env, log: join(this.data, 'workers.log') }));
  }

  async call<Answer>(
    method: string,
    path: string,
    apiKey?: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: Answer; readonly text: string }> {
    const authorization = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
    const content = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(this.url + path, { method, headers: { ...authorization, ...content }, ...sent });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, body: (isJson ? JSON.parse(text) : undefined) as Answer, text };
  }

  /** The last checkpoint of the log that its workers have built: origin, size and root; empty before the first. */
  async checkpoint(): Promise<string> {
    const { status, text } = await this.call('GET', '/log/checkpoint');
    return status === 200 ? text.split('\n').slice(0, 3).join('\n') : '';
  }

  async stop(): Promise<void> {
    for (const service of this.#running.splice(0)) await service.stop();
  }
}
