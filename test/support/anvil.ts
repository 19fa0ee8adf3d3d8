import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import { HDNodeWallet, Mnemonic } from 'ethers';
import { loadScript } from './load-script';

const { anvilProgram } = loadScript<{ anvilProgram(): string }>('evm-node.cjs');

/** The words that anvil derives its rich accounts from; known to everyone, worth nothing. */
const MNEMONIC = Mnemonic.fromPhrase('test test test test test test test test test test test junk');
const START_DEADLINE_MS = 20_000;

export const ANVIL_CHAIN_ID = 31_337n;

/** An EVM node of our own on a free port of this machine: an empty chain that mines every transaction at once. */
export interface Anvil {
  readonly url: string;
  /** Private key of rich account 0, 1, 2 … */
  privateKey(index: number): string;
  /** Sends a JSON-RPC request; rejects on an error answer. */
  request<T = unknown>(method: string, ...params: readonly unknown[]): Promise<T>;
  mine(blocks?: number): Promise<unknown>;
  /** Remembers the chain as it is; returns what brings it back: everything since then is reorganised away. */
  checkpoint(): Promise<() => Promise<unknown>>;
  stop(): Promise<void>;
}

/** Starts a node and resolves when it listens. */
export async function startAnvil(): Promise<Anvil> {
  const child = spawn(anvilProgram(), ['--host', '127.0.0.1', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readAddress(child);
  async function request<T>(method: string, ...params: readonly unknown[]): Promise<T> {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answer = (await response.json()) as { result: T; error?: unknown };
    if (answer.error !== undefined) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
    return answer.result;
  }
  return {
    url,
    request,
    privateKey: (index) => HDNodeWallet.fromMnemonic(MNEMONIC, `m/44'/60'/0'/0/${index}`).privateKey,
    mine: (blocks = 1) => request('anvil_mine', `0x${blocks.toString(16)}`),
    checkpoint: async () => {
      const snapshot = await request('evm_snapshot');
      return () => request('evm_revert', snapshot);
    },
    stop: () => stop(child),
  };
}

/** The port is chosen by the system, so it cannot be taken between choosing and listening; anvil prints it. */
async function readAddress(child: ChildProcess): Promise<string> {
  const deadline = setTimeout(() => child.kill('SIGKILL'), START_DEADLINE_MS);
  try {
    // The reader goes on after the address was found, or a full pipe would stop the node.
    const lines = readline.createInterface({ input: child.stdout! });
    return await new Promise<string>((resolve, reject) => {
      lines.on('line', (line) => {
        const port = /^Listening on 127\.0\.0\.1:(\d+)$/.exec(line)?.[1];
        if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
      });
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`anvil ended (${code}) before it listened`)));
    });
  } finally {
    clearTimeout(deadline);
  }
}

/** Asks the process to end, and ends it when it does not. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const deadline = setTimeout(() => child.kill('SIGKILL'), 5_000);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(deadline);
}
