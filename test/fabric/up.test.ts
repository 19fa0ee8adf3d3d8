import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runProgram } from '../support/cli';
import { runFabric } from '../support/fabric-network';
import { services } from '../support/system';

const UP = resolve(__dirname, '../../scripts/up');

describe('./scripts/up --ledger fabric --once', () => {
  const data = mkdtempSync(join(tmpdir(), 'lianpiao-up-fabric-'));
  afterAll(async () => {
    await runFabric(join(data, 'fabric'), 'down', '--purge');
    rmSync(data, { recursive: true, force: true });
  });

  it('sells, proves, shares and reconciles on a network of its own, and ends all that it started', async () => {
    const port = String(await services.freePort());
    const { code, out, err } = await runProgram(UP, ['--ledger', 'fabric', '--once', '--data', data, '--port', port]);
    if (code !== 0) throw new Error(`it ended with ${String(code)}:\n${out}${err}`);
    for (const said of ['processes  3 orderers, 3 peers', 'VALID', 'ready in']) expect(out).toContain(said);
    expect(out).not.toContain('NOT VERIFIED');
    expect(execFileSync('ps', ['-e', '-o', 'args='], { encoding: 'utf8' })).not.toContain(data);
  }, 300_000);
});
