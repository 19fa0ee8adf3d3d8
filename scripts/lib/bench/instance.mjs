/** A fresh instance with merchants and tills, for a benchmark. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const services = createRequire(import.meta.url)('../services.cjs');

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A taxpayer id with a right check character (GB 32100-2015). */
export function taxpayerId(number) {
  const body = `91440300BENCH${String(number).padStart(4, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(body[index]), 0);
  return body + ALPHABET[(31 - (sum % 31)) % 31];
}

/** Limits off the way, tills with many numbers. */
const SETTINGS = {
  LIANPIAO_KEY_LIMIT: '1000000000',
  LIANPIAO_ANONYMOUS_LIMIT: '1000000000',
  LIANPIAO_TILL_CHUNK: '1000000',
  LIANPIAO_SELLER_CHUNK: '100000000',
  LIANPIAO_LOG_LEVEL: 'warn',
};

const FILLED = 'filled.json';

/**
 * @param prepare settings that need the data folder; `first`, an organisation that is registered before the sellers are.
 * @param home a folder that stays: an instance that was filled there (`filled()`) is started again as it was left.
 */
export async function startInstance({ merchants = 4, tills = 8, keep = false, extra = {}, prepare, first, home } = {}) {
  const { folder, known, kept } = placeOf(home);
  const data = path.join(folder, 'data');
  const redis = await services.startRedis({ folder: path.join(folder, 'redis'), port: await services.freePort() });
  const port = await services.freePort();
  const env = services.instanceEnv({ data, redisUrl: redis.url, port, extra: { ...SETTINGS, ...extra, ...prepare?.(data) } });
  const bureau = kept.bureau ?? (await services.initialise({ env }));
  const gateway = await services.startGateway({ env, port, log: path.join(folder, 'gateway.log') });
  const workers = await services.startWorkers({ env, log: path.join(folder, 'workers.log') });
  if (first !== undefined) await services.registerOrganisation(gateway.url, bureau.apiKey, first);
  const sellers = kept.sellers ?? (await registerSellers(gateway.url, bureau.apiKey, { merchants, tills }));
  return {
    folder, data, env, port, bureau, sellers, redis,
    gateway, workers, url: gateway.url, known,
    filled: () => writeFileSync(path.join(folder, FILLED), JSON.stringify({ bureau, sellers }), { mode: 0o600 }),
    async stop() {
      await gateway.stop();
      await workers.stop();
      await redis.stop();
      if (!keep && home === undefined) rmSync(folder, { recursive: true, force: true });
    },
  }; // prettier-ignore
}

/** A folder for an instance, and what it was filled with: one that stays is emptied unless it was. */
function placeOf(home) {
  const none = { known: false, kept: {} };
  if (home === undefined) {
    return { ...none, folder: mkdtempSync(path.join(process.env.LIANPIAO_BENCH_DIR ?? tmpdir(), 'lianpiao-bench-')) };
  }
  const filled = path.join(home, FILLED);
  if (existsSync(filled)) return { known: true, kept: JSON.parse(readFileSync(filled, 'utf8')), folder: home };
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  return { ...none, folder: home };
}

async function registerSellers(url, bureauKey, { merchants, tills }) {
  const sellers = [];
  for (let number = 0; number < merchants; number += 1) {
    const organisation = `bench-${number}`;
    const party = { name: `基准商店${number}`, taxId: taxpayerId(number) };
    const { apiKey } = await services.registerOrganisation(url, bureauKey, { organisation, role: 'merchant', party });
    const names = Array.from({ length: tills }, (_, index) => `${organisation}-till-${index}`);
    for (const till of names) {
      await services.call(url, 'POST', '/v1/tills', {
        apiKey: bureauKey,
        body: { till, seller: organisation, reason: 'bench' },
      });
    }
    sellers.push({ organisation, apiKey, tills: names });
  }
  return sellers;
}
