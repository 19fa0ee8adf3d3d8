import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startSystem, type TestSystem } from '../support/system';

const ROOT = path.resolve(__dirname, '../..');
const INSTALLED = path.join(ROOT, '.cache/schemathesis/bin/schemathesis');
const PROGRAM = existsSync(INSTALLED) ? INSTALLED : 'schemathesis';
const SEED = '20260131';
const DEADLINE_MS = 600_000;

/**
 * schemathesis makes requests from the served OpenAPI document, good and bad, and compares the answers with it. Left out:
 * the stream of server-sent events, which never ends; and the check that every request of the right form succeeds, because
 * the ledger's rules (sums, rates, ownership, numbers) say more than a form can.
 */
const OPTIONS = [
  '--phases', 'examples,coverage,fuzzing',
  '--max-examples', process.env['LIANPIAO_EXAMPLES'] ?? '12',
  '--seed', SEED,
  '--generation-database', 'none',
  '--exclude-path', '/v1/changes/stream',
  '--exclude-checks', 'positive_data_acceptance',
  '--continue-on-failure',
  '--no-shrink',
  '--request-timeout', '10',
  '--no-color',
]; // prettier-ignore

/** A body too large for us is refused before anything else is wrong with it. */
const CONFIG = `[checks]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 428, 429]
`;

/** Asynchronous, because this process carries the gateway's log meanwhile. */
function attack(folder: string, url: string, apiKey: string): Promise<{ code: number | null; output: string }> {
  writeFileSync(path.join(folder, 'schemathesis.toml'), CONFIG);
  const child = spawn(PROGRAM, ['run', `${url}/openapi.json`, '-H', `Authorization: Bearer ${apiKey}`, ...OPTIONS], {
    // It writes its cache where it stands.
    cwd: folder,
    env: {
      ...process.env,
      SCHEMATHESIS_HOOKS: 'schemathesis_hooks',
      PYTHONPATH: path.join(ROOT, 'test/support'),
      PYTHONDONTWRITEBYTECODE: '1',
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** What failed, without the warnings, which fill pages, and without the lengths of generated bodies. */
function tellingPart(output: string): string {
  const [failures = ''] = output.split(/^=+ WARNINGS =+$/m);
  const short = failures.split('\n').map((line) => line.slice(0, 300));
  return short.join('\n').slice(-40_000) + output.slice(-1000);
}

describe('schemathesis against the served OpenAPI document', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ LIANPIAO_LOG_LEVEL: 'error' });
    await system.seller('demo-merchant', '91440300MA5DEMQM04');
  });
  afterAll(async () => {
    await system.stop();
  });

  it.each(['merchant', 'bureau'])(
    'finds no fault of ours and no answer that is not described, as %s',
    async (role) => {
      let apiKey = system.bureauKey;
      if (role === 'merchant') {
        const made = await system.call<{ apiKey: string }>('POST', '/v1/api-keys', system.bureauKey, {
          organisation: 'demo-merchant',
          label: 'schemathesis',
          reason: 'test',
        });
        apiKey = made.body.apiKey;
        // Its examples name this till.
        const till = { till: 'demo-till-1', seller: 'demo-merchant', reason: 'test' };
        expect((await system.call('POST', '/v1/tills', system.bureauKey, till)).status).toBe(201);
      }
      const { code, output } = await attack(system.folder, system.url, apiKey);
      if (process.env['LIANPIAO_SHOW'] !== undefined || code !== 0) console.log(tellingPart(output));
      expect(output).toMatch(/Test cases:/);
      expect(code).toBe(0);
      expect((await system.call('GET', '/readyz')).status).toBe(200);
    },
    DEADLINE_MS,
  );
});
