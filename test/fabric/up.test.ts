import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runProgram } from '../support/cli';
import { runFabric } from '../support/fabric-network';
import { services } from '../support/system';

const UP = resolve(__dirname, '../../scripts/up');

describe('./scripts/up --once', () => {
  const data = mkdtempSync(join(tmpdir(), 'lianpiao-up-fabric-'));
  afterAll(async () => {
    await runFabric(join(data, 'fabric'), 'down', '--purge');
    rmSync(data, { recursive: true, force: true });
  });

  const runOnce = async (ledger: 'embedded' | 'fabric'): Promise<string> => {
    const port = String(await services.freePort());
    const { code, out, err } = await runProgram(UP, ['--ledger', ledger, '--once', '--data', data, '--port', port]);
    if (code !== 0) throw new Error(`it ended with ${String(code)}:\n${out}${err}`);
    for (const said of ['VALID', 'ready in']) expect(out).toContain(said);
    expect(out).not.toContain('NOT VERIFIED');
    expect(execFileSync('ps', ['-e', '-o', 'args='], { encoding: 'utf8' })).not.toContain(data);
    return out;
  };

  it('sells, proves, shares and reconciles on each ledger, one after the other in one folder, and ends all that it started', async () => {
    expect(await runOnce('fabric')).toContain('processes  3 orderers, 3 peers');
    // Each ledger knows its own keys, though both publish theirs in the same file.
    for (const ledger of ['embedded', 'fabric', 'embedded'] as const) await runOnce(ledger);
  }, 600_000);
});
