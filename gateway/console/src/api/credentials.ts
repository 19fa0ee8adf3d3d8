/** Where the key is kept: in this tab only, and gone with it. */
const STORED_AS = 'lianpiao.key';
const DEADLINE_MS = 20_000;

/**
 * `asking`: it is not known yet whether the browser has a session of the identity provider's. `over`: there was a session, and the
 * gateway does not take its key, or its cookie, any more. `subject`: a person who acts for no organisation, with the cookie.
 */
export type Standing = 'asking' | 'out' | 'in' | 'over' | 'subject';

interface Provider {
  /** Null where people sign in with keys alone. */
  readonly issuer: string | null;
  readonly signedIn: boolean;
  /** A data subject: whoever signed in acts for no organisation. */
  readonly dataSubject: boolean;
}

let [key, standing] = remembered();
let issuer: string | null = null;
const listeners = new Set<() => void>();

export function currentStanding(): Standing {
  return standing;
}

/** The identity provider at which people may sign in; null for none. */
export function currentIssuer(): string | null {
  return issuer;
}

/** Asks once, when the page is opened, how people sign in here and whether this one has. */
export async function askHowToSignIn(): Promise<void> {
  const provider = await providerHere();
  issuer = provider.issuer;
  if (standing === 'asking') change(undefined, standingOf(provider));
  else change(key, standing);
}

function standingOf({ signedIn, dataSubject }: Provider): Standing {
  if (!signedIn) return 'out';
  return dataSubject ? 'subject' : 'in';
}

async function providerHere(): Promise<Provider> {
  try {
    const response = await fetch('/auth/provider', { signal: AbortSignal.timeout(DEADLINE_MS) });
    if (response.ok) return (await response.json()) as Provider;
  } catch {
    // Whoever has a key can sign in all the same.
  }
  return { issuer: null, signedIn: false, dataSubject: false };
}

export function signInWith(apiKey: string): void {
  sessionStorage.setItem(STORED_AS, apiKey);
  change(apiKey, 'in');
}

export function signOut(): void {
  const hadCookie = key === undefined && standing !== 'out';
  sessionStorage.removeItem(STORED_AS);
  change(undefined, 'out');
  if (hadCookie) void leaveProvider();
}

/** Ends the session here, and goes to where it is ended at the provider. */
async function leaveProvider(): Promise<void> {
  const response = await fetch('/auth/sign-out', { method: 'POST', signal: AbortSignal.timeout(DEADLINE_MS) });
  const { provider } = (await response.json()) as { provider: string | null };
  if (provider !== null) location.assign(provider);
}

/** @param authorization the header that was refused: an answer to an older key says nothing of the present one. */
export function sessionIsOver(authorization: string | null): void {
  const isIn = standing === 'in' || standing === 'subject';
  if (isIn && authorization === currentHeader()) change(key, 'over');
}

/** The header that says who asks; null for whoever is signed in by a cookie, which no script can read. */
export function currentHeader(): string | null {
  return key === undefined ? null : `Bearer ${key}`;
}

export function onStanding(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(apiKey: string | undefined, now: Standing): void {
  [key, standing] = [apiKey, now];
  for (const listener of listeners) listener();
}

function remembered(): [string | undefined, Standing] {
  const stored = typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(STORED_AS);
  return stored === null ? [undefined, 'asking'] : [stored, 'in'];
}
