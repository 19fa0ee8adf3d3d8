// Runs slither on contracts/solidity and prints its findings as JSON: [{ check, impact, confidence, where, description }].
// Slither is installed into .cache/slither, a folder of its own, when it is not there yet.
import fs from 'node:fs';
import path from 'node:path';
import { CACHE, SOLC, forgeProgram, main, run } from './toolchain.mjs';

const VERSION = '0.11.6';
const HOME = path.join(CACHE, 'slither');
const SLITHER = path.join(HOME, 'bin/slither');

/** A build of its own, so that forge may test at the same time. */
const BUILD = path.join(CACHE, 'forge/slither');

function installed() {
  return fs.existsSync(SLITHER) && run(SLITHER, ['--version'], { allowFailure: true }).trim() === VERSION;
}

function install() {
  fs.rmSync(HOME, { recursive: true, force: true });
  fs.mkdirSync(CACHE, { recursive: true });
  try {
    run('python3', ['-m', 'venv', HOME]);
    run(path.join(HOME, 'bin/python'), [
      ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
      `slither-analyzer==${VERSION}`,
    ]);
  } catch (cause) {
    const advice = 'install Python 3.10 or newer with its venv module, and allow pip to reach its index';
    throw new Error(`slither ${VERSION} is missing and could not be installed: ${advice}.\n${cause.message}`, { cause });
  }
}

function finding({ check, impact, confidence, elements, description }) {
  const { filename_relative: file, lines } = elements[0]?.source_mapping ?? {};
  return { check, impact, confidence, where: `${file}:${lines?.[0]}`, description: description.trim() };
}

main(() => {
  if (!installed()) install();
  // Only what ships, without the tests; built anew, because slither reads every build record it finds.
  fs.rmSync(BUILD, { recursive: true, force: true });
  const folders = ['--out', BUILD, '--cache-path', path.join(BUILD, 'cache')];
  run(forgeProgram(), ['build', '--use', SOLC, '--build-info', '--skip', 'test', ...folders]);
  const environment = { ...process.env, PATH: [path.dirname(forgeProgram()), path.dirname(SOLC), process.env.PATH].join(':') };
  const output = run(SLITHER, ['.', '--ignore-compile', '--foundry-out-directory', BUILD, '--fail-none', '--json', '-'], {
    env: environment,
  });
  const report = JSON.parse(output);
  if (!report.success) throw new Error(`slither failed: ${report.error}`);
  console.log(JSON.stringify((report.results.detectors ?? []).map(finding), null, 2));
});
