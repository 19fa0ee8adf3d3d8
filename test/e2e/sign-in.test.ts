import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestIdentityProvider } from '../support/identity-provider';
import { startCornerShop, type CornerShop } from '../support/corner-shop';
import { heldTexts } from '../support/held-texts';
import { sale } from '../support/sales';
import { openDirectory, UNTIL } from '../support/sharing';
import { services } from '../support/system';

const CLAIM = 'lianpiao_organisation';
const AUDIENCE = 'https://lianpiao.example/api';
const SHOPKEEPER = { sub: 'zhang-san', name: '张三', [CLAIM]: 'corner-shop' };

let provider: TestIdentityProvider;
let system: CornerShop['system'];
let seller: CornerShop['seller'];
const folder = mkdtempSync(join(tmpdir(), 'lianpiao-sign-in-'));

beforeAll(async () => {
  provider = await TestIdentityProvider.start();
  writeFileSync(join(folder, 'secret'), 'a secret of the client\n', { mode: 0o600 });
  writeFileSync(join(folder, 'stays.csv'), 'person,days\np-17,3\n');
  const connections = { files: { kind: 'csv', folder, organisations: ['the-hospital', 'the-clinic'] } };
  writeFileSync(join(folder, 'sources.json'), JSON.stringify({ connections }), { mode: 0o600 });
  ({ system, seller } = await startCornerShop({
    LIANPIAO_OIDC_ISSUER: provider.issuer,
    LIANPIAO_OIDC_CLIENT_ID: 'lianpiao',
    LIANPIAO_OIDC_CLIENT_SECRET_FILE: join(folder, 'secret'),
    LIANPIAO_OIDC_AUDIENCE: AUDIENCE,
    LIANPIAO_OIDC_DATA_SUBJECTS: 'yes',
    LIANPIAO_SOURCES: join(folder, 'sources.json'),
  }));
});
afterAll(async () => {
  await system.stop();
  await provider.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser, as far as cookies and redirects go. */
class Visitor {
  readonly #jar = new Map<string, string>();
  /** Attributes of the cookies, as they were set. */
  readonly set: string[] = [];

  async go(path: string, init: RequestInit = {}): Promise<Response> {
    const url = path.startsWith('/') ? system.url + path : path;
    const cookie = url.startsWith(provider.issuer) ? '' : [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie === '' ? {} : { cookie }), ...(init.headers as Record<string, string> | undefined) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const header of response.headers.getSetCookie()) {
      this.set.push(header);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (value === '') this.#jar.delete(name);
      else this.#jar.set(name, value);
    }
    return response;
  }

  cookie(name: string): string | undefined {
    return this.#jar.get(name);
  }

  put(name: string, value: string): void {
    this.#jar.set(name, value);
  }

  /** As far as the way back from the provider: the address that it leads to, at this gateway. */
  async toCallback(to = '#/sales'): Promise<string> {
    const begun = await this.go(`/auth/sign-in?to=${encodeURIComponent(to)}`);
    expect(begun.status).toBe(302);
    const back = await this.go(begun.headers.get('location')!);
    const { pathname, search } = new URL(back.headers.get('location')!);
    return pathname + search;
  }

  async signIn(to?: string): Promise<string> {
    const done = await this.go(await this.toCallback(to));
    expect(done.status).toBe(303);
    return done.headers.get('location')!;
  }
}

const issue = (visitor: Visitor, headers: Record<string, string>): Promise<Response> =>
  visitor.go('/v1/invoices', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(sale(seller.till)),
  });
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code;

