import { createHash, createHmac } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startSharing, type SharingSystem } from '../support/sharing';

/** More than the buffers between a source and a reader hold, so that a stream is under way while its reader waits. */
const ROWS = 100_000;
const WIDE = 'w'.repeat(200);
const LIMIT_MS = 1000;
const SOURCES = ['table', 'csv', 'lines', 'service'] as const;
type SourceName = (typeof SOURCES)[number];

interface End {
  readonly rows: number;
  readonly complete: boolean;
  readonly error?: { readonly code: string };
  readonly receipt: { readonly sequence: number };
}

describe('running streams', () => {
  let sharing: SharingSystem;
  let service: Server;
  /** From then on the HTTP service breaks off whatever is not the first page. */
  let gone = false;

  beforeAll(async () => {
    service = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://service');
      const from = Number(url.searchParams.get('after') ?? 0);
      if (gone && from > 0) return void request.socket.destroy();
      const items = Array.from({ length: Number(url.searchParams.get('limit')) }, (_, place) => ({
        id: String(from + place),
        wide: WIDE,
      }));
      const next = from + items.length;
      response.end(JSON.stringify({ items, next: next < ROWS ? String(next) : null }));
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((service.address() as AddressInfo).port)}`;
    sharing = await startSharing({}, { service: { kind: 'http', url, organisations: ['the-provider'] } });
    await sharing.postgres.run('CREATE TABLE wide (id int PRIMARY KEY, wide text)');
    await sharing.postgres.run(`INSERT INTO wide SELECT n, $1::text FROM generate_series(1, ${String(ROWS)}) n`, [WIDE]);
    writeFiles();
    const sources: Record<SourceName, object> = {
      table: { connection: 'city-db', table: 'wide', key: 'id' },
      csv: { connection: 'city-files', file: 'wide.csv' },
      lines: { connection: 'city-files', file: 'wide.jsonl' },
      service: { connection: 'service', collection: 'wide' },
    };
    for (const name of SOURCES)
      await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
        resource: name,
        title: name,
        source: sources[name],
        fields: [{ name: 'id' }, { name: 'wide' }],
        personal: true,
        reason: 'plan',
      });
  }, 120_000);
  afterAll(async () => {
    await sharing.stop();
    service.closeAllConnections();
    await new Promise((resolve) => service.close(resolve));
  });

  const pathOf = (name: 'csv' | 'lines'): string => join(sharing.files, name === 'csv' ? 'wide.csv' : 'wide.jsonl');
  function writeFiles(): void {
    const ids = Array.from({ length: ROWS }, (_, place) => String(100_000 + place));
    writeFileSync(pathOf('csv'), `id,wide\n${ids.map((id) => `${id},${WIDE}\n`).join('')}`);
    writeFileSync(pathOf('lines'), ids.map((id) => `{"id":"${id}","wide":"${WIDE}"}\n`).join(''));
  }

  /** A grant to read of persons, on a consent of its own. */
  async function granted(resource: SourceName): Promise<{ grant: string; consent: string }> {
    const subject = createHmac('sha256', 'a key of the test').update(resource).digest('hex');
    const text = createHash('sha256').update('I agree').digest('hex');
    const purpose = { code: 'research', text: 'a study' };
    const consenting = { resource, subject, text, textVersion: '1', purpose, reason: 'test' };
    await sharing.catalogue(resource);
    const { consent } = await sharing.ok<{ consent: string }>('POST', '/v1/consents', sharing.keys.provider, consenting);
    return { grant: await sharing.grant({ resource, fields: ['id', 'wide'], consent }), consent };
  }

  /** Opens a stream, waits while it fills the buffers, lets something happen, and reads on. */
  async function during(
    grant: string,
    happen: () => Promise<unknown>,
  ): Promise<{ end: End | undefined; ms: number; lines: number; text: string }> {
    const response = await fetch(`${sharing.system.url}/v1/data/${grant}/stream`, {
      headers: { authorization: `Bearer ${sharing.keys.consumer}` },
    });
    expect(response.status).toBe(200);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = (await reader.read()).value ?? '';
    await new Promise((resolve) => setTimeout(resolve, 300));
    await happen();
    const began = performance.now();
    try {
      for (let step = await reader.read(); !step.done; step = await reader.read()) text += step.value;
    } catch {
      // The connection was cut: a stream without its last line broke off, as the format says.
    }
    const lines = text.trim().split('\n');
    const last = lines.at(-1)?.startsWith('{"$end":') ? (JSON.parse(lines.at(-1)!) as { $end: End }).$end : undefined;
    return { end: last, ms: performance.now() - began, lines: lines.length, text: lines.at(-1) ?? '' };
  }

  /** What the audit log says of the end of the newest stream under a grant. */
  async function endOf(grant: string): Promise<object | undefined> {
    const path = `/v1/grants/${grant}/audit?order=newest&limit=1`;
    const { items } = await sharing.ok<{ items: { entry: object }[] }>('GET', path, sharing.keys.provider);
    return items[0]?.entry;
  }

  it.each(SOURCES)(
    'of a %s end within a second of revocation, withdrawal and pause [rows 001-002-003:D18 000-004:C7]',
    async (name) => {
      const [first, second, third] = [await granted(name), await granted(name), await granted(name)];
      const acts: [string, string, () => Promise<unknown>][] = [
      ['GRANT_REVOKED', first.grant, () => sharing.change('revoke', first.grant)],
      ['GRANT_PAUSED', second.grant, () => sharing.change('pause', second.grant)],
      ['CONSENT_WITHDRAWN', third.grant, () => sharing.ok('POST', `/v1/consents/${third.consent}/withdraw`, sharing.keys.provider, { reason: 'test' })],
    ]; // prettier-ignore
      for (const [code, grant, act] of acts) {
        const { end, ms, lines } = await during(grant, act);
        expect([code, ms < LIMIT_MS, lines < ROWS]).toEqual([code, true, true]);
        if (end !== undefined) expect(end).toMatchObject({ complete: false, error: { code } });
        expect(await endOf(grant)).toMatchObject({ event: 'stream-end', outcome: 'failed', code });
      }
    },
    60_000,
  );

  it.each<[SourceName, string, () => Promise<unknown>]>([
    ['table', 'SOURCE_UNAVAILABLE', () => sharing.postgres.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'FETCH%'")],
    // At the end of a line: nothing in what is left shows that more was there.
    ['csv', 'SOURCE_CHANGED', async () => truncate(pathOf('csv'), 8 + 60_000 * 208)],
    ['lines', 'SOURCE_CHANGED', async () => truncate(pathOf('lines'), Math.floor((statSync(pathOf('lines')).size / ROWS) * 60_000))],
    ['service', 'SOURCE_UNAVAILABLE', () => Promise.resolve((gone = true))],
  ])('of a %s that goes in the middle end with %s, and nothing of why is told', async (name, code, goes) => {
    const { grant } = await granted(name);
    const { end, text } = await during(grant, goes);
    expect(end).toMatchObject({ complete: false, error: { code } });
    expect(text).not.toMatch(/terminat|postgres|ECONN|socket|fetch failed|\/tmp|127\.0\.0\.1|duck/i);
    // Both sides have a receipt for the rows that left before.
    expect(await endOf(grant)).toMatchObject({ event: 'stream-end', outcome: 'failed', code, rows: end!.rows, sequence: end!.receipt.sequence });
  }, 60_000); // prettier-ignore
});
