/** `./scripts/bench [NAME] [--json] [--quick] [--size N]`: runs benchmarks and prints what they measured. */
import { parseArgs } from 'node:util';
import { chaincode } from './chaincode.mjs';
import * as embedded from './embedded.mjs';
import { cipher } from './embedded-cipher.mjs';
import * as fabric from './fabric.mjs';
import * as volume from './embedded-volume.mjs';
import { claims } from './life-claims.mjs';
import { offline } from './life-offline.mjs';
import { search } from './life-search.mjs';
import { status } from './life-status.mjs';
import { visible } from './life-visible.mjs';
import { machine } from './measure.mjs';
import * as proofs from './proofs.mjs';
import { anchor } from './proofs-anchor.mjs';
import { catalogue } from './sharing-catalogue.mjs';
import * as sharing from './sharing.mjs';
import { receipts } from './receipts.mjs';
import { detect } from './proofs-detect.mjs';

const OPTIONS = { json: { type: 'boolean' }, quick: { type: 'boolean' }, size: { type: 'string' }, help: { type: 'boolean' } };

/** `embedded` runs all but these: the year takes its ten minutes, and the other starts two instances. */
const BY_NAME_ONLY = ['embedded.year', 'embedded.cipher'];
const BENCHES = {
  'embedded.batch': embedded.batch,
  'embedded.single': embedded.single,
  'embedded.latency': embedded.latency,
  'embedded.read': volume.read,
  'embedded.year': volume.year,
  'embedded.cipher': cipher,
  'proofs.verify': proofs.verify,
  'proofs.cached': proofs.cached,
  'proofs.make': proofs.make,
  'proofs.tessera': proofs.tessera,
  'proofs.anchor': anchor,
  'sharing.read': sharing.read,
  'sharing.check': sharing.check,
  'sharing.revoke': sharing.revoke,
  'sharing.catalogue': catalogue,
  'sharing.receipts': receipts,
  'proofs.detect': detect,
  'life.claims': claims,
  'life.offline': offline,
  'life.search': search,
  'life.status': status,
  'life.visible': visible,
  'fabric.main': fabric.fabric,
  'fabric.single': fabric.single,
  'fabric.kills': fabric.kills,
  'fabric.growth': fabric.growth,
  'fabric.chaincode': chaincode,
};
const QUICK = { pairs: 2, seconds: 3, invoices: 20_000, size: 50_000, quick: true };

const USAGE = `usage: ./scripts/bench [NAME] [--json] [--quick] [--size N]
names: embedded, proofs, sharing, fabric, life, ${Object.keys(BENCHES).join(', ')}`;

function explain(problem) {
  console.error(`${problem}\n${USAGE}`);
  process.exit(2);
}

function readWords() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    return explain(error.message);
  }
}

const { values, positionals } = readWords();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const wanted = positionals[0] ?? 'embedded';
const names = Object.keys(BENCHES).filter(
  (name) => name === wanted || (name.startsWith(`${wanted}.`) && !BY_NAME_ONLY.includes(name)),
);
if (names.length === 0) explain(`no benchmark ${wanted}`);
if (values.size !== undefined && !/^[1-9][0-9]{0,8}$/.test(values.size)) explain('--size is a number of records');

const about = machine();
if (!values.json) console.log(`machine: ${JSON.stringify(about)}`);

function report(row) {
  // More than a tenth of the machine with others: the figures say nothing.
  const isVoid = (row.others ?? 0) > 0.1 || (row.steal ?? 0) > 0.1;
  const full = { ...row, ...(isVoid ? { void: true } : {}), machine: about };
  if (values.json) {
    console.log(JSON.stringify(full));
    return;
  }
  const { name, figure, unit, ratio, against, ...rest } = full;
  delete rest.machine;
  console.log(`\n${name}: ${figure.toFixed(2)} ${unit}${ratio === undefined ? '' : `; ${ratio.toFixed(3)} × ${against}`}`);
  for (const [key, value] of Object.entries(rest))
    console.log(`    ${key}: ${typeof value === 'number' ? Number(value.toFixed(3)) : value}`);
}

let failed = false;
for (const name of names) {
  try {
    await BENCHES[name](report, {
      ...(values.quick ? QUICK : {}),
      ...(values.size === undefined ? {} : { size: Number(values.size) }),
    });
  } catch (error) {
    failed = true;
    console.error(`${name} failed: ${error.stack}`);
  }
}
process.exit(failed ? 1 : 0);
