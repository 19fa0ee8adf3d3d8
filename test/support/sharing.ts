import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestPostgres, type TestPostgres } from './postgres';
import { services, startSystem, type TestSystem } from './system';

export const UNTIL = '2036-01-01T00:00:00Z';

/** A whole instance with sources of data: a PostgreSQL, a folder of CSV files, and the organisations that share. */
export interface SharingSystem {
  readonly system: TestSystem;
  readonly postgres: TestPostgres;
  /** Folder of the CSV files. */
  readonly files: string;
  /** API keys by organisation. */
  readonly keys: Readonly<Record<'auditor' | 'consumer' | 'owner' | 'provider' | 'rival' | 'third', string>>;
  /** A call that must succeed. */
  ok<Answer>(method: string, path: string, apiKey: string, body?: unknown): Promise<Answer>;
  /** Grants under a name; further members replace. */
  grant(more: Readonly<Record<string, unknown>>, apiKey?: string): Promise<string>;
  change(word: 'pause' | 'resume' | 'revoke', grant: string, apiKey?: string): Promise<{ sequence: number }>;
  stop(): Promise<void>;
}

const PEOPLE = {
  provider: 'provider',
  owner: 'provider',
  rival: 'provider',
  consumer: 'consumer',
  third: 'consumer',
  auditor: 'auditor',
} as const;

export async function startSharing(extra: Record<string, string> = {}): Promise<SharingSystem> {
  const postgres = await startTestPostgres();
  const home = mkdtempSync(join(tmpdir(), 'lianpiao-sharing-'));
  const files = join(home, 'files');
  mkdirSync(files);
  const sources = join(home, 'sources.json');
  const organisations = ['the-provider'];
  const connections = {
    'city-db': { kind: 'postgres', url: postgres.url, organisations },
    'city-files': { kind: 'csv', folder: files, organisations },
  };
  writeFileSync(sources, JSON.stringify({ connections }), { mode: 0o600 });
  const system = await startSystem({ LIANPIAO_SOURCES: sources, ...extra });
  const keys: Record<string, string> = {};
  for (const [name, role] of Object.entries(PEOPLE)) {
    const registration = { organisation: `the-${name}`, role, party: { name } };
    keys[name] = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
  }
  const sharing: SharingSystem = {
    system,
    postgres,
    files,
    keys: keys as SharingSystem['keys'],
    async ok(method, path, apiKey, body) {
      const answer = await system.call(method, path, apiKey, body);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text}`);
      return answer.body as never;
    },
    async grant(more, apiKey = sharing.keys.provider) {
      const request = {
        consumer: 'the-consumer',
        until: UNTIL,
        purpose: { code: 'research', text: 'a study' },
        reason: 'agreed',
        ...more,
      };
      return (await sharing.ok<{ grant: string }>('POST', '/v1/grants', apiKey, request)).grant;
    },
    change: (word, grant, apiKey = sharing.keys.provider) =>
      sharing.ok('POST', `/v1/grants/${grant}/${word}`, apiKey, { reason: 'test' }),
    async stop() {
      await system.stop();
      await postgres.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
  return sharing;
}
