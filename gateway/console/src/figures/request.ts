/** What a bank asks figures by: its name, and a code that nobody has used before. */
export interface FiguresRequest {
  readonly audience: string;
  readonly nonce: string;
}

const KEPT = 'lianpiao.figures-request';
const NONCE_BYTES = 12;

/** A new request; it is kept until the next one, since the answer comes later. */
export function makeRequest(audience: string): FiguresRequest {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const request = { audience, nonce: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') };
  try {
    localStorage.setItem(KEPT, JSON.stringify(request));
  } catch {
    // A browser that keeps nothing: the answer has to come while the page is open.
  }
  return request;
}

/** The last request of this browser. */
export function lastRequest(): FiguresRequest | undefined {
  try {
    const { audience, nonce } = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<FiguresRequest>;
    return typeof audience === 'string' && typeof nonce === 'string' ? { audience, nonce } : undefined;
  } catch {
    return undefined;
  }
}

/** Where the seller answers it. */
export function linkOf({ audience, nonce }: FiguresRequest): string {
  return `${location.origin}/#/figures?${new URLSearchParams({ audience, nonce }).toString()}`;
}
