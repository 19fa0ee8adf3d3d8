import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDLE_MS, ROTATE_MS, SESSION_MS, SessionStore } from '../../gateway/src/stores/session-store';
import { cookieIn, SESSION_COOKIE, setCookie } from '../../gateway/src/sign-in/cookies';
import { readOidcSettings } from '../../gateway/src/sign-in/oidc-settings';

const PERSON = { id: 'ab'.repeat(8), organisation: 'corner-shop', name: '张三' };
const START = 1_800_000_000_000;
const MINUTE = 60_000;
let folder: string;
let store: SessionStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianpiao-sessions-'));
  store = new SessionStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a session', () => {
  it('is found by its token in every process, and by nothing else', () => {
    const token = store.open(PERSON, START);
    const other = new SessionStore(folder);
    expect(other.find(token, START)).toMatchObject({ ...PERSON, isStale: false });
    expect(other.find(`${token}x`, START)).toBeUndefined();
    expect(other.find('', START)).toBeUndefined();
    other.close();
  });

  it('ends after twelve hours, after half an hour without a request, and when it is ended', () => {
    const busy = store.open(PERSON, START);
    for (let now = START; now < START + SESSION_MS; now += 20 * MINUTE) expect(store.find(busy, now)).toBeDefined();
    expect(store.find(busy, START + SESSION_MS)).toBeUndefined();
    const idle = store.open(PERSON, START);
    expect(store.find(idle, START + IDLE_MS)).toBeUndefined();
    const ended = store.open(PERSON, START);
    store.end(ended);
    expect(store.find(ended, START)).toBeUndefined();
    expect(store.isSignedIn(PERSON.id, START + SESSION_MS)).toBe(false);
  });

  it('gets another token; the one before serves a minute more, and then ends the session of whoever has it', () => {
    const first = store.open(PERSON, START);
    const later = START + ROTATE_MS + 1;
    expect(store.find(first, later)?.isStale).toBe(true);
    const second = store.rotate(first, later)!;
    // Of two requests at once one gets the new token.
    expect(store.rotate(first, later)).toBeUndefined();
    expect(store.find(first, later + MINUTE)).toMatchObject({ isStale: false });
    expect(store.find(second, later + MINUTE)).toMatchObject({ isStale: false });
    expect(store.find(first, later + MINUTE + 1)).toBeUndefined();
    expect(store.find(second, later + MINUTE + 1)).toBeUndefined();
  });

  it('is one of at most twenty of a person: the oldest ends', () => {
    const tokens = Array.from({ length: 21 }, (_, place) => store.open(PERSON, START + place));
    expect(store.find(tokens[0]!, START + 30)).toBeUndefined();
    for (const token of tokens.slice(1)) expect(store.find(token, START + 30)).toBeDefined();
  });

  it('is stored without its token', () => {
    const token = store.open(PERSON, START);
    const stored = Buffer.concat(readdirSync(folder).filter((name) => name.startsWith('sessions.db')).map((name) => readFileSync(join(folder, name)))); // prettier-ignore
    expect(stored.includes('corner-shop')).toBe(true);
    expect([stored.includes(token), stored.includes(Buffer.from(token, 'base64url'))]).toEqual([false, false]);
  });
});

describe('the cookie of a session', () => {
  it('is for https alone and this host alone where people come by https', () => {
    const cookie = setCookie(SESSION_COOKIE, 'abc', 'https://lianpiao.example');
    expect(cookie).toBe('__Host-lianpiao-session=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure');
    expect(setCookie(SESSION_COOKIE, '', 'https://lianpiao.example')).toContain('Max-Age=0');
  });

  it('counts once: one that is there twice may have been put there by somebody else', () => {
    const url = 'https://lianpiao.example';
    expect(cookieIn('a=b; __Host-lianpiao-session=abc', SESSION_COOKIE, url)).toBe('abc');
    expect(cookieIn('__Host-lianpiao-session=abc; __Host-lianpiao-session=x', SESSION_COOKIE, url)).toBeUndefined();
    // A page that was reached by http cannot set the other name.
    expect(cookieIn('lianpiao-session=abc', SESSION_COOKIE, url)).toBeUndefined();
    expect(cookieIn(undefined, SESSION_COOKIE, url)).toBeUndefined();
  });
});

describe('the settings of the identity provider', () => {
  const read = (more: Record<string, string>): unknown =>
    readOidcSettings(
      { LIANPIAO_OIDC_ISSUER: 'https://id.example', LIANPIAO_OIDC_CLIENT_ID: 'lianpiao', ...more },
      'https://lianpiao.example',
    );

  it('are none unless a provider is named', () => {
    expect(readOidcSettings({}, 'https://lianpiao.example')).toBeUndefined();
    expect(read({})).toMatchObject({
      audience: 'https://lianpiao.example',
      organisationClaim: 'lianpiao_organisation',
      clientSecret: undefined,
    });
  });

  it.each([
    ['a provider without TLS elsewhere', { LIANPIAO_OIDC_ISSUER: 'http://id.example' }, 'LIANPIAO_OIDC_ISSUER'],
    ['no address', { LIANPIAO_OIDC_ISSUER: 'id.example' }, 'LIANPIAO_OIDC_ISSUER'],
    ['an address with a query', { LIANPIAO_OIDC_ISSUER: 'https://id.example/?a' }, 'LIANPIAO_OIDC_ISSUER'],
    ['no client', { LIANPIAO_OIDC_CLIENT_ID: '' }, 'LIANPIAO_OIDC_CLIENT_ID'],
    ['a claim without a name', { LIANPIAO_OIDC_ORGANISATION_CLAIM: '' }, 'LIANPIAO_OIDC_ORGANISATION_CLAIM'],
    ['a secret that is not there', { LIANPIAO_OIDC_CLIENT_SECRET_FILE: '/nowhere/secret' }, 'secret'],
  ])('refuse %s', (_what, wrong, named) => {
    expect(() => read(wrong as unknown as Record<string, string>)).toThrow(named);
  });
});