describe('people who sign in at an identity provider', () => {
  beforeEach(() => provider.person(SHOPKEEPER));

  it('come back to the page that they wanted, act for their organisation in every process, and sign out [rows 000-004:D10]', async () => {
    const visitor = new Visitor();
    expect(await visitor.signIn('#/sales')).toBe('/#/sales');
    const cookie = visitor.set.at(-1)!;
    expect(cookie).toMatch(/^lianpiao-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    expect(visitor.set[0]).toMatch(/^lianpiao-sign-in=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
    expect(visitor.cookie('lianpiao-sign-in')).toBeUndefined();
    for (let time = 0; time < 6; time += 1) {
      const response = await visitor.go('/v1/session', { headers: { connection: 'close' } });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ organisation: 'corner-shop', role: 'merchant' });
    }
    const issued = await issue(visitor, { origin: system.url });
    expect(issued.status).toBe(201);
    // What the role may not do, the person may not do.
    const act = await visitor.go('/v1/acts');
    expect([403, 404]).toContain(act.status);

    const before = visitor.cookie('lianpiao-session')!;
    const out = await visitor.go('/auth/sign-out', { method: 'POST', headers: { origin: system.url } });
    const { provider: leave } = (await out.json()) as { provider: string };
    expect(leave.startsWith(`${provider.issuer}/`)).toBe(true);
    expect(visitor.cookie('lianpiao-session')).toBeUndefined();
    visitor.put('lianpiao-session', before);
    expect((await visitor.go('/v1/session')).status).toBe(401);
  });

  it('are not acted for by pages of others: without our origin nothing that changes something is taken', async () => {
    const visitor = new Visitor();
    await visitor.signIn();
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
    ] as Record<string, string>[]) {
      // prettier-ignore
      const refused = await issue(visitor, headers);
      expect([refused.status, await codeOf(refused)]).toEqual([403, 'ORIGIN_REFUSED']);
      const out = await visitor.go('/auth/sign-out', { method: 'POST', headers });
      expect(out.status).toBe(403);
    }
    expect((await issue(visitor, { 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    // An API key needs no origin: no browser sends it by itself.
    expect((await issue(new Visitor(), { authorization: `Bearer ${seller.apiKey}` })).status).toBe(201);
  });

  it('are refused without the browser that began, with a code that was used, and with another state', async () => {
    const visitor = new Visitor();
    const callback = await visitor.toCallback();
    const stranger = await new Visitor().go(callback);
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/?sign-in=SIGN_IN_FAILED']);
    const other = new Visitor();
    other.put('lianpiao-sign-in', visitor.cookie('lianpiao-sign-in')!);
    const changed = await other.go(callback.replace(/state=[^&]+/, 'state=another'));
    expect(changed.headers.get('location')).toBe('/?sign-in=SIGN_IN_FAILED');
    const sealed = visitor.cookie('lianpiao-sign-in')!;
    expect((await visitor.go(callback)).headers.get('location')).toBe('/#/sales');
    const again = new Visitor();
    again.put('lianpiao-sign-in', sealed);
    expect((await again.go(callback)).headers.get('location')).toBe('/?sign-in=SIGN_IN_FAILED');
    expect(again.cookie('lianpiao-session')).toBeUndefined();
  });

  it('are led to pages of ours only', async () => {
    for (const to of ['//evil.example', 'https://evil.example', '#//evil.example/%0d', '#/a?b', '']) {
      const where = await new Visitor().signIn(to);
      expect(['/#/', '/##//evil.example']).toContain(where);
      expect(where.startsWith('/#/')).toBe(true);
    }
  });

  it.each([
    ['no organisation that is one', { sub: 'x', [CLAIM]: '' }],
    ['an organisation that is not registered', { sub: 'x', [CLAIM]: 'nobody-at-all' }],
    ['two organisations', { sub: 'x', [CLAIM]: ['corner-shop', 'bureau'] }],
    ['the name of a property', { sub: 'x', [CLAIM]: '__proto__' }],
  ])('open nothing with %s', async (_what, person) => {
    await provider.person(person);
    const visitor = new Visitor();
    expect(await visitor.signIn()).toBe('/?sign-in=ACCOUNT_UNKNOWN');
    expect(visitor.cookie('lianpiao-session')).toBeUndefined();
  });
});

describe('a data subject, who signs in without an organisation [rows 000-004:D6 001-002-003:D18]', () => {
  const PATIENT = { sub: 'wang-wu-310101', name: '王五' };
  const PURPOSE = { code: 'credit', text: '授信' };
  const keys: Record<string, string> = {};
  type Answer = Readonly<Record<string, unknown>>;
  interface Consents {
    readonly items: readonly Answer[];
    readonly next: string | null;
  }

  beforeAll(async () => {
    for (const [name, role] of Object.entries({ hospital: 'provider', clinic: 'provider', bank: 'consumer' })) {
      const organisation = `the-${name}`;
      const registration = { organisation, role, party: { name } };
      keys[name] = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
      if (role !== 'provider') continue;
      const source = { connection: 'files', file: 'stays.csv' };
      const stays = { title: '住院', source, fields: [{ name: 'person' }, { name: 'days' }], personal: true };
      await ok(name, '/v1/catalogue', { resource: `${name}-stays`, ...stays });
      const entry = await openDirectory(system, organisation, keys[name]);
      await ok(name, `/v1/catalogue/${name}-stays/entry`, { entry });
    }
  });

  async function ok(who: string, path: string, body: object): Promise<Answer> {
    const { status, body: answer, text } = await system.call<Answer>('POST', path, keys[who], { reason: 'test', ...body });
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return answer;
  }
  async function signedIn(person: Readonly<Record<string, unknown>>): Promise<Visitor> {
    await provider.person(person);
    const visitor = new Visitor();
    expect(await visitor.signIn('#/my-consents')).toBe('/#/my-consents');
    return visitor;
  }
  const asked = async <Found>(visitor: Visitor, path: string): Promise<Found> => (await (await visitor.go(path)).json()) as Found;
  const pseudonym = async (visitor: Visitor, name: string): Promise<string> =>
    (await asked<{ subject: string }>(visitor, `/v1/my/pseudonyms/the-${name}`)).subject;
  const consents = (visitor: Visitor, query = ''): Promise<Consents> => asked<Consents>(visitor, `/v1/my/consents${query}`);
  const withdraw = (
    visitor: Visitor,
    consent: unknown,
    headers: object = { origin: system.url },
    body = '{}',
  ): Promise<Response> =>
    visitor.go(`/v1/my/consents/${String(consent)}/withdraw`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  /** What an organisation records that a person agreed to, under the pseudonym that they told it. */
  const agreed = async (who: string, subject: string): Promise<string> => {
    const text = createHash('sha256').update('I agree that …').digest('hex');
    const consent = { resource: `${who}-stays`, subject, text, textVersion: '2026-1', purpose: PURPOSE };
    return (await ok(who, '/v1/consents', consent))['consent'] as string;
  };

  it('sees the own consents, withdraws one, and what rested on it stops', async () => {
    const visitor = await signedIn(PATIENT);
    const [mine, atClinic] = [await pseudonym(visitor, 'hospital'), await pseudonym(visitor, 'clinic')];
    expect([mine, atClinic]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(mine).not.toBe(atClinic);
    const [consent, second] = [await agreed('hospital', mine), await agreed('clinic', atClinic)];
    await agreed('clinic', mine);
    await agreed('hospital', createHmac('sha256', 'a key of its own').update('another').digest('hex'));
    const { items, next } = await consents(visitor);
    // The pseudonym of one organisation is nobody's at another.
    expect(items.map((item) => [item['consent'], item['collector'], item['withdrawn'], item['textVersion']])).toEqual([
      [second, 'the-clinic', false, '2026-1'],
      [consent, 'the-hospital', false, '2026-1'],
    ]);
    expect([next, items[0]!['purpose']]).toEqual([null, PURPOSE]);
    const first = await consents(visitor, '?limit=1');
    expect(first.items.length).toBe(1);
    expect((await consents(visitor, `?limit=1&after=${String(first.next)}`)).items).toEqual([items[1]]);

    const { grant } = await ok('hospital', '/v1/grants', {
      resource: 'hospital-stays',
      consumer: 'the-bank',
      until: UNTIL,
      purpose: PURPOSE,
      fields: ['days'],
      liability: 'as agreed',
      conditions: { basis: { kind: 'commissioned-project', project: 'P-1' }, modes: ['view'], frequency: { count: 9, per: 'day' }, keepDays: 1 },
      consent,
    }); // prettier-ignore
    const read = (): Promise<{ status: number; body: Answer }> =>
      system.call<Answer>('GET', `/v1/data/${String(grant)}/rows`, keys['bank']);
    expect((await read()).body['items']).toEqual([{ days: '3' }]);
    const done = await withdraw(visitor, consent);
    expect([done.status, await done.json()]).toEqual([200, expect.objectContaining({ type: 'consent.withdrawn', consent })]);
    expect((await read()).body['code']).toBe('CONSENT_WITHDRAWN');
    expect(await codeOf(await withdraw(visitor, consent))).toBe('CONSENT_WITHDRAWN');
    expect((await consents(visitor)).items.map(({ withdrawn }) => withdrawn)).toEqual([false, true]);
    // The hospital sees on the ledger's record that it was the person.
    const { body: acts } = await system.call<{ items: Answer[] }>('GET', '/v1/acts?limit=20', system.bureauKey);
    const withdrawal = acts.items.find(({ type }) => type === 'consent.withdrawn');
    expect(withdrawal).toMatchObject({ consent, record: { who: { key: 'data-subject', organisation: 'the-hospital' } } });
    // Signed in another time they are the same person; nobody keeps who that is.
    expect((await consents(await signedIn(PATIENT))).items.length).toBe(2);
    expect(heldTexts(system.folder, [PATIENT.sub, PATIENT.name]).found).toEqual([]);
  });

  it("sees, withdraws and learns of nobody else's, and acts for nobody", async () => {
    const visitor = await signedIn(PATIENT);
    const consent = await agreed('hospital', await pseudonym(visitor, 'hospital'));
    const other = await signedIn({ ...PATIENT, sub: 'zhao-liu' });
    expect(await pseudonym(other, 'hospital')).not.toBe(await pseudonym(visitor, 'hospital'));
    expect(await consents(other)).toEqual({ items: [], next: null });
    const answers = await Promise.all(
      [consent, 'consent-none', '..%2f'].map(async (id) => {
        const response = await withdraw(other, id);
        return [response.status, { ...((await response.json()) as Answer), requestId: '' }];
      }),
    );
    expect(answers[0]).toEqual([404, expect.objectContaining({ code: 'CONSENT_UNKNOWN' })]);
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    for (const path of ['/v1/session', '/v1/consents', '/v1/grants', `/v1/consents/${consent}`, '/v1/acts', '/v1/audit'])
      expect([path, await codeOf(await other.go(path))]).toEqual([path, 'CREDENTIALS_MISSING']);
    expect(await codeOf(await other.go('/v1/my/pseudonyms/nobody-at-all'))).toBe('ORGANISATION_UNKNOWN');
    // Those who act for an organisation, and programs, are no data subjects.
    for (const path of ['/v1/my/consents', '/v1/my/pseudonyms/the-hospital']) {
      expect((await system.call<Answer>('GET', path, keys['hospital'])).body['code']).toBe('CREDENTIALS_MISSING');
      expect(await codeOf(await (await signedIn(SHOPKEEPER)).go(path))).toBe('CREDENTIALS_MISSING');
    }
    expect(await asked(other, '/auth/provider')).toMatchObject({ signedIn: true, dataSubject: true });
    expect(await asked(await signedIn(SHOPKEEPER), '/auth/provider')).toMatchObject({ signedIn: true, dataSubject: false });
  });

  it('is not made to withdraw by pages of others', async () => {
    const visitor = await signedIn(PATIENT);
    const consent = await agreed('hospital', await pseudonym(visitor, 'hospital'));
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect([headers, await codeOf(await withdraw(visitor, consent, headers))]).toEqual([headers, 'ORIGIN_REFUSED']);
    expect(await codeOf(await withdraw(new Visitor(), consent))).toBe('CREDENTIALS_MISSING');
    expect(await codeOf(await withdraw(visitor, consent, { origin: system.url }, '{"consent":"x"}'))).toBe('FIELD_UNKNOWN');
    expect((await consents(visitor)).items[0]).toMatchObject({ consent, withdrawn: false });
    expect((await visitor.go('/auth/sign-out', { method: 'POST', headers: { origin: system.url } })).status).toBe(200);
    expect(await codeOf(await withdraw(visitor, consent))).toBe('CREDENTIALS_MISSING');
  });
});

describe('a provider that signs people out (Back-Channel Logout 1.0)', () => {
  const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const header = { typ: 'logout+jwt' };
  const claims = { aud: 'lianpiao', sub: SHOPKEEPER.sub, events: EVENTS };
  const logout = async (token: string | undefined): Promise<[number, string | undefined]> => {
    const body = new URLSearchParams(token === undefined ? {} : { logout_token: token });
    const response = await fetch(`${system.url}/auth/back-channel-logout`, { method: 'POST', body });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    return [response.status, text === '' ? undefined : (JSON.parse(text) as { code: string }).code];
  };
  const isIn = async (visitor: Visitor): Promise<boolean> => (await visitor.go('/v1/session')).status === 200;
  async function signedIn(person: object): Promise<Visitor> {
    await provider.person(person as Record<string, unknown>);
    const visitor = new Visitor();
    await visitor.signIn();
    expect(await isIn(visitor)).toBe(true);
    return visitor;
  }

  it('ends one session, or all of a person, and nobody else', async () => {
    const [one, two] = [await signedIn({ ...SHOPKEEPER, sid: 's-1' }), await signedIn({ ...SHOPKEEPER, sid: 's-2' })];
    const other = await signedIn({ ...SHOPKEEPER, sub: 'li-si', sid: 's-3' });
    expect(await logout(await provider.accessToken({ header, claims: { ...claims, sub: 'li-si', sid: 's-1' } }))).toEqual([
      200,
      undefined,
    ]);
    expect([await isIn(one), await isIn(two), await isIn(other)]).toEqual([true, true, true]);
    expect(await logout(await provider.accessToken({ header, claims: { ...claims, sid: 's-1' }, without: ['sub'] }))).toEqual([
      200,
      undefined,
    ]);
    expect([await isIn(one), await isIn(two), await isIn(other)]).toEqual([false, true, true]);
    const all = await provider.accessToken({ header, claims });
    expect(await logout(all)).toEqual([200, undefined]);
    expect([await isIn(two), await isIn(other)]).toEqual([false, true]);
    // One of a minute ago, played again, ends nothing that began since.
    const later = await signedIn({ ...SHOPKEEPER, sid: 's-4' });
    const old = await provider.accessToken({ header, claims: { ...claims, iat: Math.floor(Date.now() / 1000) - 60 } });
    expect(await logout(old)).toEqual([200, undefined]);
    expect(await isIn(later)).toBe(true);
    expect(await logout(await provider.accessToken({ header, claims }))).toEqual([200, undefined]);
    expect(await isIn(later)).toBe(false);
  });

  it('is not played by others, and not by other tokens of its own', async () => {
    const visitor = await signedIn(SHOPKEEPER);
    const wishes = {
      'for another client': { header, claims: { ...claims, aud: 'another' } },
      'of another issuer': { header, claims: { ...claims, iss: 'https://other.example' } },
      'an access token': { claims },
      'with a nonce, as an ID token has': { header, claims: { ...claims, nonce: 'n' } },
      'without the event': { header, claims, without: ['events'] },
      'of another event': { header, claims: { ...claims, events: { 'https://other.example/event': {} } } },
      'of nobody': { header, claims, without: ['sub'] },
      'without an id': { header, claims, without: ['jti'] },
      'that has expired': { header, claims, expiresIn: -60 },
    };
    for (const [what, wish] of Object.entries(wishes))
      expect([what, await logout(await provider.accessToken(wish))]).toEqual([what, [400, 'LOGOUT_TOKEN_INVALID']]);
    const [head = '', payload = ''] = (await provider.accessToken({ header, claims })).split('.');
    for (const forged of [undefined, '', 'a.b.c', `${head}.${payload}.AA`])
      expect(await logout(forged)).toEqual([400, 'LOGOUT_TOKEN_INVALID']);
    expect(await logout(undefined)).toEqual([400, 'LOGOUT_TOKEN_INVALID']);
    expect(await logout('x'.repeat(20_000))).toEqual([413, 'BODY_TOO_LARGE']);
    const asJson = await fetch(`${system.url}/auth/back-channel-logout`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([asJson.status, await codeOf(asJson)]).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED']);
    expect(await isIn(visitor)).toBe(true);
  });
});

describe('access tokens of the provider (RFC 9068)', () => {
  const claims = { ...SHOPKEEPER, aud: AUDIENCE };
  const ask = async (token: string): Promise<[number, string | undefined]> => {
    const response = await fetch(`${system.url}/v1/session`, { headers: { authorization: `Bearer ${token}` } });
    const body = (await response.json()) as { code?: string; organisation?: string };
    return [response.status, body.code ?? body.organisation];
  };

  it('stand for the organisation of the person, and may do what its role may', async () => {
    const token = await provider.accessToken({ claims });
    expect(await ask(token)).toEqual([200, 'corner-shop']);
    const response = await issue(new Visitor(), { authorization: `Bearer ${token}` });
    expect(response.status).toBe(201);
  });

  it.each([
    ['for another API', { claims: { ...claims, aud: 'https://other.example' } }],
    ['of another issuer', { claims: { ...claims, iss: 'https://other.example' } }],
    ['that is an ID token', { header: { typ: 'JWT' }, claims }],
    ['that has expired', { claims, expiresIn: -60 }],
    ['without a client', { claims, without: ['client_id'] }],
    ['without an end', { claims, without: ['exp'] }],
  ])('%s open nothing', async (_what, wish) => {
    expect(await ask(await provider.accessToken(wish))).toEqual([401, 'CREDENTIALS_INVALID']);
  });

  it('open nothing when they are not signed by the provider', async () => {
    const token = await provider.accessToken({ claims });
    const [header = '', payload = '', signature = ''] = token.split('.');
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const read = (part: string): object => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
    const bureau = encode({ ...read(payload), [CLAIM]: 'bureau' });
    const jwks = (await (await fetch(`${provider.issuer}/jwks`)).json()) as { keys: { n: string }[] };
    const shared = encode({ ...read(header), alg: 'HS256' });
    const mac = createHmac('sha256', jwks.keys[0]!.n).update(`${shared}.${bureau}`).digest('base64url');
    for (const forged of [
      `${header}.${bureau}.${signature}`,
      `${encode({ ...read(header), alg: 'none' })}.${bureau}.`,
      `${encode({ ...read(header), alg: 'none' })}.${bureau}.AA`,
      `${shared}.${bureau}.${mac}`,
      `${encode({ ...read(header), kid: 'another' })}.${bureau}.${signature}`,
    ])
      expect(await ask(forged)).toEqual([401, 'CREDENTIALS_INVALID']);
  });

  it('of somebody without an organisation here are told so', async () => {
    expect(await ask(await provider.accessToken({ claims: { sub: 'x', aud: AUDIENCE } }))).toEqual([403, 'ACCOUNT_UNKNOWN']);
  });
});

describe('a provider that is away', () => {
  it('keeps nobody out who is in, and no till from selling; who signs in is told', async () => {
    await provider.person(SHOPKEEPER);
    const visitor = new Visitor();
    await visitor.signIn();
    await provider.stop();
    expect((await visitor.go('/v1/session')).status).toBe(200);
    expect((await issue(new Visitor(), { authorization: `Bearer ${seller.apiKey}` })).status).toBe(201);
    const begun = new Visitor();
    const callback = await begun.go('/auth/sign-in');
    // Discovery is remembered: the browser is sent to the provider, and comes back to an exchange that nobody answers.
    expect(callback.status).toBe(302);
    const { searchParams } = new URL(callback.headers.get('location')!);
    const back = await begun.go(`/auth/callback?code=any&state=${searchParams.get('state')!}`);
    expect(back.headers.get('location')).toBe('/?sign-in=SIGN_IN_UNAVAILABLE');
    provider = await TestIdentityProvider.start();
  });
});
