// Writes a software bill of materials (CycloneDX 1.5, JSON) of what an installation runs, read from the lock file:
// `node scripts/sbom.mjs > sbom.json`. It is not committed: it is made for each release from the lock file of that release.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const MAX_BYTES = 64 * 1024 * 1024;
const DEADLINE_MS = 120_000;
const ONLY_BUILDS_AND_TESTS = 'cdx:npm:package:development';

const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
const { status, stdout, stderr, error } = spawnSync('npm', args, {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: MAX_BYTES,
  timeout: DEADLINE_MS,
});
if (error !== undefined) throw error;
if (status !== 0) {
  process.stderr.write(stderr);
  process.exit(status ?? 1);
}

// npm's own `--omit dev` also leaves out what runs and is, for another package, a tool as well.
const bill = JSON.parse(stdout);
const left = bill.components.filter(
  ({ properties = [] }) => !properties.some(({ name, value }) => name === ONLY_BUILDS_AND_TESTS && value === 'true'),
);
const known = new Set([bill.metadata.component['bom-ref'], ...left.map((component) => component['bom-ref'])]);
const dependencies = bill.dependencies
  .filter(({ ref }) => known.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => known.has(one)) }));
process.stdout.write(`${JSON.stringify({ ...bill, components: left, dependencies }, null, 2)}\n`);
