import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LedgerError, type Role } from '@lianpiao/chaincode/domain';
import { organisationOfClaims } from '../access-policy';
import type { GatewayConfig } from '../config';
import type { AccessStore, Principal } from '../stores/access-store';
import { SessionStore, type OpenSession, type Person } from '../stores/session-store';
import { AccessTokens, isAccessToken } from './access-tokens';
import { SealedAttempts } from './attempts';
import { cookieIn, SESSION_COOKIE } from './cookies';
import { IdentityProvider } from './identity-provider';
import { readLogoutToken } from './logout-tokens';
import type { OidcSettings } from './oidc-settings';
import { Pseudonyms, type PseudonymAt } from './pseudonyms';
import { requireSameOrigin } from './same-origin';

export interface PeopleParts {
  readonly settings: OidcSettings;
  readonly folder: string;
  readonly publicUrl: string;
  /** What an organisation is on the ledger; undefined for none. */
  readonly roleOf: (organisation: string) => Role | undefined;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Claims as the provider signs them. */
export type Claims = Readonly<Record<string, unknown>>;

/** A person who shows an access token counts as present for so long after it. */
const TOKEN_MS = 60_000;
const MAX_NAME = 200;
const ID_DIGITS = 16;
const MAX_PRESENT = 10_000;

/**
 * People who sign in at an identity provider: by the session of their browser, or by an access token. The provider says who
 * somebody is and for which organisation they act; what that organisation may do, the ledger and the table of roles say.
 */
export class People {
  readonly provider: IdentityProvider;
  readonly attempts: SealedAttempts;
  readonly sessions: SessionStore;
  /** Absent where data subjects do not sign in. */
  readonly #pseudonyms: Pseudonyms | undefined;
  readonly #parts: PeopleParts;
  readonly #tokens: AccessTokens;
  readonly #present = new Map<string, number>();
  readonly #bySession = new WeakMap<IncomingMessage, OpenSession>();

  constructor(parts: PeopleParts) {
    const { settings, folder, publicUrl, clock } = parts;
    this.#parts = parts;
    this.provider = new IdentityProvider(settings, publicUrl);
    this.attempts = new SealedAttempts(folder, clock);
    this.sessions = new SessionStore(folder);
    this.#pseudonyms = settings.dataSubjects ? new Pseudonyms(folder) : undefined;
    this.#tokens = new AccessTokens(settings, () => this.provider.jwksUri());
  }

  /**
   * The person that the claims of an ID token describe; a data subject when they name no organisation and this gateway takes those.
   * @throws LedgerError ACCOUNT_UNKNOWN for whom no registered organisation is named.
   */
  personOf(claims: Claims): Person {
    const { iss, sub, name, sid } = claims;
    const of = {
      id: idOf(String(iss), String(sub)),
      ...(typeof sid === 'string' && sid !== '' ? { providerSession: sid } : undefined),
    };
    if (this.#pseudonyms !== undefined && claims[this.#parts.settings.organisationClaim] === undefined)
      return { ...of, organisation: undefined, subject: this.#pseudonyms.root(String(iss), String(sub)), name: '' };
    return { ...of, organisation: this.#organisationOf(claims), name: typeof name === 'string' ? name.slice(0, MAX_NAME) : '' };
  }

  #organisationOf(claims: Claims): string {
    const organisation = organisationOfClaims(claims, this.#parts.settings.organisationClaim);
    if (this.#parts.roleOf(organisation) === undefined)
      throw new LedgerError('ACCOUNT_UNKNOWN', { rule: 'organisation-registered' });
    return organisation;
  }

  /** Who is behind the session of a request; undefined for nobody. @throws LedgerError ORIGIN_REFUSED for what another site sends. */
  bySession(request: IncomingMessage): Principal | undefined {
    const { publicUrl, clock } = this.#parts;
    const token = cookieIn(request.headers.cookie, SESSION_COOKIE, publicUrl);
    const session = token === undefined ? undefined : this.sessions.find(token, clock());
    if (session === undefined) return undefined;
    requireSameOrigin(request, publicUrl);
    this.#bySession.set(request, session);
    return this.#principalOf(session);
  }

  /** The pseudonyms of the data subject whose session a request came with; undefined for everybody else. */
  pseudonymsOf(request: IncomingMessage): PseudonymAt | undefined {
    const [subject, pseudonyms] = [this.sessionOf(request)?.subject, this.#pseudonyms];
    if (subject === undefined || pseudonyms === undefined) return undefined;
    return (organisation) => pseudonyms.at(subject, organisation);
  }

  /** The session with which a request came. */
  sessionOf(request: IncomingMessage): OpenSession | undefined {
    return this.#bySession.get(request);
  }

  /**
   * Whom an access token stands for; undefined for what is none of the provider's.
   * @throws LedgerError ACCOUNT_UNKNOWN, SIGN_IN_UNAVAILABLE
   */
  async byToken(text: string): Promise<Principal | undefined> {
    const claims = isAccessToken(text) ? await this.#tokens.claims(text) : undefined;
    if (claims === undefined) return undefined;
    // Of a data subject there are sessions only.
    this.#organisationOf(claims);
    const person = this.personOf(claims);
    if (this.#present.size >= MAX_PRESENT) this.#present.clear();
    this.#present.set(person.id, this.#parts.clock() + TOKEN_MS);
    return this.#principalOf(person);
  }

  /**
   * Ends the sessions that the provider says have ended. A stream that runs for such a person stops at its next look.
   * @throws LedgerError LOGOUT_TOKEN_INVALID, SIGN_IN_UNAVAILABLE.
   */
  async endByProvider(token: string): Promise<void> {
    const logout = await readLogoutToken(token, this.#parts.settings, await this.#tokens.keys());
    const { issuer, subject, session, until } = logout;
    const person = subject === undefined ? undefined : idOf(issuer, subject);
    for (const id of this.sessions.endAtProvider({ person, providerSession: session }, until)) this.#present.delete(id);
    if (person !== undefined) this.#present.delete(person);
  }

  /** True while a person has a session, or has just shown a token. */
  isPresent(id: string): boolean {
    const now = this.#parts.clock();
    return (this.#present.get(id) ?? 0) > now || this.sessions.isSignedIn(id, now);
  }

  close(): void {
    this.sessions.close();
  }

  #principalOf({ organisation, id }: Person): Principal | undefined {
    if (organisation === undefined) return undefined;
    const role = this.#parts.roleOf(organisation);
    return role && { organisation, role, keyId: id };
  }
}

/** A pseudonym, made of issuer and subject. */
function idOf(issuer: string, subject: string): string {
  return createHash('sha256').update(`${issuer}\n${subject}`).digest('hex').slice(0, ID_DIGITS);
}

/** People, where an identity provider is named. */
export function createPeople(
  { oidc, dataFolder, publicUrl }: GatewayConfig,
  registry: { organisation(id: string): { readonly role: Role } | undefined },
  clock: () => number,
): People | undefined {
  if (oidc === undefined) return undefined;
  const roleOf = (organisation: string): Role | undefined => registry.organisation(organisation)?.role;
  return new People({ settings: oidc, folder: dataFolder, publicUrl, roleOf, clock });
}

/** Whether what a caller showed still opens something: a key that is not revoked, or a person who is present. */
export function isLive(
  { access, people }: { readonly access: Pick<AccessStore, 'isLive'>; readonly people: People | undefined },
  id: string,
): boolean {
  return access.isLive(id) || people?.isPresent(id) === true;
}
