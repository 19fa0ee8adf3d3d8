import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, webcrypto } from 'node:crypto';
import { LedgerError, type JsonValue } from '@lianpiao/chaincode/domain';
import { browserSignatures } from '../../../gateway/console/src/verify/browser-signatures';
import { nodeSignatures } from '../../../gateway/src/crypto/log-keys';
import { jwkOf, makeHolderKey, signWith } from '../../../gateway/src/figures/holder-key';
import { presentFigures } from '../../../gateway/src/figures/present-figures';
import {
  disclosedClaims,
  issueSdJwt,
  parseSdJwt,
  readDisclosure,
  signJwt,
  textOf,
  type PublicJwk,
} from '../../../gateway/src/figures/sd-jwt';
import { verifyFigures, type Expected } from '../../../gateway/src/figures/verify-figures';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const SECONDS = NOW / 1000;
const issuer = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const holder = makeHolderKey();
const HIDDEN = { turnover: '2790.40', 'turnover-above-1000.00': true, name: '街角便利店' };
const open = (more: Readonly<Record<string, JsonValue>> = {}): Readonly<Record<string, JsonValue>> => ({
  iss: 'example.com/log',
  iat: SECONDS - 10,
  exp: SECONDS + 3600,
  cnf: { jwk: holder.jwk },
  from: '2025-11-22',
  ...more,
});
const issue = (more?: Readonly<Record<string, JsonValue>>): string => issueSdJwt('k', open(more), HIDDEN, signWith(issuer));
const TO = { audience: 'bank', nonce: 'n-1' };
const show = (names: readonly string[], text = issue(), pem = holder.pem, now = NOW): string =>
  presentFigures(text, names, signWith(createPrivateKey(pem)), TO, now);
/** In Node and in a browser: both say the same. */
const verify = (text: string, more: Partial<Expected> = {}): Readonly<Record<string, JsonValue>> => {
  const expected = { issuer: jwkOf(createPublicKey(issuer)), ...TO, now: NOW, maxAgeSeconds: 600, ...more };
  const said = [nodeSignatures, browserSignatures].map((verifier) => {
    try {
      return { claims: verifyFigures(text, expected, verifier) };
    } catch (error) {
      return { error: error as LedgerError };
    }
  });
  expect(said[1]).toEqual(said[0]);
  if (said[0]?.error !== undefined) throw said[0].error;
  return said[0]!.claims;
};
const refusal = (run: () => unknown): string => {
  try {
    run();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return error.detail.rule === undefined ? error.code : `${error.code} ${error.detail.rule}`;
  }
};

/** Another verifier, from RFC 9901 §7 and RFC 7515 alone: WebCrypto, and none of our code. */
async function readElsewhere(text: string, issuerKey: PublicJwk): Promise<Record<string, unknown>> {
  const [jwt = '', ...rest] = text.split('~');
  const binding = rest.pop() ?? '';
  const json = (part = ''): Record<string, unknown> =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  const holds = async (token: string, jwk: PublicJwk): Promise<boolean> => {
    const [head, body, signature = ''] = token.split('.');
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const key = await webcrypto.subtle.importKey('jwk', { ...jwk }, algorithm, false, ['verify']);
    return webcrypto.subtle.verify(
      algorithm,
      key,
      Buffer.from(signature, 'base64url'),
      Buffer.from(`${String(head)}.${String(body)}`),
    );
  };
  const sha = (part: string): string => createHash('sha256').update(part).digest('base64url');
  const payload = json(jwt.split('.')[1]);
  expect(json(jwt.split('.')[0])['alg']).toBe('ES256');
  expect(await holds(jwt, issuerKey)).toBe(true);
  expect(await holds(binding, (payload['cnf'] as { jwk: PublicJwk }).jwk)).toBe(true);
  expect(json(binding.split('.')[1])).toMatchObject({
    aud: TO.audience,
    nonce: TO.nonce,
    sd_hash: sha(text.slice(0, text.lastIndexOf('~') + 1)),
  });
  const claims = rest.map((disclosure) => {
    expect(payload['_sd']).toContain(sha(disclosure));
    return (JSON.parse(Buffer.from(disclosure, 'base64url').toString()) as unknown[]).slice(1) as [string, unknown];
  });
  return Object.fromEntries(claims);
}

