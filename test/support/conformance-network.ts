import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SCRIPT = resolve(__dirname, '../../scripts/fabric');

/** A real Fabric network in a folder of its own. */
export interface TestNetwork {
  /** Its network.json. */
  readonly file: string;
  stop(): Promise<void>;
}

/** Starts a network, or takes the running one that `LIANPIAO_TEST_FABRIC` names (its network.json) and leaves it running. */
export async function startTestNetwork(): Promise<TestNetwork> {
  const given = process.env['LIANPIAO_TEST_FABRIC'];
  if (given !== undefined) return { file: given, stop: () => Promise.resolve() };
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-fabric-'));
  await run(SCRIPT, ['up', '--data', folder]);
  return {
    file: join(folder, 'network.json'),
    stop: async () => {
      await run(SCRIPT, ['down', '--purge', '--data', folder]);
    },
  };
}
