import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startAnvil, type Anvil } from '../support/anvil';

const SCRIPT = resolve(__dirname, '../../scripts/lib/compose-setup.mjs');

describe('the first start of docker-compose.yml', () => {
  const data = mkdtempSync(join(tmpdir(), 'lianpiao-compose-'));
  let chain: Anvil;

  beforeAll(async () => {
    chain = await startAnvil();
  });
  afterAll(async () => {
    await chain.stop();
    rmSync(data, { recursive: true, force: true });
  });

  async function setUp(): Promise<string> {
    const env = { ...process.env, LIANPIAO_DATA: data, LIANPIAO_ANCHOR_RPC_URL: chain.url };
    return (await promisify(execFile)(process.execPath, [SCRIPT], { env })).stdout;
  }

  it('makes ledger and anchor contract once, and tells no secret', async () => {
    const said = await setUp();
    const file = join(data, 'bureau-credentials.json');
    const { apiKey } = JSON.parse(readFileSync(file, 'utf8')) as { apiKey: string };
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(apiKey.length).toBeGreaterThan(20);
    expect(said).not.toContain(apiKey);

    const settings = readFileSync(join(data, 'anchor.env'), 'utf8');
    const contract = /^LIANPIAO_ANCHOR_CONTRACT=(0x[0-9a-fA-F]{40})\n$/.exec(settings)?.[1];
    expect(await chain.request<string>('eth_getCode', contract, 'latest')).toMatch(/^0x60/);

    await setUp();
    expect(readFileSync(join(data, 'anchor.env'), 'utf8')).toBe(settings);
    expect((JSON.parse(readFileSync(file, 'utf8')) as { apiKey: string }).apiKey).toBe(apiKey);
  });
});
