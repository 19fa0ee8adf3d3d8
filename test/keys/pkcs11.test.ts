import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sale, TAX_IDS } from '../support/sales';
import { SoftToken } from '../support/soft-token';
import { services, startSystem, type TestSystem } from '../support/system';

const ROOT = resolve(__dirname, '../..');
const CLI = join(ROOT, 'gateway/bin/lianpiao.js');
const TOKEN = join(ROOT, 'gateway/dist/crypto/pkcs11/pkcs11-token.js');
const DEADLINE_MS = 60_000;

/** Runs the command line with an instance's settings. */
function cli(system: TestSystem, ...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [CLI, ...words], {
    env: { ...process.env, ...system.env },
    encoding: 'utf8',
    timeout: DEADLINE_MS,
  });
}

/** Runs a few lines with an open token in a process of its own: the library reads its settings when it is loaded. */
function withToken(
  token: SoftToken,
  lines: string,
  access: object = {},
): { status: number | null; stdout: string; stderr: string } {
  const options = { module: token.module, token: token.label, pin: token.pin, ...access };
  const script = `const { Pkcs11Token } = require(${JSON.stringify(TOKEN)}); const crypto = require('node:crypto');
    const token = new Pkcs11Token(${JSON.stringify(options)}); ${lines}`;
  return spawnSync(process.execPath, ['-e', script], {
    env: { ...process.env, ...token.library },
    encoding: 'utf8',
    timeout: DEADLINE_MS,
  });
}

describe('a token behind PKCS #11 (SoftHSM)', () => {
  const token = new SoftToken();
  afterAll(() => {
    token.remove();
  });

  it.each(['ES256', 'Ed25519'])('makes a key for %s, finds it again, and signs as OpenSSL verifies', (algorithm) => {
    const { stdout, stderr } = withToken(
      token,
      `const made = token.generate('till', '${algorithm}'); const found = token.find('till', '${algorithm}');
       const key = crypto.createPublicKey({ key: found.publicKey, format: 'der', type: 'spki' });
       const message = Buffer.from('链票'); const signature = found.sign(message);
       const verify = (text) => crypto.verify('${algorithm}' === 'ES256' ? 'sha256' : null, text, { key, dsaEncoding: 'ieee-p1363' }, signature);
       console.log(made.publicKey.equals(found.publicKey), signature.length, verify(message), verify(Buffer.from('other')), token.find('other', '${algorithm}'));`,
    );
    expect({ stdout, stderr }).toEqual({ stdout: 'true 64 true false undefined\n', stderr: '' });
  });

  it('opens what it wrapped, in its own place only', () => {
    const { stdout } = withToken(
      token,
      `const wrapped = token.wrap(Buffer.from('secret'), 'a.key'); const opens = (bytes, place) => { try { return String(token.unwrap(bytes, place)); } catch (error) { return error.name; } };
       const changed = Buffer.from(wrapped); changed[changed.length - 1] ^= 1;
       console.log(opens(wrapped, 'a.key'), opens(wrapped, 'b.key'), opens(changed, 'a.key'), opens(wrapped, 'a.key'), wrapped.includes('secret'));`,
    );
    expect(stdout).toBe('secret KeyTokenError KeyTokenError secret false\n');
  });

  it.each([
    [{ pin: '0000' }, 'refuses open'],
    [{ token: 'another' }, 'there is no token of that label'],
    [{ module: '/dev/null' }, 'refuses open'],
  ])('says what is wrong with %j, and never the PIN', (access, words) => {
    const { status, stderr } = withToken(token, '', access);
    expect(status).not.toBe(0);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain(token.pin);
  });

  it('ends a call to a library that hangs, by its deadline', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-hang-'));
    writeFileSync(join(folder, 'hang.c'), 'int pause(void);\nvoid *C_GetFunctionList(void *list) { for (;;) pause(); }\n');
    execFileSync('cc', ['-shared', '-fPIC', '-o', join(folder, 'hang.so'), join(folder, 'hang.c')]);
    const started = Date.now();
    const script = `const { Pkcs11Token } = require(${JSON.stringify(TOKEN)});
      try { new Pkcs11Token({ module: ${JSON.stringify(join(folder, 'hang.so'))}, token: 'x', pin: 'x' }); } catch (error) { console.error(error.message); }`;
    const { signal, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', timeout: DEADLINE_MS });
    rmSync(folder, { recursive: true });
    // The process goes on after the deadline, and ends when it has nothing more to do, whatever the library does.
    expect(signal).toBe('SIGKILL');
    expect(stderr).toContain('did not answer open within 5000 ms');
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});

describe('an instance whose keys are in a token', () => {
  const token = new SoftToken();
  let system: TestSystem;
  let seller: { apiKey: string; till: string };

  beforeAll(async () => {
    system = await startSystem({ ...token.settings, LIANPIAO_PROCESSES: '2' });
    seller = await system.seller('corner-shop', TAX_IDS.seller);
  });
  afterAll(async () => {
    await system?.stop();
    token.remove();
  });

  it('issues, seals, proves and verifies as with files, and over a restart [rows 000-004:E3]', async () => {
    for (let count = 0; count < 20; count += 1) {
      expect((await system.call('POST', '/v1/invoices', seller.apiKey, sale(seller.till))).status).toBe(201);
    }
    const { env } = system;
    await system.gateway.stop();
    system.gateway = await services.startGateway({ env, port: Number(env['LIANPIAO_PORT']), log: system.gateway.log });
    const { body } = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, sale(seller.till));
    const path = `/v1/invoices/${body.number}/proof`;
    await services.until(async () => (await system.call('GET', path, seller.apiKey)).status === 200, 'the proof');
    expect(cli(system, 'ledger', 'verify', '--data', system.data)).toMatchObject({ status: 0 });
  });

  it('has no private key and no secret on its disk', () => {
    const folder = join(system.data, 'keys');
    const names = readdirSync(folder);
    // Keys that sign stay in the token; secrets are files that only the token opens.
    expect(names.filter((name) => name.endsWith('.pem'))).toEqual([]);
    const secrets = names.filter((name) => name.endsWith('.key'));
    expect(secrets).toEqual(expect.arrayContaining(['api-key-pepper.key', 'payload.key', 'taxpayer-fingerprint.key']));
    for (const name of secrets) {
      expect({ name, head: readFileSync(join(folder, name)).subarray(0, 20).toString() }).toEqual({
        name,
        head: 'lianpiao-wrapped-v1\n',
      });
    }
  });

  it('does not start without its token, and says why', () => {
    const without = { ...system.env, LIANPIAO_KEYS: 'file' };
    const { status, stderr } = cli({ ...system, env: without }, 'ledger', 'verify', '--data', system.data);
    expect(status).not.toBe(0);
    expect(stderr).toContain('KEY_WRAPPED');
  });

  it('does not start when others may read the PIN', () => {
    chmodSync(token.pinFile, 0o644);
    const { status, stderr } = cli(system, 'ledger', 'verify', '--data', system.data);
    chmodSync(token.pinFile, 0o600);
    expect(status).toBe(2);
    expect(stderr).toContain('KEY_EXPOSED');
  });
});
