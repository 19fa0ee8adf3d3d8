import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../gateway/src/cli/run';

export const LIANPIAO = join(__dirname, '../../gateway/bin/lianpiao.js');

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder without files: the command line looks for `./data`, and a developer's own must not answer for it. */
const NOWHERE = mkdtempSync(join(tmpdir(), 'lianpiao-cwd-'));

/** Runs the command line in this process, as in a folder that holds no data. */
export async function cli(...words: string[]): Promise<CliResult> {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string): void => void (out += text),
    err: (text: string): void => void (err += text),
    watched: false,
  };
  const before = process.cwd();
  process.chdir(NOWHERE);
  try {
    const code = await runCli(words, terminal);
    return { code, out, err };
  } finally {
    process.chdir(before);
  }
}

/** Runs a program and waits for its end. */
export function runProgram(
  program: string,
  words: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
}

/** Runs the built `lianpiao` in a process of its own. */
export function lianpiao(words: readonly string[], cwd?: string): Promise<CliResult> {
  return runProgram(process.execPath, [LIANPIAO, ...words], cwd === undefined ? {} : { cwd });
}

/** Runs a command of ours that has to succeed, in a process of its own, as an operator does. @returns what it wrote. */
export async function succeed(...words: string[]): Promise<string> {
  const { code, out, err } = await lianpiao(words);
  if (code !== 0) throw new Error(`${words.join(' ')}: ${String(code)} ${out} ${err}`);
  return out;
}
