import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  parseTlogProof,
  verifyBundle,
  type Bundle,
  type StatusAsk,
  type TrustFile,
  type Verdict,
} from '@lianpiao/chaincode/domain';
import { LogSource } from '../../gateway/src/cli/monitor/log-source';
import { StatusMonitor } from '../../gateway/src/cli/monitor/follow-status';
import { nodeSignatures } from '../../gateway/src/crypto/log-keys';
import { openSqlite } from '../../gateway/src/stores/sqlite';
import { cli } from '../support/cli';
import { sale, TAX_IDS } from '../support/sales';
import { BUILD_TIMEOUT_MS, buildSecondVerifier, type SecondVerifier } from '../support/second-verifier';
import { services, startSystem, type TestSystem } from '../support/system';
import { trustOf } from '../support/trust';

interface Finding {
  readonly code: string;
  readonly place: object;
}

describe('the provable status of an invoice, over HTTP [rows 000-004:A3,A5]', () => {
  let system: TestSystem;
  let shop: { apiKey: string; till: string };
  let buyer: string;
  let second: SecondVerifier;
  let folder: string;
  let vkey: string;
  let trust: TrustFile;

  beforeAll(async () => {
    second = buildSecondVerifier();
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-status-'));
    system = await startSystem();
    shop = await system.seller('shop', TAX_IDS.seller);
    const party = { name: '买方', taxId: TAX_IDS.buyer };
    const registration = { organisation: 'buyer', role: 'company', sandbox: false, party };
    buyer = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
    trust = await trustOf(system.url);
    vkey = (await (await fetch(`${system.url}/log/vkey`)).text()).trim();
    const logs = [{ origin: vkey.split('+')[0], vkey }];
    const mediaType = 'application/vnd.lianpiao.trust.v1+json';
    writeFileSync(join(folder, 'trust.json'), JSON.stringify({ mediaType, logs, witnesses: [], quorum: 0 }));
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    await system.stop();
    second.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = async <Answer>(who: string | undefined, path: string, body: object): Promise<{ status: number; body: Answer }> =>
    system.call<Answer>('POST', path, who, { reason: 'test', ...body });
  const issue = async (): Promise<string> => {
    const invoice = sale(shop.till, { buyer: { name: '买方', taxId: TAX_IDS.buyer } });
    return (await system.call<{ number: string }>('POST', '/v1/invoices', shop.apiKey, invoice)).body.number;
  };
  /** The bundle with its status, as soon as the log has taken the seal in. */
  const proofOf = async (number: string, axes: string): Promise<Bundle> => {
    let answer: { status: number; body: Bundle } | undefined;
    await services.until(async () => {
      answer = await system.call<Bundle>('GET', `/v1/invoices/${number}/proof?status=${axes}`, shop.apiKey);
      return answer.status === 200;
    }, 'a proof of the status');
    return answer!.body;
  };
  const judge = (bundle: Bundle, ask?: StatusAsk): Verdict => verifyBundle(bundle, trust, nodeSignatures, ask);
  const monitor = async (...more: string[]): Promise<{ code: number | null; out: string; err: string }> => {
    const words = ['log', 'monitor', '--log', `${system.url}/log`, '--vkey', vkey, '--once', '--json'];
    return cli(...words, '--state', join(folder, 'state.json'), '--statuses', folder, ...more);
  };
  const partOf = (number: string): object => ({
    invoice: number,
    reasonCode: '04',
    lines: [{ line: 1, net: '50.00', tax: '4.50' }],
  });

  test('nothing happened: absence proves it; the second verifier and the command line agree', async () => {
    const number = await issue();
    const bundle = await proofOf(number, 'all');
    const ask = { now: Date.now(), maxAgeSeconds: 60, wanted: [{ axis: 'claim', is: false, state: 'settled' }] } as const;
    const { result, reason, summary } = judge(bundle, ask);
    expect([result, reason]).toEqual(['valid', undefined]);
    expect(summary.status).toMatchObject({ changed: false, axes: { document: 'issued', claim: 'free', pledge: 'free' } });
    const file = join(folder, 'absent.lianpiao.json');
    writeFileSync(file, JSON.stringify(bundle));
    const [theirs] = second.judge([{ trust: join(folder, 'trust.json'), file }]).verdicts;
    expect(theirs).toMatchObject({ result: 'valid', status: { changed: false, axes: summary.status!.axes } });
    const verify = (...more: string[]): ReturnType<typeof cli> =>
      cli('verify', file, '--trust', join(folder, 'trust.json'), ...more);
    expect((await verify('--max-age', '24h', '--status', 'document=issued,claim!=settled')).code).toBe(0);
    const red = await verify('--status', 'document=wholly-red', '--json');
    expect([red.code, JSON.parse(red.out)]).toEqual([
      1,
      expect.objectContaining({ files: [expect.objectContaining({ reason: 'STATUS_NOT_AS_ASKED' })] }),
    ]);
    expect((await verify('--max-age', 'soon')).err).toContain('--max-age');
  });

  test('red-lettered in part, then reserved and settled: every step is proven, and an older proof shows the older time', async () => {
    const number = await issue();
    const before = await proofOf(number, 'all');
    expect((await post(shop.apiKey, '/v1/corrections', partOf(number))).status).toBe(201);
    const red = judge(await proofOf(number, 'all'));
    expect(red.summary.status).toMatchObject({
      changed: true,
      axes: { document: 'partly-red', correction: 'completed', claim: 'free' },
    });

    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const asked = { invoices: [{ invoice: number, amount: '54.50', date: today, total: '109.00' }] };
    const reserved = await post<{ claim: string; fence: number }>(buyer, '/v1/claims', asked);
    expect(reserved.status).toBe(201);
    expect(judge(await proofOf(number, 'all')).summary.status?.axes.claim).toBe('reserved');
    const { claim, fence } = reserved.body;
    expect((await post(buyer, `/v1/claims/${claim}/settle`, { fence })).status).toBe(200);
    const settled = await proofOf(number, 'document,claim');
    const { result, summary } = judge(settled, { now: Date.now(), wanted: [{ axis: 'claim', is: true, state: 'settled' }] });
    expect([result, summary.status?.axes]).toEqual(['valid', { document: 'partly-red', claim: 'settled' }]);
    // Who claims is nowhere in it, nor is what is withheld.
    expect(JSON.stringify(settled.status)).not.toMatch(/buyer|"use"|54\.50/);
    const asIssued = [{ axis: 'claim', is: false, state: 'settled' }] as const;
    expect(judge(settled, { now: Date.now(), wanted: asIssued })).toMatchObject({ reason: 'STATUS_NOT_AS_ASKED' });
    // The proof from before is still right about its own time, and its age tells.
    const old = { now: Date.now() + 3_600_000, maxAgeSeconds: 3600, wanted: asIssued };
    expect(judge(before, old)).toMatchObject({ result: 'unknown', reason: 'STATUS_TOO_OLD' });
    const { path, other } = before.status!;
    const rolledBack = { seal: settled.status!.seal, path, ...(other === undefined ? {} : { other }) };
    expect(judge({ ...settled, status: rolledBack }).reason).toBe('STATUS_WRONG');
  });

  test('anyone is told of a red letter, without the buyer; a thousand papers a request [rows 000-004:A8]', async () => {
    const [part, whole, none] = [await issue(), await issue(), await issue()];
    await post(shop.apiKey, '/v1/corrections', partOf(part));
    await post(shop.apiKey, '/v1/corrections', { invoice: whole, reasonCode: '02' });
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const paper = (number: string, total = '109.00'): object => ({ number, date: today, total });
    const papers = [paper(part), paper(whole), paper(none), paper(part, '1.00'), paper('9'.repeat(20))];
    const items = [...papers, ...Array.from({ length: 995 }, () => paper(none))];
    const { status, text, body } = await system.call<{ items: { result: string }[] }>('POST', '/v1/verifications', undefined, {
      items,
    });
    expect(status).toBe(200);
    expect(body.items.slice(0, 6).map(({ result }) => result)).toEqual([
      'partly-red',
      'wholly-red',
      'genuine',
      'differing',
      'unknown',
      'genuine',
    ]);
    expect(body.items).toHaveLength(1000);
    expect(text).not.toMatch(/买方|buyer/);
    const bundle = (await system.call<Bundle>('GET', `/v1/invoices/${whole}/proof`, shop.apiKey)).body;
    expect((await system.call<{ result: string }>('POST', '/v1/verifications', undefined, { bundle })).body.result).toBe(
      'wholly-red',
    );
  });

  test('a monitor makes every root again from the public seals, and names a seal that is not what it says', async () => {
    await proofOf(await issue(), 'all');
    const looked = await monitor();
    expect(looked).toMatchObject({ code: 0, err: '' });
    const { seals } = JSON.parse(looked.out) as { seals: number };
    expect(seals).toBeGreaterThan(3);
    const { body } = await system.call<Bundle>('GET', `/log/status/${String(seals)}`);
    expect(judge(body).result).toBe('valid');
    expect((await system.call('GET', '/log/status/99999')).status).toBe(404);
    expect((await system.call('GET', '/log/status/x')).status).toBe(404);
    // Somebody has edited the monitor's own copy: what follows does not lead to the next root.
    const own = openSqlite(join(folder, 'status.db'), 'NORMAL');
    own.prepare('UPDATE buckets SET hash = ? WHERE bucket = (SELECT min(bucket) FROM buckets)').run('0'.repeat(64));
    own.close();
    await post(shop.apiKey, '/v1/corrections', partOf(await issue()));
    await proofOf(await issue(), 'all');
    const alarmed = await monitor();
    expect(alarmed.code).toBe(1);
    expect(JSON.parse(alarmed.out)).toMatchObject({ alarm: 'status-wrong', found: 'its changes do not make its root' });
  });

  test('a monitor is alarmed when what happened to an invoice has no seal for five minutes, and no more when it has', async () => {
    const number = await issue();
    await post(shop.apiKey, '/v1/corrections', partOf(number));
    const { status } = await proofOf(number, 'all');
    const seal = parseTlogProof(status!.seal.proof).index;
    const source = new LogSource(`${system.url}/log`);
    const leaves: Uint8Array[] = [];
    for (let tile = 0; leaves.length <= seal; tile += 1)
      leaves.push(...(await source.leaves(tile, Math.min(256, seal + 1 - leaves.length))));
    const watched = new StatusMonitor(mkdtempSync(join(folder, 'stale-')));
    leaves.slice(0, seal).forEach(watched.note);
    // The log as it was before the seal was in it: what an operator shows who holds the seal back.
    const look = (size: number, afterMs: number): Promise<number> =>
      watched.look(source, { keys: trust.logs, size, now: Date.now() + afterMs });
    const before = await look(seal, 0);
    await expect(look(seal, 300_000)).rejects.toMatchObject({
      kind: 'status-stale',
      facts: { index: expect.stringMatching(/^\d+$/) as string },
    });
    watched.note(leaves[seal]!, seal);
    expect(await look(seal + 1, 300_000)).toBe(before + 1);
    watched.close();
  });

  test('an edited map is found and named; made again from the seals it is right', async () => {
    const number = await issue();
    await post(shop.apiKey, '/v1/corrections', partOf(number));
    await proofOf(number, 'all');
    const findings = async (): Promise<Finding[]> =>
      (await system.call<{ items: Finding[] }>('GET', '/v1/reconciliation/findings?open=true', system.bureauKey)).body.items;
    expect(await findings()).toEqual([]);
    await system.gateway.stop();
    const map = openSqlite(join(system.data, 'status.db'), 'NORMAL');
    const row = map.prepare('SELECT bucket, pairs FROM buckets ORDER BY bucket LIMIT 1').get() as {
      bucket: number;
      pairs: Buffer;
    };
    row.pairs[40] = row.pairs[40]! ^ 1;
    map.prepare('UPDATE buckets SET pairs = ? WHERE bucket = ?').run(row.pairs, row.bucket);
    map.close();
    const store = openSqlite(join(system.data, 'reconciliation.db'), 'NORMAL', { readonly: true });
    const codes = (): string[] =>
      store.prepare("SELECT DISTINCT code FROM findings WHERE part = 'status' ORDER BY code").pluck().all() as string[];
    const open = (): number =>
      store.prepare("SELECT count(*) FROM findings WHERE part = 'status' AND resolved_at IS NULL").pluck().get() as number;
    await services.until(() => codes().length === 3, 'the findings', 60_000);
    expect(codes()).toEqual(['status-differs', 'status-pairs-differ', 'status-root-differs']);
    expect(open()).toBe(3);
    await system.workers.stop();
    for (const end of ['', '-wal', '-shm']) rmSync(join(system.data, `status.db${end}`), { force: true });
    const { env } = system;
    system.gateway = await services.startGateway({
      env,
      port: Number(new URL(system.url).port),
      log: join(folder, 'gateway.log'),
    });
    system.workers = await services.startWorkers({ env, log: join(folder, 'workers.log') });
    expect(judge(await proofOf(number, 'document')).summary.status?.axes).toEqual({ document: 'partly-red' });
    await services.until(() => open() === 0, 'the findings are settled', 60_000);
    // A map that stands at a seal which the ledger does not have is that of another past.
    await system.gateway.stop();
    const ahead = openSqlite(join(system.data, 'status.db'), 'NORMAL');
    ahead.prepare('UPDATE sealed SET number = number + 1000').run();
    await services.until(() => codes().includes('status-ahead'), 'the finding', 60_000);
    expect(open()).toBe(1);
    ahead.prepare('UPDATE sealed SET number = number - 1000').run();
    ahead.close();
    await services.until(() => open() === 0, 'the finding is settled', 60_000);
    store.close();
  });
});
