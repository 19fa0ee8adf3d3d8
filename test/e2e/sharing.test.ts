import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasher, merkleRoot, canonicalJson, verifyInclusion, type Digest, type JsonValue } from '@lianpiao/chaincode/domain';
import { Redis } from 'ioredis';
import { verifyReceipt, type Receipt } from '../../gateway/src/ledger';
import { LIANPIAO } from '../support/cli';
import { services } from '../support/system';
import { startSharing, UNTIL, type SharingSystem } from '../support/sharing';

/** Values of the data, which must stay where the data lies. */
const CANARY_TABLE = 'CANARY-TABLE-7f3a91';
const CANARY_FILE = 'CANARY-FILE-c20e55';
const ROWS = 20_000;
/** What differs from request to request. */
const FLEETING = ['x-request-id', 'date', 'ratelimit', 'content-length', 'keep-alive', 'connection'];

interface AuditItem {
  readonly entry: Readonly<Record<string, JsonValue>> & {
    sequence: number;
    event: string;
    outcome: string;
    grant: string;
    height: number;
  };
  readonly proof: { readonly seal: number; readonly index: number; readonly path: readonly Digest[] } | null;
}
interface AuditPage {
  readonly items: readonly AuditItem[];
  readonly seals: readonly { sequence: number; first: number; count: number; root: Digest; receipt: Receipt }[];
  readonly next: string | null;
}
interface Rows {
  readonly items: readonly Record<string, string | boolean | null>[];
  readonly next: string | null;
}

