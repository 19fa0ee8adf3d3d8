import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const ROOMS = ['chaincode', 'gateway', 'workers', 'contracts'];

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

/** Runs the project's own rules over the rooms under `directory`; returns `file: rule` for every violation. */
function violationsUnder(directory: string): string[] {
  const sources = [...ROOMS, 'gateway/console']
    .map((room) => `${room}/src`)
    .filter((source) => fs.existsSync(path.join(directory, source)));
  const output = execFileSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      path.join(ROOT, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      ...sources,
    ],
    { cwd: directory, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(output) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(0);
  return summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
}

/** A small copy of the rooms: their real package files, stubs of what they publish, and the given sources. */
function writeFixture(sources: Readonly<Record<string, string>>): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'lianpiao-rules-'));
  const files: Record<string, string> = { ...sources };
  for (const room of ROOMS) {
    files[`${room}/package.json`] = fs.readFileSync(path.join(ROOT, room, 'package.json'), 'utf8');
    files[`${room}/src/index.ts`] ??= 'export const room = 1;\n';
    files[`${room}/dist/index.js`] = '';
  }
  for (const part of ['domain/index', 'domain/invoice/issue-invoice']) files[`chaincode/dist/${part}.js`] = '';
  for (const part of ['ledger', 'queue', 'stores', 'ledger/embedded/verify']) files[`gateway/dist/${part}/index.js`] = '';
  for (const vendor of ['express', 'big.js', '@noble/hashes', 'antd']) {
    files[`node_modules/${vendor}/package.json`] = JSON.stringify({ name: vendor, version: '1.0.0', main: 'index.js' });
    files[`node_modules/${vendor}/index.js`] = '';
  }
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
    fs.writeFileSync(path.join(directory, name), text);
  }
  // The same links that npm makes for workspaces: the rules must see through them.
  fs.mkdirSync(path.join(directory, 'node_modules/@lianpiao'), { recursive: true });
  for (const room of ROOMS) fs.symlinkSync(path.join('../..', room), path.join(directory, 'node_modules/@lianpiao', room));
  return directory;
}

/** Each file breaks exactly the rule that stands beside it. */
const FORBIDDEN: readonly (readonly [file: string, imported: string, rule: string])[] = [
  ['chaincode/src/domain/reads-files.ts', 'node:fs', 'domain-is-pure'],
  ['chaincode/src/domain/uses-crypto.ts', 'crypto', 'domain-is-pure'],
  ['chaincode/src/domain/uses-express.ts', 'express', 'domain-vendors'],
  ['chaincode/src/domain/uses-fabric.ts', '../fabric/context', 'domain-imports-nothing-of-ours'],
  ['chaincode/src/domain/uses-ledger.ts', '@lianpiao/gateway/ledger', 'domain-imports-nothing-of-ours'],
  ['chaincode/src/uses-gateway.ts', '@lianpiao/gateway/queue', 'chaincode-imports-no-room'],
  ['chaincode/src/uses-contracts.ts', '@lianpiao/contracts', 'chaincode-imports-no-room'],
  ['gateway/src/uses-workers.ts', '@lianpiao/workers', 'gateway-not-to-workers'],
  ['gateway/src/uses-path.ts', '../../chaincode/src/domain/index', 'rooms-by-name-only'],
  ['gateway/src/uses-contract-classes.ts', '@lianpiao/chaincode', 'only-public-parts'],
  ['gateway/src/uses-inner-part.ts', '@lianpiao/chaincode/domain/invoice/issue-invoice', 'no-unresolved'],
  ['gateway/src/undeclared.ts', 'big.js', 'declared-dependencies'],
  ['gateway/src/own-dist.ts', '../dist/queue/index', 'no-own-dist'],
  ['workers/src/uses-dist-path.ts', '../../chaincode/dist/domain/invoice/issue-invoice', 'only-public-parts'],
  ['workers/src/uses-routes.ts', '@lianpiao/gateway/routes', 'no-unresolved'],
  ['workers/src/uses-type.ts', '../../gateway/src/index', 'rooms-by-name-only'],
  ['contracts/src/uses-domain.ts', '@lianpiao/chaincode/domain', 'contracts-imports-no-room'],
  ['gateway/src/cycle-one.ts', './cycle-two', 'no-cycles'],
  ['gateway/src/uses-tests.ts', '../../test/support/thing', 'no-test-code'],
  ['workers/src/uses-injector.ts', '../../test/faults/inject/thing', 'detectors-know-no-injector'],
  ['gateway/console/src/app/uses-gateway.ts', '../../../src/index', 'console-uses-the-public-api'],
  ['gateway/console/src/app/uses-stores.ts', '@lianpiao/gateway/stores', 'console-uses-the-public-api'],
  ['gateway/console/src/verify/uses-antd.ts', 'antd', 'public-pages-are-small'],
  ['gateway/console/src/phone/uses-console.ts', '../app/thing', 'public-pages-are-small'],
  ['gateway/src/uses-injector.ts', '../../test/faults/inject/thing', 'detectors-know-no-injector'],
];

