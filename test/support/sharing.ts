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
  /** The catalogue entry under which {@link grant} puts resources of the provider: of the mildest grade, with its title proven. */
  readonly entry: string;
  /** Puts a resource under the entry of its provider, once; the rival has an entry of its own. */
  catalogue(resource: string, apiKey?: string): Promise<void>;
  /** Grants under a name, after its resource was catalogued; further members replace. */
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

/** @param more connections beside the database and the folder, by name. */
export async function startSharing(
  extra: Record<string, string> = {},
  more: Readonly<Record<string, object>> = {},
): Promise<SharingSystem> {
  const postgres = await startTestPostgres();
  const home = mkdtempSync(join(tmpdir(), 'lianpiao-sharing-'));
  const files = join(home, 'files');
  mkdirSync(files);
  const sources = join(home, 'sources.json');
  const organisations = ['the-provider'];
  const connections = {
    'city-db': { kind: 'postgres', url: postgres.url, organisations },
    'city-files': { kind: 'files', folder: files, organisations },
    ...more,
  };
  writeFileSync(sources, JSON.stringify({ connections }), { mode: 0o600 });
  const system = await startSystem({ LIANPIAO_SOURCES: sources, ...extra });
  const keys: Record<string, string> = {};
  for (const [name, role] of Object.entries(PEOPLE)) {
    const registration = { organisation: `the-${name}`, role, party: { name } };
    keys[name] = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
  }
  const entry = await openDirectory(system, 'the-provider', keys['provider'] ?? '', 'city-entry', 'city-data');
  let rivals: Promise<string> | undefined;
  const placed = new Set<string>();
  const sharing: SharingSystem = {
    entry,
    async catalogue(resource, apiKey) {
      if (placed.has(resource)) return;
      const ofRival = apiKey === keys['rival'];
      if (ofRival) rivals ??= openDirectory(system, 'the-rival', apiKey ?? '', 'rival-entry');
      const place = { entry: (await (ofRival ? rivals : undefined)) ?? entry, reason: 'test' };
      const key = ofRival ? apiKey : keys['provider'];
      if ((await system.call('POST', `/v1/catalogue/${resource}/entry`, key, place)).status < 300) placed.add(resource);
    },
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
        // In the order of the source, so that a test can say which rows it wants.
        handling: { marked: false },
        reason: 'agreed',
        ...more,
      };
      await sharing.catalogue((more as { resource: string }).resource, apiKey);
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

/**
 * A division, an organisation in it with a duty, and one entry of the mildest kind.
 * @returns the entry, under which the organisation's resources can be put.
 */
export async function openDirectory(
  system: TestSystem,
  organisation: string,
  apiKey: string,
  entry = `${organisation}-entry`,
  duty = `duty-of-${organisation}`,
): Promise<string> {
  const reason = 'test';
  const steps: [path: string, apiKey: string, body: object][] = [
    ['divisions', system.bureauKey, { division: '110000', name: '示例市' }],
    ['organisations', system.bureauKey, { organisation, division: '110000' }],
    ['duties', system.bureauKey, { duty, organisation, name: '城市数据', basis: '示例条例' }],
    ['entries', apiKey, { ...CITY_ENTRY, entry, duty, datum: `示例城市数据 ${organisation}` }],
  ];
  for (const [path, key, body] of steps) {
    const { status, text } = await system.call('POST', `/v1/catalogue/${path}`, key, { ...body, reason });
    // A second organisation finds the division there.
    if (status !== 201 && !(path === 'divisions' && status === 409)) throw new Error(`${path}: ${String(status)} ${text}`);
  }
  return entry;
}

/** What an entry needs, beside its id, duty and datum. */
export const CITY_ENTRY = {
  title: '示例城市数据',
  grade: 1,
  class: 'public-service',
  openness: 'conditional',
  sector: 'city',
  tags: { technology: ['传感器'], industry: ['城市'], management: ['统计'] },
  evidence: 'e'.repeat(64),
};
