/** A cookie of ours. */
export interface CookieKind {
  /** Behind `__Host-` where the page is reached by https (RFC 6265bis §4.1.3.2). */
  readonly name: string;
  readonly sameSite: 'Lax' | 'Strict';
  readonly maxAgeSeconds: number;
}

/** Nobody else's page sends it, not even by a link: the console's own pages ask for everything. */
export const SESSION_COOKIE: CookieKind = { name: 'lianpiao-session', sameSite: 'Strict', maxAgeSeconds: 12 * 60 * 60 };
/** The way back from the identity provider is a link of another site. */
export const SIGN_IN_COOKIE: CookieKind = { name: 'lianpiao-sign-in', sameSite: 'Lax', maxAgeSeconds: 600 };

export function cookieName({ name }: CookieKind, publicUrl: string): string {
  return publicUrl.startsWith('https:') ? `__Host-${name}` : name;
}

/** A `Set-Cookie` header; an empty value removes the cookie. */
export function setCookie(kind: CookieKind, value: string, publicUrl: string): string {
  const age = value === '' ? 0 : kind.maxAgeSeconds;
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${cookieName(kind, publicUrl)}=${value}; Path=/; HttpOnly; SameSite=${kind.sameSite}; Max-Age=${String(age)}${secure}`;
}

/** The value of a cookie in a `Cookie` header; undefined when it is absent, or there twice. */
export function cookieIn(header: string | undefined, kind: CookieKind, publicUrl: string): string | undefined {
  const prefix = `${cookieName(kind, publicUrl)}=`;
  const found = (header ?? '').split(/; */).filter((pair) => pair.startsWith(prefix));
  return found.length === 1 ? found[0]?.slice(prefix.length) : undefined;
}
