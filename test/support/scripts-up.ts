import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { services } from './system';

const UP = resolve(__dirname, '../../scripts/up');
const READY_MS = 180_000;
const ENDING_MS = 30_000;

/** `./scripts/up` as a person starts it: its own data folder, its own port, the demonstration's organisations. */
export interface RunningUp {
  readonly url: string;
  /** API keys by role, out of the credentials file. */
  readonly keys: Readonly<Record<'auditor' | 'bureau' | 'company' | 'consumer' | 'merchant' | 'provider', string>>;
  /** What it has said so far. */
  said(): string;
  /** Ctrl-C, and the end of all it started. */
  stop(): Promise<void>;
}

export async function startScriptsUp(): Promise<RunningUp> {
  const data = mkdtempSync(join(tmpdir(), 'lianpiao-up-'));
  const child = spawn(UP, ['--data', data, '--port', String(await services.freePort())], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const stop = async (): Promise<void> => {
    const late = setTimeout(() => child.kill('SIGKILL'), ENDING_MS);
    child.kill('SIGINT');
    await ended;
    clearTimeout(late);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await services.until(
      () => {
        if (child.exitCode !== null) throw new Error(`./scripts/up ended: ${output}`);
        return output.includes('ready in');
      },
      './scripts/up',
      READY_MS,
    );
  } catch (error) {
    await stop();
    throw new Error(`./scripts/up did not get ready:\n${output}`, { cause: error });
  }
  type Credentials = { readonly gateway: string } & Readonly<Record<string, { readonly apiKey: string } | string>>;
  const credentials = JSON.parse(readFileSync(join(data, 'demo-credentials.json'), 'utf8')) as Credentials;
  const keys = Object.entries(credentials).flatMap(([role, of]) => (typeof of === 'string' ? [] : [[role, of.apiKey]]));
  return { url: credentials.gateway, keys: Object.fromEntries(keys) as RunningUp['keys'], said: () => output, stop };
}
