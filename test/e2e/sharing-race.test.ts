import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { startSharing, type SharingSystem } from '../support/sharing';

const CLIENTS = 64;
/** Answers before the revocation. */
const ENOUGH = 200;
/** Answers to reads that were asked for after the revocation. */
const LATE = 300;

interface Answer {
  readonly status: number;
  readonly code: string;
  /** When the request was sent, and when its answer had come. */
  readonly sent: number;
  readonly came: number;
}

describe('64 clients against a revocation, over two serving processes', () => {
  let sharing: SharingSystem;
  beforeAll(async () => {
    sharing = await startSharing({ LIANPIAO_PROCESSES: '2', LIANPIAO_LOG_LEVEL: 'warn' });
    writeFileSync(
      join(sharing.files, 'small.csv'),
      `name,value\n${Array.from({ length: 20 }, (_, row) => `n${row},${row}`).join('\n')}\n`,
    );
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
      resource: 'small',
      title: 'small',
      source: { connection: 'city-files', file: 'small.csv' },
      fields: [{ name: 'name' }, { name: 'value', type: 'number' }],
      reason: 'test',
    });
  });
  afterAll(async () => {
    await sharing.stop();
  });

  function ask(agent: http.Agent, path: string): Promise<Answer> {
    const sent = performance.now();
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${sharing.keys.consumer}` };
      http
        .get(sharing.system.url + path, { agent, headers }, (response) => {
          let text = '';
          response.on('data', (chunk) => (text += String(chunk)));
          response.on('end', () => {
            const { code = 'ok' } = JSON.parse(text) as { code?: string };
            resolve({ status: response.statusCode!, code, sent, came: performance.now() });
          });
          response.on('error', reject);
        })
        .on('error', reject);
    });
  }

  it('not one read is allowed that was asked for after the revocation returned, and every check left its entry', async () => {
    const grant = await sharing.grant({ resource: 'small', fields: ['name'] });
    const answers: Answer[] = [];
    let running = true;
    const client = async (number: number): Promise<void> => {
      // A connection each: the two processes share them out.
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      const path = `/v1/data/${grant}/${number % 2 === 0 ? 'rows' : 'check'}`;
      while (running) answers.push(await ask(agent, path));
      agent.destroy();
    };
    const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
    // A busy machine takes longer to get the race going; the test's own deadline ends it.
    while (answers.length < ENOUGH) await new Promise((resolve) => setTimeout(resolve, 20));
    const { sequence } = await sharing.change('revoke', grant);
    const returned = performance.now();
    const late = (): Answer[] => answers.filter(({ sent }) => sent > returned);
    while (late().length <= LATE) await new Promise((resolve) => setTimeout(resolve, 20));
    running = false;
    await Promise.all(clients);

    const allowed = answers.filter(({ status }) => status === 200);
    expect(allowed.length).toBeGreaterThanOrEqual(ENOUGH);
    expect(late().filter(({ code }) => code !== 'GRANT_REVOKED')).toEqual([]);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['ok', 'GRANT_REVOKED']));

    const entries: { outcome: string; height: number; code?: string }[] = [];
    for (let after = ''; ;) {
      const page = await sharing.ok<{ items: { entry: (typeof entries)[number] }[]; next: string | null }>(
        'GET',
        `/v1/grants/${grant}/audit?limit=500${after}`,
        sharing.keys.auditor,
      );
      entries.push(...page.items.map(({ entry }) => entry));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    // As many entries as checks, of each outcome.
    expect(entries.length).toBe(answers.length);
    const permitted = entries.filter(({ outcome }) => outcome === 'allowed');
    expect(permitted.length).toBe(allowed.length);
    // The exact point: no allowed check knew of a ledger that held the revocation.
    expect(permitted.filter(({ height }) => height > sequence)).toEqual([]);
    expect(entries.some(({ height }) => height > sequence)).toBe(true);
  });
});
