import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadScript } from './load-script';

/** A process of an instance: scripts/lib/services.cjs. */
export interface Service {
  readonly pid: number;
  readonly log: string;
  alive(): boolean;
  kill(): Promise<void>;
  stop(): Promise<void>;
}
interface Services {
  freePort(): Promise<number>;
  until(check: () => unknown, what: string, deadlineMs?: number): Promise<void>;
  startRedis(options: { folder: string; port: number }): Promise<Service & { port: number; url: string }>;
  startGateway(options: {
    env: Record<string, string>;
    port: number;
    log: string;
    root?: string;
  }): Promise<Service & { url: string }>;
  startWorkers(options: { env: Record<string, string>; log: string; root?: string }): Promise<Service>;
  instanceEnv(options: { data: string; redisUrl: string; port: number; extra?: Record<string, string> }): Record<string, string>;
  initialise(options: { env: Record<string, string>; root?: string }): Promise<{ organisation: string; apiKey: string }>;
  call(url: string, method: string, path: string, options?: { apiKey?: string; body?: unknown }): Promise<never>;
  registerOrganisation(url: string, bureauKey: string, registration: unknown): Promise<{ organisation: string; apiKey: string }>;
}

export const services = loadScript<Services>('services.cjs');

/** A whole instance on real parts (Redis, gateway, workers) in a folder of its own. */
export interface TestSystem {
  readonly folder: string;
  readonly data: string;
  readonly url: string;
  readonly env: Record<string, string>;
  readonly bureauKey: string;
  gateway: Service;
  workers: Service;
  redis: Service;
  /** Registers a seller with one till and gives its API key. */
  seller(
    organisation: string,
    taxId: string,
    options?: { sandbox?: boolean; role?: string; name?: string },
  ): Promise<{ apiKey: string; till: string }>;
  call<Answer>(
    method: string,
    path: string,
    apiKey?: string,
    body?: unknown,
  ): Promise<{ status: number; body: Answer; text: string }>;
  stop(): Promise<void>;
}

/** Starts an instance; the rooms must be built (`tsc --build`), as `scripts/test` does. */
export async function startSystem(extra: Record<string, string> = {}): Promise<TestSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-system-'));
  const data = join(folder, 'data');
  const redis = await services.startRedis({ folder: join(folder, 'redis'), port: await services.freePort() });
  const port = await services.freePort();
  const env = services.instanceEnv({ data, redisUrl: redis.url, port, extra });
  const { bureau, gateway } = await openGateway(env, port, join(folder, 'gateway.log')).catch(async (error: unknown) => {
    await redis.stop();
    throw error;
  });
  const workers = await services.startWorkers({ env, log: join(folder, 'workers.log') });
  const { url } = gateway;
  const system: TestSystem = {
    folder,
    data,
    url,
    env,
    bureauKey: bureau.apiKey,
    gateway,
    workers,
    redis,
    async seller(organisation, taxId, options = {}) {
      const { role = 'merchant', sandbox = false, name = '示例商店' } = options;
      const registration = { organisation, role, sandbox, party: { name, taxId } };
      const { apiKey } = await services.registerOrganisation(url, bureau.apiKey, registration);
      const till = `${organisation}-till`;
      await services.call(url, 'POST', '/v1/tills', {
        apiKey: bureau.apiKey,
        body: { till, seller: organisation, reason: 'test' },
      });
      return { apiKey, till };
    },
    async call(method, path, apiKey, body) {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as never, text };
    },
    async stop() {
      await system.gateway.stop();
      await system.workers.stop();
      await system.redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return system;
}

async function openGateway(
  env: Record<string, string>,
  port: number,
  log: string,
): Promise<{ bureau: { apiKey: string }; gateway: Service & { url: string } }> {
  const bureau = await services.initialise({ env });
  return { bureau, gateway: await services.startGateway({ env, port, log }) };
}
