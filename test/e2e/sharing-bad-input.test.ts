import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ERROR_CODES, type ErrorCode } from '@lianpiao/chaincode/domain';
import { SqliteDatabase } from '../../gateway/src/stores/sqlite-driver';
import { rawRequest } from '../support/raw-request';
import { services } from '../support/system';
import { startSharing, UNTIL, type SharingSystem } from '../support/sharing';

describe('bad input about resources, grants and data gets its code and changes nothing', () => {
  let sharing: SharingSystem;
  let grant: string;
  let table: string;
  let token: string;

  beforeAll(async () => {
    sharing = await startSharing({ LIANPIAO_PROCESSES: '1' });
    writeFileSync(join(sharing.files, 'data.csv'), 'name,value,secret\na,1,x\nb,2,y\n');
    await sharing.postgres.run('CREATE TABLE people (id int PRIMARY KEY, name text, born date, secret text)');
    await sharing.postgres.run("INSERT INTO people VALUES (1, 'a', '1990-01-01', 'x')");
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, registration());
    const people = { connection: 'city-db', table: 'people', key: 'id' };
    const fields = ['id', 'name', 'born', 'secret'].map((name) => ({ name }));
    await sharing.ok(
      'POST',
      '/v1/catalogue',
      sharing.keys.provider,
      registration({ resource: 'people', source: people, fields }),
    );
    grant = await sharing.grant({ resource: 'data', fields: ['name', 'value'] });
    table = await sharing.grant({ resource: 'people', fields: ['name', 'born', 'id'] });
    const other = await sharing.grant({ resource: 'data', fields: ['name'] });
    token = (await sharing.ok<{ token: string }>('POST', `/v1/grants/${other}/tokens`, sharing.keys.consumer, {})).token;
  });
  afterAll(async () => {
    await sharing.stop();
  });

  const registration = (more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
    resource: 'data',
    title: 'data',
    source: { connection: 'city-files', file: 'data.csv' },
    fields: [{ name: 'name' }, { name: 'value', type: 'number' }, { name: 'secret' }],
    reason: 'test',
    ...more,
  });
  const granting = (more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
    resource: 'data',
    consumer: 'the-consumer',
    until: UNTIL,
    purpose: { code: 'research', text: 'x' },
    fields: ['name'],
    reason: 'test',
    ...more,
  });

  /** What the audit log holds of requests; our own looks at sources come in between. */
  async function checks(): Promise<object[]> {
    const path = '/v1/audit?limit=500';
    const page = await sharing.ok<{ items: { entry: { event: string } }[]; next: string | null }>(
      'GET',
      path,
      sharing.keys.auditor,
    );
    expect(page.next).toBeNull();
    return page.items.map(({ entry }) => entry).filter(({ event }) => event !== 'probe');
  }

  /** Entries of ledger and audit log, the seals aside. */
  async function lengths(): Promise<{ grants: number; audit: number }> {
    const { items } = await sharing.ok<{ items: { type: string }[] }>('GET', '/v1/acts?limit=500', sharing.keys.auditor);
    return {
      grants: items.filter(({ type }) => /^(grant|resource)\./.test(type)).length,
      audit: (await checks()).length,
    };
  }

  /** Refused with a code, in words that tell nothing of the data or of where it lies; on the ledger nothing happens, and the audit log has it. */
  async function refused(
    code: ErrorCode,
    method: string,
    path: string,
    apiKey: string | undefined,
    body: unknown,
    audited = 1,
  ): Promise<void> {
    const before = await lengths();
    const answer = await rawRequest(sharing.system.url, {
      method,
      path,
      headers: {
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect({ status: answer.status, code: answer.problem['code'] }).toEqual({ status: ERROR_CODES[code].status, code });
    expect(answer.text).not.toMatch(/node_modules|\.js:\d|\bat .*\(|SQLSTATE|relation|syntax/);
    expect(answer.text).not.toContain(sharing.files);
    expect(answer.text).not.toContain(sharing.postgres.url);
    const after = await lengths();
    expect(after).toEqual({ grants: before.grants, audit: before.audit + audited });
  }

  it.each<[string, ErrorCode, Readonly<Record<string, unknown>>]>([
    ['a way out of the folder', 'FIELD_INVALID', { source: { connection: 'city-files', file: '../secrets.csv' } }],
    ['an absolute path', 'FIELD_INVALID', { source: { connection: 'city-files', file: '/etc/passwd' } }],
    ['an encoded way out', 'FIELD_INVALID', { source: { connection: 'city-files', file: '..%2fsecrets.csv' } }],
    ['a backslash', 'FIELD_INVALID', { source: { connection: 'city-files', file: '..\\secrets.csv' } }],
    ['SQL for a table', 'FIELD_INVALID', { source: { connection: 'city-db', table: 'people; DROP TABLE people', key: 'id' } }],
    ['another schema', 'FIELD_INVALID', { source: { connection: 'city-db', table: 'pg_catalog.pg_authid', key: 'oid' } }],
    ["the system's table", 'SOURCE_INVALID', { source: { connection: 'city-db', table: 'pg_authid', key: 'oid' } }],
    ['no such file', 'SOURCE_INVALID', { source: { connection: 'city-files', file: 'none.csv' } }],
    ['no such connection', 'SOURCE_INVALID', { source: { connection: 'none', file: 'data.csv' } }],
    ['no such column', 'SOURCE_INVALID', { fields: [{ name: 'none' }] }],
    ['no fields', 'FIELD_INVALID', { fields: [] }],
    ['a field twice', 'FIELD_INVALID', { fields: [{ name: 'name' }, { name: 'name' }] }],
    ['an owner that nobody knows', 'ORGANISATION_UNKNOWN', { resource: 'more', owner: 'nobody' }],
    ['a resource that is there', 'RESOURCE_EXISTS', {}],
    [
      'a source with a URL of its own',
      'FIELD_UNKNOWN',
      { source: { connection: 'city-files', file: 'data.csv', url: 'file:///etc' } },
    ],
  ])('a resource with %s: %s', async (_, code, more) => {
    await refused(
      code,
      'POST',
      '/v1/catalogue',
      sharing.keys.provider,
      registration({ resource: 'more', ...(code === 'RESOURCE_EXISTS' ? { resource: 'data' } : {}), ...more }),
    );
  });

  it("is refused on another organisation's connection", async () => {
    await refused('SOURCE_INVALID', 'POST', '/v1/catalogue', sharing.keys.rival, registration({ resource: 'more' }));
  });

  it.each<[string, ErrorCode, Readonly<Record<string, unknown>>]>([
    ['no such resource', 'RESOURCE_UNKNOWN', { resource: 'none' }],
    ['no such consumer', 'ORGANISATION_UNKNOWN', { consumer: 'nobody' }],
    ['a field of nothing', 'FIELD_INVALID', { fields: ['none'] }],
    ['SQL for a field', 'FIELD_INVALID', { fields: ['name", secret --'] }],
    ['a condition on nothing', 'FILTER_INVALID', { rows: [{ field: 'none', op: 'eq', value: 'x' }] }],
    ['a text for a number', 'FILTER_INVALID', { rows: [{ field: 'value', op: 'eq', value: '1 OR 1=1' }] }],
    ['an operator of its own', 'FIELD_INVALID', { rows: [{ field: 'name', op: 'LIKE', value: 'x' }] }],
    ['a term that ends before it begins', 'GRANT_TERM_INVALID', { from: UNTIL, until: '2035-01-01T00:00:00Z' }],
    ['a term that is over', 'GRANT_TERM_INVALID', { from: '2020-01-01T00:00:00Z', until: '2021-01-01T00:00:00Z' }],
    ['30 February', 'TIME_MALFORMED', { until: '2036-02-30T00:00:00Z' }],
    ['no purpose', 'FIELD_MISSING', { purpose: undefined }],
    ['a state of its own', 'FIELD_UNKNOWN', { status: 'active' }],
    ['an id that is taken', 'GRANT_EXISTS', {}],
  ])('a grant with %s: %s', async (_, code, more) => {
    await refused(
      code,
      'POST',
      '/v1/grants',
      sharing.keys.provider,
      granting({ ...more, ...(code === 'GRANT_EXISTS' ? { grant } : {}) }),
    );
  });

  it.each<[string, ErrorCode, number, () => string, (() => string | undefined)?]>([
    ['without a key', 'CREDENTIALS_MISSING', 0, () => `/v1/data/${grant}/rows`, () => undefined],
    [
      'with a token that was made up',
      'CREDENTIALS_INVALID',
      0,
      () => `/v1/data/${grant}/rows`,
      () => `lpg_${'a'.repeat(40)}.${'b'.repeat(43)}`,
    ],
    ['with a token whose claims were changed', 'CREDENTIALS_INVALID', 0, () => `/v1/data/${grant}/rows`, () => changedToken()],
    ['with the token of another grant', 'TOKEN_OF_ANOTHER_GRANT', 1, () => `/v1/data/${grant}/rows`, () => token],
    ["by the provider's auditor", 'ACTION_FORBIDDEN', 0, () => `/v1/data/${grant}/rows`, () => sharing.keys.auditor],
    ['by a stranger', 'GRANT_UNKNOWN', 1, () => `/v1/data/${grant}/rows`, () => sharing.keys.third],
    ['under no grant', 'GRANT_UNKNOWN', 1, () => '/v1/data/grant-none/rows'],
    ['under something that is no id', 'FIELD_INVALID', 0, () => '/v1/data/..%2f..%2fetc/rows'],
    ['of a field that is not granted', 'FIELD_NOT_GRANTED', 1, () => `/v1/data/${grant}/rows?fields=name,secret`],
    ['of a field that is not there', 'FIELD_NOT_GRANTED', 1, () => `/v1/data/${grant}/rows?fields=none`],
    ['of SQL for a field', 'FIELD_INVALID', 1, () => `/v1/data/${grant}/rows?fields=${encodeURIComponent('name" FROM x --')}`],
    ['of a field twice', 'FIELD_INVALID', 1, () => `/v1/data/${grant}/rows?fields=name,name`],
    ['by a field that is not granted', 'FIELD_NOT_GRANTED', 1, () => rows({ field: 'secret', op: 'eq', value: 'x' })],
    ['by SQL for a field', 'FILTER_INVALID', 1, () => rows({ field: 'name" = 1 OR "a', op: 'eq', value: 'x' })],
    ['by an operator of its own', 'FILTER_INVALID', 1, () => rows({ field: 'name', op: '= 1 OR 1 =', value: 'x' })],
    ['by SQL for a number', 'FILTER_INVALID', 1, () => rows({ field: 'value', op: 'eq', value: '1; DROP TABLE people' })],
    ['by an object for a value', 'FILTER_INVALID', 1, () => rows({ field: 'name', op: 'eq', value: { $ne: '' } })],
    ['by a filter that is no JSON', 'FILTER_INVALID', 1, () => `/v1/data/${grant}/rows?where=name%3D1`],
    ['by a filter that is no list', 'FILTER_INVALID', 1, () => `/v1/data/${grant}/rows?where=%7B%7D`],
    [
      'by too many conditions',
      'FILTER_INVALID',
      1,
      () =>
        `/v1/data/${grant}/rows?where=${encodeURIComponent(JSON.stringify(Array.from({ length: 21 }, () => ({ field: 'name', op: 'eq', value: 'x' }))))}`,
    ],
    ['by no filter at all', 'FILTER_INVALID', 1, () => `/v1/data/${grant}/rows?where=`],
    ['by a fraction of a whole number', 'FILTER_INVALID', 1, () => rows({ field: 'id', op: 'eq', value: '1.5' }, table)],
    ['by a day that is none', 'FILTER_INVALID', 1, () => rows({ field: 'born', op: 'eq', value: '2026-13-01' }, table)],
    ['from a cursor that is none of ours', 'CURSOR_INVALID', 1, () => `/v1/data/${grant}/rows?after=MQ`],
    ['from a cursor of SQL', 'CURSOR_INVALID', 1, () => `/v1/data/${grant}/rows?after=${encodeURIComponent("1' OR '1")}`],
    ['of too much at once', 'FIELD_INVALID', 1, () => `/v1/data/${grant}/rows?limit=501`],
    ['with a sort of its own', 'FIELD_UNKNOWN', 1, () => `/v1/data/${grant}/rows?sort=secret`],
    ['as a stream, of a field that is not granted', 'FIELD_NOT_GRANTED', 1, () => `/v1/data/${grant}/stream?fields=secret`],
    ['as a check, of a field that is not granted', 'FIELD_NOT_GRANTED', 1, () => `/v1/data/${grant}/check?fields=secret`],
  ])('a read %s: %s', async (_, code, audited, path, apiKey = () => sharing.keys.consumer) => {
    await refused(code, 'GET', path(), apiKey(), undefined, audited);
  });

  function rows(condition: object, of = grant): string {
    return `/v1/data/${of}/rows?where=${encodeURIComponent(JSON.stringify([condition]))}`;
  }

  /** The token of another grant, made to name this one. */
  function changedToken(): string {
    const [body = '', mac = ''] = token.slice(4).split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    return `lpg_${Buffer.from(JSON.stringify({ ...claims, grant })).toString('base64url')}.${mac}`;
  }

  it('a cursor of one grant opens nothing under another', async () => {
    const second = await sharing.grant({ resource: 'data', fields: ['name'] });
    const { next } = await sharing.ok<{ next: string }>('GET', `/v1/data/${second}/rows?limit=1`, sharing.keys.consumer);
    await refused('CURSOR_INVALID', 'GET', `/v1/data/${grant}/rows?after=${next}`, sharing.keys.consumer, undefined, 1);
  });

  it.each<[string, ErrorCode, 'pause' | 'resume' | 'revoke', () => string]>([
    ['by its consumer', 'GRANT_NOT_YOURS', 'revoke', () => sharing.keys.consumer],
    ['by a stranger', 'GRANT_UNKNOWN', 'revoke', () => sharing.keys.third],
    ['by another provider', 'GRANT_UNKNOWN', 'pause', () => sharing.keys.rival],
    ['by the auditor', 'ACTION_FORBIDDEN', 'pause', () => sharing.keys.auditor],
    ['that is active, resumed', 'GRANT_STATE_WRONG', 'resume', () => sharing.keys.provider],
  ])('a grant changed %s: %s', async (_, code, word, apiKey) => {
    await refused(code, 'POST', `/v1/grants/${grant}/${word}`, apiKey(), { reason: 'x' });
  });

  it('a change without a reason is refused, and so is a token for longer than allowed', async () => {
    await refused('FIELD_MISSING', 'POST', `/v1/grants/${grant}/pause`, sharing.keys.provider, {});
    await refused('FIELD_INVALID', 'POST', `/v1/grants/${grant}/tokens`, sharing.keys.consumer, { seconds: 3601 });
    await refused('GRANT_NOT_YOURS', 'POST', `/v1/grants/${grant}/tokens`, sharing.keys.provider, {});
  });

  it('a token that was used opens nothing more: TOKEN_REPLAYED', async () => {
    const made = await sharing.ok<{ token: string }>('POST', `/v1/grants/${grant}/tokens`, sharing.keys.consumer, {});
    await sharing.ok('GET', `/v1/data/${grant}/rows`, made.token);
    await refused('TOKEN_REPLAYED', 'GET', `/v1/data/${grant}/rows`, made.token, undefined);
  });

  describe('documents of others', () => {
    const fetched: string[] = [];
    let elsewhere: Server;
    let context: string;
    beforeAll(async () => {
      elsewhere = createServer((request, response) => {
        fetched.push(request.url ?? '');
        response.end('{"@context":{}}');
      });
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
      context = `http://127.0.0.1:${String((elsewhere.address() as AddressInfo).port)}/context.jsonld`;
    });
    afterAll(() => new Promise((resolve) => elsewhere.close(resolve)));

    const RULE = { action: 'use', constraint: [{ leftOperand: 'purpose', operator: 'eq', rightOperand: 'research' }] };
    const both = (name: string, operator: string, ...values: string[]): object => ({
      action: 'use',
      constraint: values.map((rightOperand) => ({ leftOperand: name, operator, rightOperand })),
    });
    const request = (rules: object, more: object = {}): object => ({
      '@context': ['https://w3id.org/dspace/2025/1/context.jsonld'],
      '@type': 'ContractRequestMessage',
      consumerPid: 'urn:uuid:1',
      offer: { '@type': 'Offer', '@id': 'offer-1', target: 'data', ...rules },
      callbackAddress: 'http://127.0.0.1:9',
      ...more,
    });
    const DATASET = { '@id': 'urn:x', '@type': 'dcat:Dataset', 'dct:title': 'x' };
    const dcat = (of: unknown): object => ({
      catalogue: 'elsewhere',
      defaults: { duty: 'city-data', grade: 1, class: 'public-service', openness: 'conditional', sector: 'city',
        tags: { technology: ['x'], industry: ['x'], management: ['x'] } },
      document: { '@context': of, '@type': 'dcat:Catalog', 'dcat:dataset': [DATASET] },
      reason: 'test',
    }); // prettier-ignore
    const ASK = '/dsp/2025-1/negotiations/request';

    it.each<[string, ErrorCode, string, () => object]>([
      ['a policy that forbids what it permits', 'USAGE_POLICY_CONTRADICTORY', ASK, () => request({ permission: [RULE], prohibition: [RULE] })],
      ['a policy that forbids all use', 'USAGE_POLICY_CONTRADICTORY', ASK, () => request({ permission: [RULE], prohibition: [{ action: 'use' }] })],
      ['a purpose that is two', 'USAGE_POLICY_CONTRADICTORY', ASK, () => request({ permission: [both('purpose', 'eq', 'research', 'credit')] })],
      ['an end before its beginning', 'USAGE_POLICY_CONTRADICTORY', ASK, () => request({ permission: [
        { action: 'use', constraint: [{ leftOperand: 'dateTime', operator: 'lt', rightOperand: '2026-01-01T00:00:00Z' }, { leftOperand: 'dateTime', operator: 'gt', rightOperand: '2027-01-01T00:00:00Z' }] }] })],
      ['an operator that nobody knows', 'USAGE_POLICY_MALFORMED', ASK, () => request({ permission: [both('purpose', 'like', 'x')] })],
      ['a context to be fetched', 'CONTEXT_UNSUPPORTED', ASK, () => request({}, { '@context': [context] })],
      ['a context to be fetched beside the known one', 'CONTEXT_UNSUPPORTED', ASK, () => request({}, { '@context': ['https://w3id.org/dspace/2025/1/context.jsonld', context] })],
      ['a context to be fetched for its policy', 'CONTEXT_UNSUPPORTED', ASK, () => request({ '@context': context, permission: [RULE] })],
      ['a catalogue with a context to be fetched', 'DCAT_MALFORMED', '/v1/catalogue/dcat', () => dcat(context)],
      ['a catalogue whose context imports one', 'DCAT_MALFORMED', '/v1/catalogue/dcat', () => dcat({ '@version': 1.1, '@import': context })],
    ])('%s: %s; nothing is fetched', async (_, code, path, body) => {
      await refused(code, 'POST', path, path === ASK ? sharing.keys.consumer : sharing.keys.provider, body());
      expect(fetched).toEqual([]);
    });
  }); // prettier-ignore

  it('a revoked API key opens nothing, nor does a token that it made', async () => {
    const made = await sharing.ok<{ id: string; apiKey: string }>('POST', '/v1/api-keys', sharing.keys.consumer, {
      organisation: 'the-consumer',
      label: 'x',
      reason: 'x',
    });
    const { token: opened } = await sharing.ok<{ token: string }>('POST', `/v1/grants/${grant}/tokens`, made.apiKey, {});
    await sharing.ok('GET', `/v1/data/${grant}/rows`, opened);
    await sharing.ok('DELETE', `/v1/api-keys/${made.id}`, sharing.keys.consumer, { reason: 'x' });
    await refused('CREDENTIALS_INVALID', 'GET', `/v1/data/${grant}/rows`, opened, undefined, 1);
  });

  it('terms that are not those of the ledger are not enforced, and nothing is served', async () => {
    const fresh = await sharing.grant({ resource: 'data', fields: ['name'] });
    const { sequence } = await sharing.ok<{ sequence: number }>('GET', `/v1/grants/${fresh}`, sharing.keys.provider);
    // The process that granted remembers nothing of the terms but what it verified: another one is asked.
    await sharing.system.gateway.stop();
    const payloads = new SqliteDatabase(join(sharing.system.data, 'payloads.db'));
    payloads.prepare('UPDATE chunks SET data = (SELECT data FROM chunks WHERE first = 0) WHERE first = ?').run(sequence);
    payloads.close();
    sharing.system.gateway = await services.startGateway({
      env: sharing.system.env,
      port: Number(new URL(sharing.system.url).port),
      log: join(sharing.system.folder, 'gateway.log'),
    });
    const answer = await sharing.system.call<{ code: string }>('GET', `/v1/data/${fresh}/rows`, sharing.keys.consumer);
    expect([answer.status, answer.body.code]).toEqual([500, 'GRANT_RECORD_BROKEN']);
    expect((await checks()).at(-1)).toMatchObject({ grant: fresh, outcome: 'refused', code: 'GRANT_RECORD_BROKEN' });
    // Its neighbour is served as before.
    await sharing.ok('GET', `/v1/data/${grant}/rows`, sharing.keys.consumer);
  });
});