describe('signed figures', () => {
  it('show what the holder chose and nothing else, to our verifier and to another one', async () => {
    const text = show(['turnover-above-1000.00']);
    const claims = verify(text);
    expect(claims).toEqual({
      iss: 'example.com/log',
      iat: SECONDS - 10,
      exp: SECONDS + 3600,
      from: '2025-11-22',
      'turnover-above-1000.00': true,
    });
    expect(await readElsewhere(text, jwkOf(createPublicKey(issuer)))).toEqual({ 'turnover-above-1000.00': true });
    const everything = text.split(/[~.]/).map((part) => Buffer.from(part, 'base64url').toString());
    expect(everything.join(' ')).not.toMatch(/2790|街角/);
  });

  it('use fresh salts, and digests in an order of their own', () => {
    const [one, other] = [issue(), issue()].map((text) => parseSdJwt(text).disclosures);
    expect(one?.filter((disclosure) => other?.includes(disclosure))).toEqual([]);
    const digests = (JSON.parse(Buffer.from(issue().split('.')[1] ?? '', 'base64url').toString()) as { _sd: string[] })._sd;
    expect(digests).toEqual([...digests].sort());
  });

  it('read the disclosure of the example in RFC 9901, 5.1', () => {
    const disclosure = 'WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd';
    const payload = { _sd: ['jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4'], _sd_alg: 'sha-256' };
    expect(readDisclosure(disclosure)).toEqual(['given_name', 'John']);
    expect(disclosedClaims({ header: {}, payload }, [disclosure])).toEqual({ given_name: 'John' });
  });

  it('cannot be shown by others, to others, again, late, or altered', () => {
    const text = show(['turnover']);
    const { issued, disclosures, binding } = parseSdJwt(text);
    const [head = '', body = '', signature = ''] = issued.split('.');
    const altered = Buffer.from(Buffer.from(body, 'base64url').toString().replace('2025', '2024')).toString('base64url');
    const without = { issued, disclosures };
    expect(
      refusal(() => verify(textOf({ ...without, issued: [head, altered, signature].join('.'), ...(binding && { binding }) }))),
    ).toBe('FIGURES_INVALID signature');
    expect(refusal(() => verify(text, { issuer: makeHolderKey().jwk }))).toBe('FIGURES_INVALID signature');
    expect(refusal(() => verify(show(['turnover'], issue(), makeHolderKey().pem)))).toBe('FIGURES_INVALID binding');
    expect(refusal(() => verify(textOf(without)))).toBe('FIGURES_INVALID binding');
    expect(refusal(() => verify(textOf({ issued, disclosures: [], ...(binding && { binding }) })))).toBe(
      'FIGURES_INVALID binding',
    );
    expect(refusal(() => verify(text, { audience: 'rival' }))).toBe('FIGURES_INVALID audience');
    expect(refusal(() => verify(text, { nonce: 'n-2' }))).toBe('FIGURES_INVALID nonce');
    expect(refusal(() => verify(text, { now: NOW + 601_000 }))).toBe('FIGURES_INVALID age');
    expect(refusal(() => verify(show(['turnover'], issue(), holder.pem, NOW + 120_000)))).toBe('FIGURES_INVALID age');
    expect(refusal(() => verify(show(['turnover'], issue({ exp: SECONDS }))))).toBe('FIGURES_INVALID expired');
  });

  it('refuse disclosures that the issuer did not make, twice the same, and claims in the place of others', () => {
    const own = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { issued, disclosures } = parseSdJwt(issue());
    const jwt = {
      header: {},
      payload: JSON.parse(Buffer.from(issued.split('.')[1] ?? '', 'base64url').toString()) as Record<string, JsonValue>,
    };
    const [first = ''] = disclosures;
    expect(refusal(() => disclosedClaims(jwt, [own(['salt', 'turnover', '9.00'])]))).toBe('FIGURES_MALFORMED');
    expect(refusal(() => disclosedClaims(jwt, [first, first]))).toBe('FIGURES_MALFORMED');
    const sly = issueSdJwt('k', open(), { from: '1999-01-01' }, signWith(issuer));
    expect(refusal(() => verify(show(['from'], sly)))).toBe('FIGURES_MALFORMED');
    for (const wrong of [['salt', 'name'], ['salt', '_sd', 1], ['salt', '...', 1], [1, 'name', 1], 'text'])
      expect(refusal(() => readDisclosure(own(wrong)))).toBe('FIGURES_MALFORMED');
  });

  it('refuse other algorithms, other types, and what is no SD-JWT', () => {
    const sign = signWith(issuer);
    const claims = { _sd: [], _sd_alg: 'sha-256', iat: SECONDS, exp: SECONDS + 60, cnf: { jwk: holder.jwk } };
    const signed = (typ: string): string => textOf({ issued: signJwt({ typ }, claims, sign), disclosures: [] });
    expect(refusal(() => verify(show([], signed('figures+sd-jwt'))))).toBe('accepted');
    expect(refusal(() => verify(show([], signed('JWT'))))).toBe('FIGURES_INVALID signature');
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${part({ typ: 'figures+sd-jwt', alg: 'none' })}.${part(claims)}`;
    for (const algorithm of [`${none}.`, `${none}.${sign(none)}`])
      expect(['FIGURES_INVALID signature', 'FIGURES_MALFORMED']).toContain(refusal(() => verify(`${algorithm}~`)));
    for (const text of ['', 'a', 'a.b.c', 'a.b.c~', '~~~', '{}~{}~', `${none}~%~`])
      expect(refusal(() => verify(text))).toBe('FIGURES_MALFORMED');
    expect(
      refusal(() => verify(show(['turnover'], issue({ cnf: { jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } } })))),
    ).toBe('FIGURES_MALFORMED');
  });

  it('name the claims that there are when another one is asked for', () => {
    expect(refusal(() => show(['profit']))).toBe('FIELD_UNKNOWN');
    expect(createPrivateKey(holder.pem).asymmetricKeyType).toBe('ec');
  });
});
