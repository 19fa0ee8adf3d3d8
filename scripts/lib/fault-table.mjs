/** `scripts/faults all`: makes every fault of the corpus on both ledgers, and writes docs/fault-table.md from what the run found. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Tests that make faults and keep a record of each: test/support/fault-records.ts. */
const SUITES = [
  'test/faults/reconciliation.test.ts',
  'test/faults/elsewhere-files.test.ts',
  'test/faults/elsewhere-neighbours.test.ts',
  'test/gateway/keeping/backup.test.ts',
  'test/workers/redis-safety.test.ts',
  'test/workers/witnessing/log-witnesses.test.ts',
  'test/fabric/mirror-faults.test.ts',
  'test/fabric/malicious.test.ts',
  'test/workers/anchor-watch.test.ts',
  'test/workers/anchoring/fault-table.test.ts',
];

/** Faults that one ledger cannot have, by the beginning of their names, and why. */
const NOT_ON = {
  fabric: [
    ['the operator’s key exchanged', 'the peer’s blocks prove a mirror, not its operator’s signature'],
    ['an older backup restored', 'a mirror catches up from its peer'],
    ['a backup of another past restored', 'a mirror of another channel does not fit its peer: see a block of another chain'],
    ['the disk is full', 'not tried on a peer’s disk'],
  ],
  embedded: [
    ['a block of the mirror', 'no peer'],
    ['a block of another chain', 'no peer'],
    ['a gap between two blocks', 'no peer'],
    ['a gateway’s clock', 'one operator, one clock: the time of blocks never goes back'],
    ['an invoice endorsed', 'one operator: nobody endorses'],
  ],
};

/**
 * Runs the suites one after another.
 * @returns whether all passed, what was found, and the controls that stayed silent.
 */
export function runFaults(suites = SUITES) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lianpiao-fault-records-'));
  const file = path.join(folder, 'records.ndjson');
  const env = { ...process.env, LIANPIAO_FAULT_RECORDS: file, LIANPIAO_TEST_FABRIC: path.join(folder, 'fabric') };
  let passed = true;
  try {
    for (const suite of suites) {
      const jest = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '--runInBand', suite], {
        cwd: ROOT,
        env,
        stdio: 'inherit',
      });
      passed = passed && jest.status === 0;
    }
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    const records = lines.filter(Boolean).map((line) => JSON.parse(line));
    return {
      passed,
      found: records.filter(({ fault }) => fault !== undefined),
      controls: records.filter(({ control }) => control !== undefined),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function exemption(ledger, fault) {
  return NOT_ON[ledger].find(([beginning]) => fault.startsWith(beginning))?.[1];
}

/** One row a fault and code; the place is that of the ledger on which it was made first. */
function rowsOf(found) {
  const rows = new Map();
  for (const { ledger, ms, ...record } of found) {
    const key = `${record.fault}\0${record.code}`;
    if (!rows.has(key)) rows.set(key, { ...record, ms: {} });
    rows.get(key).ms[ledger] ??= ms;
  }
  return [...rows.values()];
}

const cell = (text) => String(text).replaceAll('|', '\\|');

/** Texts that many rows share, by number in the order in which they first come. */
class Notes {
  #known = [];
  of(text) {
    if (!this.#known.includes(text)) this.#known.push(text);
    return String(this.#known.indexOf(text) + 1);
  }
  get lines() {
    return this.#known.map((text, at) => `${String(at + 1)}. ${text}`);
  }
}

function time(row, ledger, reasons) {
  const ms = row.ms[ledger] ?? row.ms.any;
  if (ms !== undefined) return ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(1)} ms`;
  const why = exemption(ledger, row.fault);
  return why === undefined ? '–' : `– (${reasons.of(why)})`;
}

/** The page, as Markdown. @param day RFC 3339 date. */
export function faultPage({ found, controls }, { day, node, cpus, load }) {
  const rows = rowsOf(found);
  const [repairs, reasons] = [new Notes(), new Notes()];
  const table = rows.map((row) => {
    const cells = [
      row.fault,
      `\`${row.code}\``,
      row.part,
      row.cause,
      row.place,
      repairs.of(row.repair),
      time(row, 'embedded', reasons),
      time(row, 'fabric', reasons),
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  const names = new Set(rows.map(({ fault }) => fault));
  const on = (ledger) => new Set(rows.filter(({ ms }) => (ms[ledger] ?? ms.any) !== undefined).map(({ fault }) => fault)).size;
  const silent = [...new Set(controls.map(({ control, ledger }) => `${control} (${ledger})`))];
  return `# Table of faults

Written by \`./scripts/faults all\` from what its run made and found; not edited by hand. Each fault is made on purpose by code that
no detector may import (rule \`detectors-know-no-injector\`), has to be found, and is named by a stable code, a part, the class of
its cause, a place and a repair. ${names.size} faults: ${on('embedded')} on the embedded ledger, ${on('fabric')} on Fabric; ${silent.length} controls, where nothing may be told.

Times are from the first look after the fault to the alarm: on folders those of the reconciliation or the check that found it, without
the quarter of a second between two looks; for the EVM chain by the clock of the looks, a second apart. A fault that happens to what both
ledgers share (files, log, proofs, anchors) is made once, and its time stands for both. Processes, kills and networks are in
[faults](faults.md) and [faults of a Fabric network](faults-fabric.md). ${day}, Node ${node}, ${cpus} virtual CPUs, load average ${load}.

| fault | code | part | class of cause | place | repair | embedded | Fabric |
| --- | --- | --- | --- | --- | --- | --- | --- |
${table.join('\n')}

## Repairs

${repairs.lines.join('\n')}

## Why a ledger has no such fault

${reasons.lines.join('\n') || '–'}

## Controls

${silent.map((line) => `- ${line}`).join('\n')}
`;
}
