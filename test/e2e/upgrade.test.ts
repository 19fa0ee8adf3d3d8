import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRUST_MEDIA_TYPE } from '@lianpiao/chaincode/domain';
import { lianpiao, runProgram, type CliResult } from '../support/cli';
import { buildPast, hasCommit } from '../support/past-build';
import { sale, TAX_IDS } from '../support/sales';
import { services, type Service } from '../support/system';

/** The last version before reconciliation, webhooks, anchors, witnesses and pages. */
const PAST = '61b1f96';
const ORIGIN = 'lianpiao.example/log';

const folder = mkdtempSync(join(tmpdir(), 'lianpiao-upgrade-'));
const data = join(folder, 'data');
const past = join(folder, 'past');
const running: Service[] = [];

afterAll(async () => {
  for (const service of running.reverse()) await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

const here = hasCommit(PAST) ? it : it.skip;

here(
  'an old folder goes on under the new version, both selling at once, without a failed request or an invalid proof',
  async () => {
    buildPast(PAST, past);
    const redis = await services.startRedis({ folder: join(folder, 'redis'), port: await services.freePort() });
    running.push(redis);
    const envAt = (port: number): Record<string, string> => services.instanceEnv({ data, redisUrl: redis.url, port });
    const [oldPort, newPort] = [await services.freePort(), await services.freePort()];
    const bureau = await services.initialise({ env: envAt(oldPort), root: past });
    const before = await services.startGateway({ env: envAt(oldPort), port: oldPort, log: join(folder, 'old.log'), root: past });
    const oldWorkers = await services.startWorkers({ env: envAt(oldPort), log: join(folder, 'old-workers.log'), root: past });
    running.push(before, oldWorkers);
    const party = { name: '示例商店', taxId: TAX_IDS.seller };
    const registration = { organisation: 'shop', role: 'merchant', sandbox: false, party };
    const { apiKey } = await services.registerOrganisation(before.url, bureau.apiKey, registration);
    for (const till of ['old-till', 'new-till']) {
      await services.call(before.url, 'POST', '/v1/tills', {
        apiKey: bureau.apiKey,
        body: { till, seller: 'shop', reason: 'test' },
      });
    }
    const issue = async (url: string, till: string): Promise<string> =>
      ((await services.call(url, 'POST', '/v1/invoices', { apiKey, body: sale(till) })) as { number: string }).number;
    const bundleOf = async (url: string, number: string): Promise<string> => {
      let text = '';
      await services.until(async () => {
        const response = await fetch(`${url}/v1/invoices/${number}/proof`, { headers: { authorization: `Bearer ${apiKey}` } });
        text = await response.text();
        return response.ok;
      }, 'the proof');
      const file = join(folder, `${number}.lianpiao.json`);
      writeFileSync(file, text);
      return file;
    };
    const vkey = (await (await fetch(`${before.url}/log/vkey`)).text()).trim();
    const trust = join(folder, 'trust.json');
    writeFileSync(
      trust,
      JSON.stringify({ mediaType: TRUST_MEDIA_TYPE, logs: [{ origin: ORIGIN, vkey }], witnesses: [], quorum: 0 }),
    );

    const old: string[] = [];
    for (let count = 0; count < 20; count += 1) old.push(await issue(before.url, 'old-till'));
    const oldBundle = await bundleOf(before.url, old[0]!);

    let failed = 0;
    const numbers = new Set(old);
    const sell = async (url: string, till: string, until: () => boolean): Promise<number> => {
      let sold = 0;
      for (; !until(); sold += 1) {
        try {
          numbers.add(await issue(url, till));
        } catch {
          failed += 1;
        }
      }
      return sold;
    };
    let [oldLeads, selling] = [true, true];
    const byOld = sell(before.url, 'old-till', () => !oldLeads);
    // The workers first: the index of an older version is emptied when it is opened, and only new ones fill it as it is now.
    await oldWorkers.stop();
    running.push(await services.startWorkers({ env: envAt(newPort), log: join(folder, 'new-workers.log') }));
    const after = await services.startGateway({ env: envAt(newPort), port: newPort, log: join(folder, 'new.log') });
    running.push(after);
    const byNew = sell(after.url, 'new-till', () => !selling);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    oldLeads = false;
    const soldByOld = await byOld;
    await before.stop();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    selling = false;
    const soldByNew = await byNew;
    console.log(
      `sold by the old version ${String(soldByOld)}, by the new one ${String(soldByNew)} meanwhile, failed ${String(failed)}`,
    );
    expect([failed, numbers.size]).toEqual([0, 20 + soldByOld + soldByNew]);
    expect(Math.min(soldByOld, soldByNew)).toBeGreaterThan(10);

    // Old proofs under the new version, new ones of old and new invoices, and a new one under the old version.
    const newest = await issue(after.url, 'old-till');
    const bundles = [oldBundle, await bundleOf(after.url, old[7]!), await bundleOf(after.url, newest)];
    for (const bundle of bundles) {
      expect((await lianpiao(['verify', bundle, '--offline', '--trust', trust])).code).toBe(0);
    }
    const verified = await lianpiao(['ledger', 'verify', '--data', data]);
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('OK')]);
    const underOld = (...words: string[]): Promise<CliResult> =>
      runProgram(process.execPath, [join(past, 'gateway/bin/lianpiao.js'), ...words], { cwd: folder });
    expect((await underOld('verify', bundles[2]!, '--offline', '--trust', trust)).code).toBe(0);
  },
  240_000,
);
