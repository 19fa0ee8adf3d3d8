import { readSecret } from '../crypto/keys';

/** The identity provider with which people sign in, and how its words are read. */
export interface OidcSettings {
  /** Issuer identifier (OpenID Connect Discovery 1.0 §3). */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client: PKCE alone protects the code then. */
  readonly clientSecret: string | undefined;
  /** What `aud` of an access token for this API must hold (RFC 9068 §2.2). */
  readonly audience: string;
  /** Name of the claim that says for which organisation a person acts. */
  readonly organisationClaim: string;
  /** Whether people who act for no organisation may sign in, as data subjects: to see and withdraw their own consents, and nothing else. */
  readonly dataSubjects: boolean;
}

const PRINTABLE = /^[\x21-\x7e]{1,200}$/;

/** @throws Error naming the setting that is wrong or dangerous; undefined when no provider is named. */
export function readOidcSettings(environment: NodeJS.ProcessEnv, publicUrl: string): OidcSettings | undefined {
  const issuer = environment['LIANPIAO_OIDC_ISSUER'];
  if (issuer === undefined || issuer === '') return undefined;
  if (!isIssuer(issuer)) throw new Error('LIANPIAO_OIDC_ISSUER is an https URL without ? and #; http only on this machine');
  const setting = (name: string, form: RegExp, wrong: string, otherwise = ''): string => {
    const text = environment[name] ?? otherwise;
    if (!form.test(text)) throw new Error(`${name} is ${wrong}`);
    return text;
  };
  const secretFile = environment['LIANPIAO_OIDC_CLIENT_SECRET_FILE'];
  return {
    issuer,
    clientId: setting('LIANPIAO_OIDC_CLIENT_ID', PRINTABLE, 'the name that the provider gave this gateway'),
    clientSecret: secretFile === undefined ? undefined : readSecret(secretFile).toString('utf8').trim(),
    audience: environment['LIANPIAO_OIDC_AUDIENCE'] ?? publicUrl,
    organisationClaim: setting('LIANPIAO_OIDC_ORGANISATION_CLAIM', PRINTABLE, 'the name of a claim', 'lianpiao_organisation'),
    dataSubjects: setting('LIANPIAO_OIDC_DATA_SUBJECTS', /^(?:yes|no)$/, 'yes or no', 'no') === 'yes',
  };
}

/** Plain http would give codes and keys to whoever is on the way. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text) || /[?#]/.test(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
}

export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
