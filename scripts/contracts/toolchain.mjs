// Where the Solidity sources and tools are, and how a tool is started. Used by the other scripts of this folder.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

export const ROOT = path.resolve(here, '../..');
export const SOLIDITY = path.join(ROOT, 'contracts/solidity');
export const CACHE = path.join(ROOT, '.cache');
export const FORGE_OUT = path.join(CACHE, 'forge/out');

/** The stand-in for the native compiler that forge is told to use. */
export const SOLC = path.join(here, 'solc');

const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };

/** The forge program that npm installed for this machine; throws a sentence when there is none. */
export function forgeProgram() {
  const name = `@foundry-rs/forge-${process.platform}-${ARCHITECTURES[process.arch] ?? process.arch}`;
  try {
    const folder = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return path.join(folder, 'bin', process.platform === 'win32' ? 'forge.exe' : 'forge');
  } catch {
    throw new Error(`forge is missing: the optional package ${name} is not installed; run npm ci on a platform that has it.`);
  }
}

/** Runs a program to its end and returns its standard output; throws with all it said when it fails. */
export function run(program, args, { allowFailure = false, ...options } = {}) {
  const result = spawnSync(program, args, { cwd: SOLIDITY, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  if (result.error) throw new Error(`${path.basename(program)} did not start: ${result.error.message}`);
  if (result.status !== 0 && !allowFailure) {
    throw new Error(`${path.basename(program)} ${args.join(' ')} failed (${result.status}):\n${result.stdout}${result.stderr}`);
  }
  return result.stdout;
}

/** Ends a script with one clear sentence instead of a stack. */
export function main(action) {
  try {
    action();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