const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['chaincode/src/domain/adds-up.ts', 'big.js'],
  ['chaincode/src/domain/hashes.ts', '@noble/hashes'],
  ['chaincode/src/fabric/uses-domain.ts', '../domain/index'],
  ['gateway/src/uses-domain.ts', '@lianpiao/chaincode/domain'],
  ['workers/src/uses-domain.ts', '@lianpiao/chaincode/domain'],
  ['workers/src/uses-ledger.ts', '@lianpiao/gateway/ledger'],
  ['workers/src/uses-queue.ts', '@lianpiao/gateway/queue'],
  ['workers/src/uses-stores.ts', '@lianpiao/gateway/stores'],
  ['workers/src/uses-verify.ts', '@lianpiao/gateway/verify'],
  ['workers/src/uses-contracts.ts', '@lianpiao/contracts'],
  ['gateway/console/src/verify/uses-domain.ts', '@lianpiao/chaincode/domain'],
  ['gateway/console/src/app/uses-antd.ts', 'antd'],
];

function importing(imported: string, asType = false): string {
  return `import ${asType ? 'type ' : ''}* as part from '${imported}';\nexport ${asType ? 'type Part = typeof part' : 'const used = part'};\n`;
}

describe('the direction of dependencies', () => {
  it('is kept by every room', () => {
    expect(violationsUnder(ROOT)).toEqual([]);
  });

  describe('is enforced: a room that breaks it is named', () => {
    let directory: string;
    let found: string[];

    beforeAll(() => {
      const sources: Record<string, string> = {
        'chaincode/src/domain/index.ts': 'export const rule = 1;\n',
        'chaincode/src/fabric/context.ts': 'export const context = 1;\n',
        'gateway/src/cycle-two.ts': importing('./cycle-one'),
        'gateway/console/src/app/thing.ts': 'export const thing = 1;\n',
        'test/support/thing.ts': 'export const thing = 1;\n',
        'test/faults/inject/thing.ts': 'export const thing = 1;\n',
      };
      for (const [file, imported] of FORBIDDEN) sources[file] = importing(imported, file.endsWith('uses-type.ts'));
      for (const [file, imported] of ALLOWED) sources[file] = importing(imported);
      directory = writeFixture(sources);
      // The fixture declares what its domain may use, so that only the rule in question speaks.
      const manifest = path.join(directory, 'chaincode/package.json');
      const declared = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { dependencies: Record<string, string> };
      declared.dependencies = { ...declared.dependencies, 'big.js': '1.0.0', '@noble/hashes': '1.0.0' };
      fs.writeFileSync(manifest, JSON.stringify(declared));
      found = violationsUnder(directory);
    });

    afterAll(() => {
      fs.rmSync(directory, { recursive: true, force: true });
    });

    it.each(FORBIDDEN)('%s importing %s breaks %s', (file, _imported, rule) => {
      expect(found).toContain(`${file}: ${rule}`);
    });

    it.each(ALLOWED)('%s may import %s', (file) => {
      expect(found.filter((violation) => violation.startsWith(`${file}:`))).toEqual([]);
    });
  });
});