describe('data shared under a grant', () => {
  let sharing: SharingSystem;
  /** Checks that this test has caused, by outcome: what the audit log must hold. */
  const caused: string[] = [];

  beforeAll(async () => {
    sharing = await startSharing();
    await sharing.postgres.run(
      'CREATE TABLE readings (id int PRIMARY KEY, station text NOT NULL, level numeric(10,2), person text, measured_at timestamptz)',
    );
    await sharing.postgres.run(
      `INSERT INTO readings SELECT n, 'S' || n % 5, n / 4.0, $1 || '-' || n, '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute'
       FROM generate_series(1, ${ROWS}) n`,
      [CANARY_TABLE],
    );
    const lines = Array.from({ length: 100 }, (_, index) => `stop-${index},${index * 10},${CANARY_FILE}-${index}`);
    writeFileSync(join(sharing.files, 'stops.csv'), `stop,passengers,driver\n${lines.join('\n')}\n`);
  });
  afterAll(async () => {
    await sharing.stop();
  });

  /** A read as the consumer; notes the check. */
  async function read(
    grant: string,
    query = '',
    apiKey = sharing.keys.consumer,
    path = 'rows',
  ): Promise<{ status: number; code: string; body: Rows }> {
    const answer = await sharing.system.call<Rows & { code?: string }>('GET', `/v1/data/${grant}/${path}${query}`, apiKey);
    caused.push(answer.status === 200 ? 'allowed' : 'refused');
    return { status: answer.status, code: answer.body.code ?? 'ok', body: answer.body };
  }
  const where = (...conditions: readonly object[]): string => `where=${encodeURIComponent(JSON.stringify(conditions))}`;

  it('a provider registers a table with its owner, and it stands in the catalogue [rows 000-004:C4 001-002-003:B3]', async () => {
    const placed = await sharing.ok<Record<string, unknown>>('POST', '/v1/catalogue', sharing.keys.provider, {
      resource: 'readings',
      owner: 'the-owner',
      title: '空气质量',
      source: { connection: 'city-db', table: 'readings', key: 'id' },
      fields: [{ name: 'id' }, { name: 'station' }, { name: 'level' }, { name: 'person' }, { name: 'measured_at' }],
      reason: 'open data plan',
    });
    expect(placed).toMatchObject({ type: 'resource.registered', owner: 'the-owner', controller: 'the-provider' });
    const { items } = await sharing.ok<{ items: Record<string, unknown>[] }>('GET', '/v1/catalogue', sharing.keys.consumer);
    expect(items[0]).toMatchObject({ resource: 'readings', owner: 'the-owner', controller: 'the-provider', title: '空气质量' });
    expect(items[0]!['fields']).toContainEqual({ name: 'level', type: 'number' });
    // Where it lies is told to the controller and supervisors only.
    const shown = (key: string): Promise<{ source: unknown }> => sharing.ok('GET', '/v1/catalogue/readings', key);
    expect((await shown(sharing.keys.consumer)).source).toBeNull();
    expect((await shown(sharing.keys.provider)).source).toEqual({ connection: 'city-db', table: 'readings', key: 'id' });
  });

  it("keeps ownership and control apart: the owner cannot grant, and a change of owner is the owner's transaction [rows 000-004:C4,C5]", async () => {
    const request = {
      resource: 'readings',
      consumer: 'the-consumer',
      until: UNTIL,
      purpose: { code: 'research', text: 'x' },
      fields: ['level'],
      reason: 'x',
    };
    await sharing.catalogue('readings');
    const byOwner = await sharing.system.call<{ code: string }>('POST', '/v1/grants', sharing.keys.owner, request);
    expect(byOwner.body.code).toBe('RESOURCE_NOT_YOURS');
    const to = { owner: 'the-rival', controller: 'the-provider', reason: 'sold' };
    const byController = await sharing.system.call<{ code: string }>(
      'POST',
      '/v1/catalogue/readings/transfer',
      sharing.keys.provider,
      to,
    );
    expect(byController.body.code).toBe('RESOURCE_NOT_YOURS');
    await sharing.ok('POST', '/v1/catalogue/readings/transfer', sharing.keys.owner, to);
    expect(await sharing.ok('GET', '/v1/catalogue/readings', sharing.keys.consumer)).toMatchObject({
      owner: 'the-rival',
      controller: 'the-provider',
    });
  });

  let grant: string;
  it('serves a table under the grant: its fields, its rows, filtered in PostgreSQL [rows 000-004:C3 001-002-003:D3,D15]', async () => {
    grant = await sharing.grant({
      resource: 'readings',
      right: 'operate',
      fields: ['station', 'level', 'measured_at'],
      rows: [{ field: 'station', op: 'in', value: ['S1', 'S2'] }],
      liability: 'as measured, no warranty',
    });
    const first = await read(grant, '?limit=3');
    expect(first.body.items).toEqual([
      { station: 'S1', level: '0.25', measured_at: '2026-01-01 00:01:00+00' },
      { station: 'S2', level: '0.50', measured_at: '2026-01-01 00:02:00+00' },
      { station: 'S1', level: '1.50', measured_at: '2026-01-01 00:06:00+00' },
    ]);
    const second = await read(grant, `?limit=1&after=${first.body.next!}`);
    expect(second.body.items[0]).toMatchObject({ station: 'S2', level: '1.75' });
    const chosen = await read(
      grant,
      `?fields=level&${where({ field: 'level', op: 'ge', value: '4999.5' }, { field: 'station', op: 'eq', value: 'S2' })}`,
    );
    expect(chosen.body).toMatchObject({ items: [], next: null });
    const some = await read(
      grant,
      `?fields=level&${where({ field: 'level', op: 'gt', value: 4990 }, { field: 'station', op: 'eq', value: 'S1' })}`,
    );
    expect(some.body.items.length).toBe(8);
    // A condition of the consumer's cannot widen the grant's.
    expect((await read(grant, `?${where({ field: 'station', op: 'eq', value: 'S3' })}`)).body.items).toEqual([]);
    const view = await sharing.ok<{ terms: object; effective: string }>('GET', `/v1/grants/${grant}`, sharing.keys.consumer);
    expect(view).toMatchObject({
      effective: 'active',
      right: 'operate',
      terms: { purpose: { code: 'research' }, liability: 'as measured, no warranty' },
    });
  });

  /** A letter in percent-encoding is enough to leave the straight way that plain checks go. */
  it('decides the same, with the same entries, whichever way a check goes', async () => {
    const unknown = `${grant.slice(0, -1)}${grant.endsWith('0') ? '1' : '0'}`;
    const sending = async (id: string, query: string, key?: string): Promise<object> => {
      const headers = key === undefined ? undefined : { authorization: `Bearer ${key}` };
      const answer = await fetch(`${sharing.system.url}/v1/data/${id}/check${query}`, headers && { headers });
      const { requestId: _id, ...body } = (await answer.json()) as Record<string, unknown>;
      const kept = [...answer.headers].filter(([name]) => !FLEETING.includes(name));
      return { status: answer.status, code: body['code'] ?? 'ok', body, headers: Object.fromEntries(kept) };
    };
    const { consumer } = sharing.keys;
    const cases: readonly (readonly [string, string, string, string | undefined])[] = [
      ['ok', grant, '', consumer],
      ['ok', grant, `?fields=level&${where({ field: 'station', op: 'eq', value: 'S1' })}`, consumer],
      ['FIELD_NOT_GRANTED', grant, '?fields=person', consumer],
      ['FIELD_INVALID', grant, '?fields=level&fields=station', consumer],
      ['FIELD_UNKNOWN', grant, '?field=level', consumer],
      ['FILTER_INVALID', grant, '?where=%5B', consumer],
      ['GRANT_UNKNOWN', unknown, '', consumer],
      ['FIELD_INVALID', 'x', '', consumer],
      ['GRANT_UNKNOWN', grant, '', sharing.keys.provider],
      ['ACTION_FORBIDDEN', grant, '', sharing.system.bureauKey],
      ['CREDENTIALS_MISSING', grant, '', undefined],
    ];
    for (const [code, id, query, key] of cases) {
      const straight = await sending(id, query, key);
      expect(straight).toMatchObject({ code });
      expect(await sending(`%${id.charCodeAt(0).toString(16)}${id.slice(1)}`, query, key)).toEqual(straight);
      // Whoever may not read at all, or names what can be no grant, is refused without an entry.
      if (key !== undefined && key !== sharing.system.bureauKey && id !== 'x')
        caused.push(...Array<string>(2).fill(code === 'ok' ? 'allowed' : 'refused'));
    }
    const { items } = await auditOf('/v1/audit', sharing.keys.auditor);
    const told = items.map(({ entry: { sequence: _s, time: _t, previous: _p, height: _h, ...facts } }) => facts).slice(-16);
    expect(told.every(({ event }) => event === 'check')).toBe(true);
    for (let index = 0; index < told.length; index += 2) expect(told[index]).toEqual(told[index + 1]);
  });

  let fileGrant: string;
  it('serves a CSV file under the grant, which stays where it is [rows 000-004:C6 001-002-003:D15]', async () => {
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
      resource: 'stops',
      title: '公交站点',
      source: { connection: 'city-files', file: 'stops.csv' },
      fields: [{ name: 'stop' }, { name: 'passengers', type: 'number' }, { name: 'driver' }],
      reason: 'open data plan',
    });
    fileGrant = await sharing.grant({
      resource: 'stops',
      fields: ['stop', 'passengers'],
      rows: [{ field: 'passengers', op: 'lt', value: 500 }],
    });
    const { body } = await read(fileGrant, `?fields=passengers,stop&${where({ field: 'passengers', op: 'ge', value: '480' })}`);
    expect(body.items).toEqual([
      { passengers: '480', stop: 'stop-48' },
      { passengers: '490', stop: 'stop-49' },
    ]);
  });

  it('lets a grant to operate be passed on within its scope, and enforces every grant above; the data stay their owner’s [rows 000-004:C18 001-002-003:C4]', async () => {
    const refused = async (more: object, apiKey = sharing.keys.consumer): Promise<string> => {
      const request = {
        resource: 'readings',
        consumer: 'the-third',
        parent: grant,
        until: UNTIL,
        fields: ['level'],
        purpose: { code: 'resale', text: 'x' },
        reason: 'x',
      };
      return (await sharing.system.call<{ code: string }>('POST', '/v1/grants', apiKey, { ...request, ...more })).body.code;
    };
    expect(await refused({ parent: fileGrant, resource: 'stops', fields: ['stop'] })).toBe('GRANT_RIGHT_MISSING');
    expect(await refused({ fields: ['person'] })).toBe('GRANT_SCOPE_WIDER');
    expect(await refused({ rows: [{ field: 'person', op: 'eq', value: 'x' }] })).toBe('GRANT_SCOPE_WIDER');
    expect(await refused({ until: '2036-01-01T00:00:01Z' })).toBe('GRANT_SCOPE_WIDER');
    expect(await refused({}, sharing.keys.rival)).toBe('GRANT_NOT_YOURS');
    expect(await refused({ right: 'hold' })).toBe('FIELD_INVALID');
    const sub = await sharing.grant(
      {
        resource: 'readings',
        consumer: 'the-third',
        parent: grant,
        fields: ['level', 'station'],
        rows: [{ field: 'level', op: 'lt', value: '1' }],
      },
      sharing.keys.consumer,
    );
    const { body } = await read(sub, '', sharing.keys.third);
    expect(body.items).toEqual(
      [
        { station: 'S1', level: '0.25' },
        { station: 'S2', level: '0.50' },
      ].map(({ level, station }) => ({ level, station })),
    );
    expect(await sharing.ok('GET', '/v1/catalogue/readings', sharing.keys.consumer)).toMatchObject({ owner: 'the-rival' });
    await sharing.change('pause', grant);
    expect((await read(sub, '', sharing.keys.third)).code).toBe('GRANT_PAUSED');
    await sharing.change('resume', grant);
    expect((await read(sub, '', sharing.keys.third)).code).toBe('ok');
  });

  it('opens one grant with a token, and nothing else', async () => {
    const { token } = await sharing.ok<{ token: string }>('POST', `/v1/grants/${grant}/tokens`, sharing.keys.consumer, {
      seconds: 60,
    });
    expect((await read(grant, '?limit=1', token)).code).toBe('ok');
    expect((await read(fileGrant, '', token)).code).toBe('TOKEN_OF_ANOTHER_GRANT');
    // These are no checks of a grant.
    for (const path of ['/v1/grants', '/v1/catalogue', '/v1/api-keys', '/v1/organisations/the-consumer'])
      expect((await sharing.system.call<{ code: string }>('GET', path, token)).body.code).toBe('ACTION_FORBIDDEN');
    const { token: short } = await sharing.ok<{ token: string }>('POST', `/v1/grants/${grant}/tokens`, sharing.keys.consumer, {
      seconds: 1,
    });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await sharing.system.call<{ code: string }>('GET', `/v1/data/${grant}/rows`, short)).body.code).toBe(
      'CREDENTIALS_INVALID',
    );
  });

  it('stops and starts with the grant, and cuts a running stream within a second of its revocation [rows 000-004:C17]', async () => {
    await sharing.change('pause', grant);
    expect((await read(grant)).code).toBe('GRANT_PAUSED');
    await sharing.change('resume', grant);

    const whole = await fetch(`${sharing.system.url}/v1/data/${grant}/stream?fields=level`, {
      headers: { authorization: `Bearer ${sharing.keys.consumer}` },
    });
    caused.push('allowed');
    const lines = (await whole.text()).trim().split('\n');
    expect(lines.length).toBe((ROWS * 2) / 5 + 1);
    const sent = lines
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join('');
    expect(JSON.parse(lines.at(-1)!)).toEqual({
      $end: {
        rows: (ROWS * 2) / 5,
        complete: true,
        receipt: { sequence: expect.any(Number) as number, result: hasher().sha256(sent) },
      },
    });

    // A reader that takes its time: the stream is far from its end when the grant is revoked.
    const response = await fetch(`${sharing.system.url}/v1/data/${grant}/stream`, {
      headers: { authorization: `Bearer ${sharing.keys.consumer}` },
    });
    caused.push('allowed');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = (await reader.read()).value!;
    const revoked = sharing.change('revoke', grant);
    await revoked;
    const returned = performance.now();
    for (let step = await reader.read(); !step.done; step = await reader.read()) text += step.value;
    const took = performance.now() - returned;
    const last = JSON.parse(text.trim().split('\n').at(-1)!) as { $end: { complete: boolean; error?: { code: string } } };
    // On a machine that is fast enough, the whole table may have left before.
    if (!last.$end.complete) expect(last.$end.error!.code).toBe('GRANT_REVOKED');
    expect(took).toBeLessThan(1000);
    expect((await read(grant)).code).toBe('GRANT_REVOKED');
    for (const word of ['resume', 'pause', 'revoke'] as const) {
      const again = await sharing.system.call<{ code: string }>('POST', `/v1/grants/${grant}/${word}`, sharing.keys.provider, {
        reason: 'again',
      });
      expect(again.body.code).toBe('GRANT_REVOKED');
    }
  });

  it('cuts a stream whose reader waits, within a second of the revocation', async () => {
    const slow = await sharing.grant({ resource: 'readings', fields: ['id', 'station', 'level', 'measured_at'] });
    // A table that no buffer holds.
    await sharing.postgres.run(
      `INSERT INTO readings SELECT n, 'S9', 1, repeat('x', 10), now() FROM generate_series(${ROWS + 1}, 400000) n`,
    );
    const response = await fetch(`${sharing.system.url}/v1/data/${slow}/stream`, {
      headers: { authorization: `Bearer ${sharing.keys.consumer}` },
    });
    caused.push('allowed');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = (await reader.read()).value!;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await sharing.change('revoke', slow);
    const returned = performance.now();
    let ended = 'cleanly';
    try {
      for (let step = await reader.read(); !step.done; step = await reader.read()) text += step.value;
      const last = JSON.parse(text.trim().split('\n').at(-1)!) as { $end: { error: { code: string }; complete: boolean } };
      expect(last.$end).toMatchObject({ complete: false, error: { code: 'GRANT_REVOKED' } });
    } catch {
      ended = 'by the connection';
    }
    expect(['cleanly', 'by the connection']).toContain(ended);
    expect(performance.now() - returned).toBeLessThan(1000);
    expect(text.split('\n').length).toBeLessThan(399_000);
    await sharing.postgres.run('DELETE FROM readings WHERE id > $1', [ROWS]);
  });

  async function auditOf(path: string, apiKey: string): Promise<{ items: AuditItem[]; seals: AuditPage['seals'][number][] }> {
    const [items, seals]: [AuditItem[], AuditPage['seals'][number][]] = [[], []];
    for (let after = ''; ;) {
      const page = await sharing.ok<AuditPage>('GET', `${path}?limit=20${after}`, apiKey);
      items.push(...page.items);
      seals.push(...page.seals);
      if (page.next === null) return { items, seals };
      after = `&after=${page.next}`;
    }
  }

  it('leaves an audit entry for every check, each proven by a root on the ledger [rows 000-004:C3,E10 001-002-003:B4,D3]', async () => {
    await services.until(
      async () => (await auditOf('/v1/audit', sharing.keys.auditor)).items.every(({ proof }) => proof !== null),
      'the seals',
      10_000,
    );
    const { items, seals } = await auditOf('/v1/audit', sharing.keys.auditor);
    const checks = items.filter(({ entry }) => !['probe', 'sharing', 'stream-end'].includes(entry.event));
    expect(checks.map(({ entry }) => entry.outcome)).toEqual(caused);
    expect(items.filter(({ entry }) => entry.event === 'stream-end').length).toBe(3);
    // The chain, and each entry's path to a root with the ledger's receipt.
    const operator = createPublicKey(readFileSync(join(sharing.system.data, 'keys/operator.pem')));
    const operatorKey = operator.export({ format: 'der', type: 'spki' }).toString('base64');
    let previous = '0'.repeat(64);
    for (const { entry, proof } of items) {
      expect(entry['previous']).toBe(previous);
      previous = hasher().leafHash(canonicalJson(entry));
      const seal = seals.find(({ sequence }) => sequence === proof!.seal)!;
      expect(
        verifyInclusion({
          leafHash: previous as Digest,
          index: proof!.index,
          size: seal.count,
          path: proof!.path,
          root: seal.root,
        }),
      ).toBe(true);
      expect(verifyReceipt(seal.receipt, operatorKey)).toBe(true);
      expect(JSON.parse(seal.receipt.entry)).toMatchObject({
        type: 'audit.sealed',
        first: seal.first,
        count: seal.count,
        root: seal.root,
      });
    }
    // Seals leave nothing out.
    const whole = [...new Map(seals.map((seal) => [seal.first, seal])).values()].sort((left, right) => left.first - right.first);
    expect(whole.reduce((next, { first, count }) => (first === next ? next + count : Number.NaN), 0)).toBe(items.length);
    const leaves = items.map(({ entry }) => hasher().leafHash(canonicalJson(entry)));
    for (const { first, count, root } of whole) expect(merkleRoot(leaves.slice(first, first + count))).toBe(root);
  });

  it('shows it to provider and auditor, to the consumer its own, and to nobody else [rows 000-004:C3]', async () => {
    const stranger = await sharing.system.call<{ code: string }>('GET', `/v1/data/${fileGrant}/rows`, sharing.keys.third);
    expect(stranger.body.code).toBe('GRANT_UNKNOWN');
    const path = `/v1/grants/${fileGrant}/audit`;
    const [provider, auditor, consumer] = await Promise.all(
      [sharing.keys.provider, sharing.keys.auditor, sharing.keys.consumer].map((key) => auditOf(path, key)),
    );
    expect(
      provider!.items.map(({ entry }) => [entry['organisation'], entry.outcome, entry['code'], entry['rows'], entry['purpose']]),
    ).toEqual([
      ['the-consumer', 'allowed', undefined, 2, 'research'],
      ['the-consumer', 'refused', 'TOKEN_OF_ANOTHER_GRANT', undefined, undefined],
      ['the-third', 'refused', 'GRANT_NOT_YOURS', undefined, undefined],
    ]);
    expect(auditor!.items).toEqual(provider!.items);
    expect(consumer!.items.map(({ entry }) => entry['organisation'])).toEqual(['the-consumer', 'the-consumer']);
    for (const key of [sharing.keys.rival, sharing.keys.third])
      expect((await sharing.system.call<{ code: string }>('GET', path, key)).body.code).toBe('GRANT_UNKNOWN');
    expect((await sharing.system.call<{ code: string }>('GET', '/v1/audit', sharing.keys.provider)).body.code).toBe(
      'ACTION_FORBIDDEN',
    );
    // What was asked stands there as a digest only.
    const asked = { fields: ['passengers', 'stop'], where: [{ field: 'passengers', op: 'ge', value: '480' }], limit: 100 };
    expect(provider!.items[0]!.entry['query']).toBe(createHash('sha256').update(canonicalJson(asked)).digest('hex'));
  });

  it('says of every change who made it and why [rows 000-004:E9,E10]', async () => {
    const { events } = await sharing.ok<{ events: { type: string; who: object; why: string }[] }>(
      'GET',
      `/v1/grants/${grant}`,
      sharing.keys.auditor,
    );
    expect(events.map(({ type }) => type)).toEqual([
      'grant.revoked', 'grant.resumed', 'grant.paused', 'grant.resumed', 'grant.paused', 'grant.granted',
    ]); // prettier-ignore
    expect(events[0]).toMatchObject({ who: { organisation: 'the-provider' }, why: 'test' });
    const lists = await Promise.all(
      (['provider', 'consumer', 'third', 'rival', 'auditor'] as const).map((name) =>
        sharing.ok<{ items: { grant: string }[] }>('GET', '/v1/grants', sharing.keys[name]),
      ),
    );
    expect(lists.map(({ items }) => items.length)).toEqual([3, 4, 1, 0, 4]);
    // The owner sees what was granted of what is its.
    expect((await sharing.ok<{ items: unknown[] }>('GET', '/v1/grants?resource=readings', sharing.keys.rival)).items.length).toBe(
      3,
    );
    const pages = await sharing.ok<{ items: { grant: string }[]; next: string }>(
      'GET',
      '/v1/grants?limit=2',
      sharing.keys.auditor,
    );
    const rest = await sharing.ok<{ items: { grant: string }[] }>(
      'GET',
      `/v1/grants?limit=3&after=${pages.next}`,
      sharing.keys.auditor,
    );
    expect([...pages.items, ...rest.items].map(({ grant: id }) => id)).toEqual(lists[4]!.items.map(({ grant: id }) => id));
  });

  it('lets no value of the data into the ledger, the index, Redis or the logs [rows 000-004:C6]', async () => {
    const redis = new Redis(sharing.system.env['REDIS_URL']!);
    const dump: string[] = [];
    for (const key of await redis.keys('*'))
      dump.push(key, ((await redis.dumpBuffer(key)) ?? Buffer.alloc(0)).toString('latin1'));
    redis.disconnect();
    const found: string[] = [];
    let looked = 0;
    const look = (folder: string): void => {
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) look(path);
        else {
          looked += 1;
          const content = readFileSync(path).toString('latin1');
          for (const canary of ['CANARY-TABLE', 'CANARY-FILE', 'stop-48'])
            if (content.includes(canary)) found.push(`${canary} in ${path}`);
        }
      }
    };
    // The data folder, the Redis folder with its append-only file, and the logs of gateway and workers.
    look(sharing.system.folder);
    expect(found).toEqual([]);
    expect(dump.join('\n')).not.toMatch(/CANARY|stop-48/);
    expect(looked).toBeGreaterThan(12);
    // The data was read all the same: what is searched for is real.
    const everything = await sharing.grant({ resource: 'stops', fields: ['driver'] });
    const { body } = await read(everything, '?limit=1');
    expect(body.items).toEqual([{ driver: `${CANARY_FILE}-0` }]);
    look(sharing.system.folder);
    expect(found).toEqual([]);
  });

  it('is a ledger that verifies, audit seals and all', () => {
    const out = execFileSync(process.execPath, [LIANPIAO, 'ledger', 'verify', '--data', sharing.system.data, '--json'], {
      encoding: 'utf8',
    });
    expect(JSON.parse(out)).toMatchObject({ result: 'ok' });
  });
});
