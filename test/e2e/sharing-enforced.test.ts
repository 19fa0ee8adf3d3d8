import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { succeed } from '../support/cli';
import { heldTexts } from '../support/held-texts';
import { CallerKey, type ProofWish } from '../support/key-proofs';
import { startSharing, type SharingSystem } from '../support/sharing';

/** Values of the data, which must stay where the data lies. */
const CANARIES = ['CANARY-WARD', 'CANARY-STOP'];
const STOPS = 25;
type Answer = Readonly<{
  status: number;
  code: string;
  /** `WWW-Authenticate`: how to come again. */
  challenge: string | null;
  items: object[];
  next: string | null;
  answer: string | null;
  run: string;
}>;
interface Audited {
  readonly event: string;
  readonly outcome: string;
  readonly code?: string;
  readonly grant: string;
  readonly resource?: string;
}

/** What a grant says beside fields and rows, held against a consumer that does not keep to it. */
describe('the conditions of a grant are enforced where the data is read', () => {
  let sharing: SharingSystem;
  let publicUrl: string;

  beforeAll(async () => {
    sharing = await startSharing({ LIANPIAO_PROCESSES: '2' });
    publicUrl = `http://localhost:${new URL(sharing.system.url).port}`;
    const lines = Array.from(
      { length: STOPS },
      (_, place) => `CANARY-STOP-${String(place)},CANARY-WARD-${place < 12 ? 'A' : 'B'}`,
    );
    writeFileSync(join(sharing.files, 'stops.csv'), `stop,ward\n${lines.join('\n')}\n`);
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
      resource: 'stops',
      title: '公交站点',
      source: { connection: 'city-files', file: 'stops.csv' },
      fields: [{ name: 'stop' }, { name: 'ward' }],
      reason: 'plan',
    });
    const template = { template: 'wards', resource: 'stops', title: '各病区', kind: 'distribution', by: 'ward', minimumGroup: 5 };
    await sharing.ok('POST', '/v1/templates', sharing.keys.provider, { ...template, reason: 'agreed' });
  });
  afterAll(async () => {
    await sharing.stop();
  });

  const grantWith = (conditions: object, more: object = {}, apiKey = sharing.keys.provider): Promise<string> =>
    sharing.grant(
      {
        resource: 'stops',
        fields: ['stop', 'ward'],
        liability: 'each side answers for its own faults',
        conditions: { basis: { kind: 'statutory-duty', rule: 'R-1' }, modes: ['view'], keepDays: 0, ...conditions },
        ...more,
      },
      apiKey,
    );
  async function ask(path: string, apiKey = sharing.keys.consumer, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(sharing.system.url + path, { headers: { authorization: `Bearer ${apiKey}`, ...headers } });
    const text = await response.text();
    const body = (path.includes('/stream') && response.ok ? {} : JSON.parse(text)) as Omit<Answer, 'status'>;
    const challenge = response.headers.get('www-authenticate');
    return { ...body, code: body.code ?? 'ok', status: response.status, challenge };
  }
  const read = async (grant: string, apiKey?: string): Promise<string> =>
    (await ask(`/v1/data/${grant}/rows?limit=10`, apiKey)).code;
  const stream = async (grant: string, apiKey?: string): Promise<string> => (await ask(`/v1/data/${grant}/stream`, apiKey)).code;
  const run = async (grant: string): Promise<Answer> => {
    const asked = { template: 'wards', arguments: [] };
    const { status, body } = await sharing.system.call<Answer>('POST', `/v1/data/${grant}/runs`, sharing.keys.consumer, asked);
    return { ...body, code: body.code ?? 'ok', status };
  };
  const audited = async (grant: string, code: string): Promise<number> => {
    const path = `/v1/grants/${grant}/audit?limit=500`;
    const { items } = await sharing.ok<{ items: { entry: Audited }[] }>('GET', path, sharing.keys.provider);
    return items.filter(({ entry }) => entry.outcome === 'refused' && entry.code === code).length;
  };

  it('only in the modes that it gives, and its sub-grants in no others [rows 001-002-003:D3]', async () => {
    const [view, store, query, flow] = (await Promise.all(
      ['view', 'store', 'query', 'stream'].map((mode) => grantWith({ modes: [mode] }, { right: 'operate' })),
    )) as [string, string, string, string];
    const ways = async (grant: string): Promise<string[]> => [await read(grant), await stream(grant), (await run(grant)).code];
    expect(await ways(view)).toEqual(['ok', 'GRANT_MODE_MISSING', 'GRANT_MODE_MISSING']);
    expect(await ways(store)).toEqual(['ok', 'GRANT_MODE_MISSING', 'GRANT_MODE_MISSING']);
    expect(await ways(query)).toEqual(['GRANT_MODE_MISSING', 'GRANT_MODE_MISSING', 'ok']);
    expect(await ways(flow)).toEqual(['GRANT_MODE_MISSING', 'ok', 'GRANT_MODE_MISSING']);
    expect(await audited(view, 'GRANT_MODE_MISSING')).toBe(2);
    const below = { parent: view, consumer: 'the-third' };
    await expect(grantWith({ modes: ['view', 'stream'] }, below, sharing.keys.consumer)).rejects.toThrow('GRANT_SCOPE_WIDER');
    const sub = await grantWith({}, below, sharing.keys.consumer);
    expect([await read(sub, sharing.keys.third), await stream(sub, sharing.keys.third)]).toEqual(['ok', 'GRANT_MODE_MISSING']);
  });

  it('as often as it says, whatever is asked at once and through whom [rows 001-002-003:D3]', async () => {
    const modes = ['view', 'stream', 'query'];
    const grant = await grantWith({ modes, frequency: { count: 3, per: 'hour' } });
    const codes = await Promise.all([
      ...Array.from({ length: 8 }, () => read(grant)),
      ...Array.from({ length: 3 }, () => stream(grant)),
      run(grant).then(({ code }) => code),
    ]);
    expect(codes.filter((code) => code === 'ok').length).toBe(3);
    expect(codes.filter((code) => code === 'GRANT_FREQUENCY_SPENT').length).toBe(9);
    expect((await ask(`/v1/data/${grant}/rows`)).status).toBe(429);
    expect(await audited(grant, 'GRANT_FREQUENCY_SPENT')).toBe(10);
    // A decision alone is no read.
    expect((await ask(`/v1/data/${grant}/check`)).code).toBe('ok');

    const upper = await grantWith({ frequency: { count: 2, per: 'month' } }, { right: 'operate' });
    const below = { parent: upper, consumer: 'the-third' };
    const lower = await grantWith({ frequency: { count: 100, per: 'hour' } }, below, sharing.keys.consumer);
    expect(await read(lower, sharing.keys.third)).toBe('ok');
    expect(await read(upper)).toBe('ok');
    expect(await read(lower, sharing.keys.third)).toBe('GRANT_FREQUENCY_SPENT');
    expect(await read(upper)).toBe('GRANT_FREQUENCY_SPENT');
  });

  it('a token walks through the data once; whoever plays it again is refused and recorded [rows 001-002-003:D3]', async () => {
    const grant = await grantWith({ modes: ['view', 'stream'] });
    const made = async (): Promise<string> =>
      (await sharing.ok<{ token: string }>('POST', `/v1/grants/${grant}/tokens`, sharing.keys.consumer, {})).token;
    const page = (token: string, after?: string | null): Promise<Answer> =>
      ask(`/v1/data/${grant}/rows?limit=10${after === undefined ? '' : `&after=${String(after)}`}`, token);
    const token = await made();
    const first = await page(token);
    expect(first.items.length).toBe(10);
    expect(await page(token)).toMatchObject({ status: 401, code: 'TOKEN_REPLAYED', challenge: 'Bearer' });
    const second = await page(token, first.next);
    expect(second.items.length).toBe(10);
    expect((await page(token, first.next)).code).toBe('TOKEN_REPLAYED');
    // Another token does not take over where the first one is.
    expect((await page(await made(), second.next)).code).toBe('TOKEN_REPLAYED');
    const third = await page(token, second.next);
    expect([third.items.length, third.next]).toEqual([STOPS - 20, null]);
    for (const asked of [undefined, first.next, second.next]) expect((await page(token, asked)).code).toBe('TOKEN_REPLAYED');
    expect(await audited(grant, 'TOKEN_REPLAYED')).toBe(6);

    const race = await made();
    const codes = await Promise.all([page(race), page(race), page(race), stream(grant, race), stream(grant, race)]);
    const named = codes.map((each) => (typeof each === 'string' ? each : each.code)).sort();
    expect(named).toEqual(['TOKEN_REPLAYED', 'TOKEN_REPLAYED', 'TOKEN_REPLAYED', 'TOKEN_REPLAYED', 'ok']);
  });

  it('a token that is bound to a key opens nothing without proofs of it, and each proof once [rows 001-002-003:D3]', async () => {
    const [grant, key, thief] = [await grantWith({}), new CallerKey(), new CallerKey()];
    const tokens = `/v1/grants/${grant}/tokens`;
    const issue = (dpop: string): Promise<Response> =>
      fetch(sharing.system.url + tokens, {
        method: 'POST',
        headers: { authorization: `Bearer ${sharing.keys.consumer}`, 'content-type': 'application/json', dpop },
        body: '{}',
      });
    const algorithms = 'algs="ES256 EdDSA Ed25519 PS256 RS256"';
    const challenges = {
      proof: `DPoP ${algorithms}, error="invalid_dpop_proof"`,
      token: `DPoP ${algorithms}, error="invalid_token"`,
    };
    const notIssued = await issue(key.proof('GET', publicUrl + tokens));
    expect([notIssued.status, notIssued.headers.get('www-authenticate')]).toEqual([401, challenges.proof]);
    const issued = (await (await issue(key.proof('POST', publicUrl + tokens))).json()) as { token: string; tokenType: string };
    const { token } = issued;
    expect(issued.tokenType).toBe('DPoP');
    const path = `/v1/data/${grant}/rows`;
    const show = (dpop?: string, query = '?limit=10'): Promise<Answer> =>
      ask(path + query, undefined, { authorization: `DPoP ${token}`, ...(dpop === undefined ? {} : { dpop }) });
    const proof = (wish?: ProofWish, by = key): string => by.proof('GET', publicUrl + path, token, wish);
    const right = proof();
    const first = await show(right);
    expect(first.items.length).toBe(10);
    expect(await show(right)).toMatchObject({ status: 401, code: 'TOKEN_REPLAYED', challenge: challenges.proof });
    // With a proof of its own each request may begin where it likes.
    expect((await show(proof(), `?limit=10&after=${String(first.next)}`)).items.length).toBe(10);
    expect((await show(proof())).items.length).toBe(10);

    const now = Math.floor(Date.now() / 1000);
    const wrong: [string, string | undefined][] = [
      ['no proof', undefined],
      ['another key', proof({}, thief)],
      ['the key of another', proof({ header: { jwk: (JSON.parse(Buffer.from(right.split('.')[0] ?? '', 'base64url').toString()) as { jwk: object }).jwk } }, thief)],
      ['another path', key.proof('GET', `${publicUrl}/v1/data/another/rows`, token)],
      ['another method', key.proof('POST', publicUrl + path, token)],
      ['another host', key.proof('GET', `http://elsewhere.example${path}`, token)],
      ['no token', key.proof('GET', publicUrl + path)],
      ['another token', key.proof('GET', publicUrl + path, 'lpg_another')],
      ['an hour ago', proof({ claims: { iat: now - 3600 } })],
      ['an hour from now', proof({ claims: { iat: now + 3600 } })],
      ['no id', proof({ claims: { jti: undefined } })],
      ['an id that is none', proof({ claims: { jti: { $ne: '' } } })],
      ['no signature', `${proof({ header: { alg: 'none' } }).split('.').slice(0, 2).join('.')}.`],
      ['a secret for a key', proof({ header: { alg: 'HS256', jwk: { kty: 'oct', k: 'c2VjcmV0' } } })],
      ['its private key', proof({ header: { jwk: key.privateJwk } })],
      ['a key that is none', proof({ header: { jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } } })],
      ['another type', proof({ header: { typ: 'JWT' } })],
      ['something else', 'a.b.c'],
    ]; // prettier-ignore
    for (const [name, dpop] of wrong)
      expect([name, await show(dpop)]).toEqual([
        name,
        expect.objectContaining({ status: 401, code: 'PROOF_INVALID', challenge: challenges.proof }),
      ]);
    // Shown as if nobody had to prove anything: RFC 9449 §7.1.
    expect(await ask(path, token)).toMatchObject({ code: 'PROOF_INVALID', challenge: challenges.token });
    expect(await ask(path, undefined, { authorization: 'DPoP lpg_another', dpop: proof() })).toMatchObject({
      code: 'CREDENTIALS_INVALID',
      challenge: challenges.token,
    });
    expect(await ask(path, 'lp_none')).toMatchObject({ code: 'CREDENTIALS_INVALID', challenge: 'Bearer' });
    expect(await audited(grant, 'PROOF_INVALID')).toBe(wrong.length + 1);
    expect((await show(proof())).items.length).toBe(10);
    // A token without a key is no key's.
    const { token: plain } = await sharing.ok<{ token: string }>('POST', tokens, sharing.keys.consumer, {});
    const borrowed = { authorization: `DPoP ${plain}`, dpop: key.proof('GET', publicUrl + path, plain) };
    expect((await ask(path, undefined, borrowed)).code).toBe('PROOF_INVALID');
  });

  it('our own looks at a source are in the audit log, too [rows 001-002-003:D8]', async () => {
    await sharing.ok('POST', '/v1/catalogue/stops/probe', sharing.keys.provider, { reason: 'test' });
    const path = '/v1/audit?order=newest&limit=500';
    const { items } = await sharing.ok<{ items: { entry: Audited }[] }>('GET', path, sharing.keys.auditor);
    const probes = items.map(({ entry }) => entry).filter(({ event }) => event === 'probe');
    expect(probes[0]).toMatchObject({ resource: 'stops', outcome: 'allowed', key: 'prober' });
  });

  it('answers of templates stay sealed: no value in a ledger, an index, Redis, a log or a view, and their key changes [rows 000-004:C6 001-002-003:C6]', async () => {
    const grant = await grantWith({ modes: ['view', 'query', 'stream'] });
    const answered = await run(grant);
    expect(answered.answer).toContain('CANARY-WARD-A');
    expect([await read(grant), await stream(grant)]).toEqual(['ok', 'ok']);
    const redis = new Redis(sharing.system.env['REDIS_URL']!);
    const dumps = await Promise.all((await redis.keys('*')).map(async (key) => [key, String(await redis.dumpBuffer(key))]));
    redis.disconnect();
    expect(dumps.flat().join('\n')).not.toMatch(/CANARY/);
    const views = ['', '/halves', '/alerts'].map((view) => ['provider', `/v1/usage-receipts${view}`] as const);
    for (const [who, view] of [['auditor', '/v1/audit?limit=500'], ['auditor', '/metrics'], ...views] as const) {
      const response = await fetch(sharing.system.url + view, { headers: { authorization: `Bearer ${sharing.keys[who]}` } });
      expect([view, response.status, await response.text()]).toEqual([view, 200, expect.not.stringContaining('CANARY')]);
    }
    const clean = (): void => {
      const { found, files } = heldTexts(sharing.system.folder, CANARIES);
      expect([found, files > 12]).toEqual([[], true]);
    };
    clean();
    const key = (name: string): boolean => existsSync(join(sharing.system.data, 'keys', name));
    expect(key('runs.key')).toBe(true);
    expect(await succeed('secrets', 'rotate', 'runs', '--data', sharing.system.data)).toContain('new runs go under key 1');
    expect([key('runs.key'), key('runs-1.key')]).toEqual([false, true]);
    // The running processes find the new key, for what is there and for what comes.
    const kept = await ask(`/v1/data/${grant}/runs/${answered.run}`);
    expect(kept.answer).toBe(answered.answer);
    expect((await run(await grantWith({ modes: ['query'] }))).answer).toContain('CANARY-WARD-A');
    clean();
  });
});
