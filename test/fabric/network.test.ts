import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  appendFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FABRIC_START_MS, runFabric, startFabricNetwork } from '../support/fabric-network';
import { openOffice, OPERATOR, type LedgerOffice } from '../support/ledger-office';

const ROOT = resolve(__dirname, '../..');
const READY_MS = 30_000;
const NAMES = [
  ...['orderer1', 'orderer2', 'orderer3'],
  ...['peer-taxbureau', 'peer-merchants', 'peer-dataproviders'],
  ...['chaincode-taxbureau', 'chaincode-merchants', 'chaincode-dataproviders'],
];

interface Line {
  readonly name: string;
  readonly pid: string;
  readonly text: string;
}

describe('a Fabric network without Docker', () => {
  const home = mkdtempSync(join(tmpdir(), 'lianpiao-fabric-'));
  const folder = join(home, 'network');
  let firstStartMs: number;

  beforeAll(async () => {
    const started = performance.now();
    // Two suites may ask at once; one of them starts it.
    await Promise.all([startFabricNetwork(folder), startFabricNetwork(folder)]);
    firstStartMs = performance.now() - started;
  }, FABRIC_START_MS);
  afterAll(async () => {
    await runFabric(folder, 'down', '--purge');
    rmSync(home, { recursive: true, force: true });
  });

  /** The rows of `status`, which fails when anything is not well. */
  async function status(): Promise<Line[]> {
    return parseStatus(await runFabric(folder, 'status'));
  }

  it('is ready within half a minute, programs built', () => {
    expect(firstStartMs).toBeLessThan(READY_MS);
  });

  it('shows three orderers, and three organisations with a peer and a chaincode each', async () => {
    const lines = await status();
    expect(lines.map(({ name }) => name)).toEqual(NAMES);
    expect(lines.filter(({ text }) => text.includes(' leader'))).toHaveLength(1);
    expect(lines.filter(({ text }) => text.endsWith(' reachable'))).toHaveLength(3);
    expect(heights(lines)).toEqual([3, 3, 3]);
  });

  it('starts again what was killed, and leaves the others alone', async () => {
    const before = await status();
    await runFabric(folder, 'stop', 'peer-merchants', '--kill');
    await expect(status()).rejects.toMatchObject({ stdout: expect.stringMatching(/peer-merchants +- +\d+ +not running/) });
    await runFabric(folder, 'up');
    const after = await status();
    const moved = after.filter(({ pid }, index) => pid !== before[index]!.pid);
    expect(moved.map(({ name }) => name)).toEqual(['peer-merchants']);
    expect(heights(after)).toEqual(heights(before));
  });

  it('does nothing the second time', async () => {
    const before = await status();
    await runFabric(folder, 'up');
    expect(await status()).toEqual(before);
  });

  it('commits the next sequence when the chaincode is another, and its own again after that', async () => {
    const other = join(home, 'chaincode');
    cpSync(join(ROOT, 'chaincode/dist'), join(other, 'dist'), { recursive: true });
    cpSync(join(ROOT, 'chaincode/package.json'), join(other, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(other, 'node_modules'));
    appendFileSync(join(other, 'dist/index.js'), '\n// another one\n');
    expect(await runFabric(folder, 'up', '--chaincode', other)).toMatch(/sequence 2 /);
    expect(await runFabric(folder, 'up')).toMatch(/sequence 3 /);
    expect(new Set(heights(await status())).size).toBe(1);
  });

  it('brings back a peer whose disk was lost', async () => {
    const before = heights(await status());
    await runFabric(folder, 'stop', 'peer-dataproviders', '--kill');
    rmSync(join(folder, 'nodes/peer-dataproviders/state'), { recursive: true });
    await runFabric(folder, 'up');
    expect(heights(await status())).toEqual(before);
  }, 120_000);

  it('is reached whole by a gateway that was opened while a peer and an orderer were away, with the older client too', async () => {
    const networkFile = join(folder, 'network.json');
    const open = (client: 'fabric-gateway' | 'fabric-network'): LedgerOffice =>
      openOffice({ kind: 'fabric', networkFile, operator: OPERATOR, mspId: 'TaxBureau', client, batch: 500 });
    const founding = open('fabric-gateway');
    await founding.found();
    founding.remove();
    await runFabric(folder, 'stop', 'peer-merchants', 'orderer1', '--kill');
    const office = open('fabric-network');
    try {
      // Connects to all, and reads from the bureau's peer.
      await office.caughtUp();
      expect(office.registry.organisation('bureau')).toBeDefined();
      await runFabric(folder, 'up');
      await office.organisation('late-shop', 'company');
      expect(office.registry.organisation('late-shop')).toBeDefined();
      // One orderer less than before: another takes it.
      await runFabric(folder, 'stop', 'orderer2', '--kill');
      await office.organisation('later-shop', 'company');
      expect(office.registry.organisation('later-shop')).toBeDefined();
    } finally {
      office.remove();
      await runFabric(folder, 'up');
    }
  }, 180_000);

  it('lets nobody but its owner read what it wrote', () => {
    const open = readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /(\.key|key\.pem|network\.json|\.tar\.gz)$/.test(file) && (statSync(file).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('refuses a folder that holds no network, and a name that nobody has', async () => {
    await expect(runFabric(home, 'status')).rejects.toThrow('there is no Fabric network in');
    expect(await runFabric(home, 'down', '--purge')).toContain('nothing is deleted');
    expect(existsSync(home)).toBe(true);
    await expect(runFabric(folder, 'stop', 'peer-nobody')).rejects.toThrow('stop wants names out of: orderer1');
  });

  it('leaves no process when it ends, and no file when it is told so', async () => {
    const pids = readdirSync(join(folder, 'run')).map((file) => readFileSync(join(folder, 'run', file), 'utf8'));
    expect(pids).toHaveLength(NAMES.length);
    await runFabric(folder, 'down');
    expect(existsSync(join(folder, 'network.json'))).toBe(true);
    expect(execFileSync('ps', ['-e', '-o', 'args='], { encoding: 'utf8' })).not.toContain(folder);
    await runFabric(folder, 'down', '--purge');
    expect(existsSync(folder)).toBe(false);
  });
});

function parseStatus(text: string): Line[] {
  const [, ...lines] = text.trim().split('\n');
  return lines.map((line) => {
    const [name, pid] = line.split(/ +/);
    return { name: name!, pid: pid!, text: line };
  });
}

/** Heights of the peers, in order. */
function heights(lines: readonly Line[]): number[] {
  return lines.filter(({ name }) => name.startsWith('peer-')).map(({ text }) => Number(text.split(/ +/)[3]));
}
