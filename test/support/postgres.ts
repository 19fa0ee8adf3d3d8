import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadScript } from './load-script';
import type { Service } from './system';

/** A PostgreSQL of the test's own: scripts/lib/postgres.cjs. */
export interface TestPostgres extends Service {
  readonly url: string;
  /** Runs statements as the superuser. */
  run(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
}

const { startPostgres } = loadScript<{
  startPostgres(options: { folder: string }): Promise<Service & { url: string }>;
}>('postgres.cjs');

/** Starts a cluster in a temporary folder; `stop` ends it and removes the folder. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-postgres-'));
  chmodSync(folder, 0o711);
  const service = await startPostgres({ folder });
  return {
    ...service,
    async run(text, values = []) {
      const client = new Client(service.url);
      await client.connect();
      try {
        return (await client.query(text, [...values])).rows as Record<string, unknown>[];
      } finally {
        await client.end();
      }
    },
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
