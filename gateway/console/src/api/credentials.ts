/** Where the key is kept: in this tab only, and gone with it. */
const STORED_AS = 'lianpiao.key';

export type Standing = 'out' | 'in' | 'over';

let [key, standing] = remembered();
const listeners = new Set<() => void>();

export function currentKey(): string | undefined {
  return key;
}

/** `over`: there was a session, and the gateway does not take its key any more. */
export function currentStanding(): Standing {
  return standing;
}

export function signInWith(apiKey: string): void {
  sessionStorage.setItem(STORED_AS, apiKey);
  change(apiKey, 'in');
}

export function signOut(): void {
  sessionStorage.removeItem(STORED_AS);
  change(undefined, 'out');
}

/** @param authorization the header that was refused: an answer to an older key says nothing of the present one. */
export function sessionIsOver(authorization: string | null): void {
  if (standing === 'in' && authorization === `Bearer ${key ?? ''}`) change(key, 'over');
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
  return stored === null ? [undefined, 'out'] : [stored, 'in'];
}
