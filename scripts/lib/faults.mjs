/** `scripts/faults`: runs the fault tests of test/faults by hand, with a report and a log file under artefacts/. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import typescript from 'typescript';
import { faultPage, runFaults } from './fault-table.mjs';

// The harness is TypeScript and shared with jest: its types are taken off as it is loaded.
Module._extensions['.ts'] = (module, filename) => {
  const compilerOptions = {
    module: typescript.ModuleKind.CommonJS,
    target: typescript.ScriptTarget.ES2023,
    esModuleInterop: true,
  };
  const { outputText } = typescript.transpileModule(readFileSync(filename, 'utf8'), { compilerOptions, fileName: filename });
  module._compile(outputText, filename);
};
const require = createRequire(import.meta.url);
const ROOT = path.resolve(import.meta.dirname, '../..');
const { runKills, tableOf } = require('../../test/faults/kill-run.ts');
const { MUTANTS } = require('../../test/faults/mutants.ts');
const { runFabricFaults } = require('../../test/faults/fabric/fabric-run.ts');
const { reportOf } = require('../../test/faults/fabric/report.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string' },
    processes: { type: 'string' },
    away: { type: 'string', default: '60' },
  },
});

function wholeNumber(name, fallback) {
  const value = Number(values[name] ?? fallback);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1`);
  return value;
}

const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
const log = [];
function say(text) {
  console.log(text);
  log.push(text);
}

function saveLog(command) {
  const folder = path.join(ROOT, 'artefacts');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `faults-${command}-${stamp}.log`);
  writeFileSync(file, `${log.join('\n')}\n`);
  console.log(`log: ${path.relative(ROOT, file)}`);
}

async function kills(options) {
  say(`${options.kills} kills at ${options.rate} fresh invoices a second, seed ${options.seed}, Node ${process.version}`);
  const summary = await runKills({ ...options, say });
  say(tableOf(summary));
  for (const line of summary.violations) say(line);
  say(`gateway restarts, longest first: ${summary.gatewayRestartMs.longest.join(', ')} ms`);
  say(JSON.stringify({ ...summary, violations: undefined, clean: summary.caughtBy.length === 0 }));
  return summary.caughtBy.length === 0;
}

async function mutants(options, names) {
  let [survivors, rows] = [0, ['| broken build | caught by |', '| --- | --- |']];
  for (const mutant of MUTANTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const summary = await runKills({ ...options, settleMs: 5000, samples: 200, change: mutant.apply });
    const caught = mutant.caughtBy.some((check) => summary.caughtBy.includes(check));
    if (!caught) survivors += 1;
    say(`${mutant.name}: ${caught ? 'caught' : 'NOT CAUGHT as it should be'}`);
    for (const line of summary.violations) say(`  ${line}`);
    rows.push(`| ${mutant.what} | ${summary.caughtBy.join(', ') || 'nothing'} |`);
  }
  say(rows.join('\n'));
  return survivors === 0;
}

/** Writes what it saw into docs/faults-fabric.md. */
async function fabric({ seed, rate }) {
  const awayMs = wholeNumber('away') * 1000;
  say(
    `faults of a Fabric network at ${rate} sales a second, peers away for ${values.away} s, seed ${seed}, Node ${process.version}`,
  );
  const summary = await runFabricFaults({ seed, rate, awayMs, say });
  for (const line of summary.violations) say(line);
  const report = reportOf(summary, { rate, seed, day: new Date().toISOString().slice(0, 10) });
  say(report);
  const page = path.join(ROOT, 'docs/faults-fabric.md');
  writeFileSync(page, await format(report, { ...(await resolveConfig(page)), parser: 'markdown' }));
  return summary.violations.length === 0;
}

/** Writes what it found into docs/fault-table.md. */
async function all() {
  const load = os.loadavg()[2].toFixed(1);
  const run = runFaults();
  const [day, node, cpus] = [new Date().toISOString().slice(0, 10), process.version, os.availableParallelism()];
  const page = path.join(ROOT, 'docs/fault-table.md');
  const text = faultPage(run, { day, node, cpus, load });
  writeFileSync(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }));
  say(`${run.found.length} findings, ${run.controls.length} silent controls: docs/fault-table.md`);
  return run.passed;
}

const [command = 'kills', ...names] = positionals;
const options = {
  seed: wholeNumber('seed'),
  rate: wholeNumber('rate', command === 'fabric' ? 30 : 500),
  kills: wholeNumber('kills', command === 'mutants' ? 12 : 100),
};
if (values.processes !== undefined) options.processes = wholeNumber('processes');
let clean = false;
if (command === 'kills') clean = await kills(options);
else if (command === 'mutants') clean = await mutants(options, names);
else if (command === 'fabric') clean = await fabric(options);
else if (command === 'all') clean = await all();
else say('usage: ./scripts/faults kills|mutants|fabric|all [--kills N] [--seed N] [--rate N] [--away SECONDS]');
saveLog(command);
process.exit(clean ? 0 : 1);
