/** The tokens that open invoices this phone has claimed, by claim code. */
const STORED_AS = 'lianpiao.held';
const MAX_HELD = 100;
const FRAGMENT = /^#h=(lph_[A-Za-z0-9_-]{43})$/;

/** A token in the address's fragment (a link that somebody sent) or one that is kept here. */
export function heldToken(code: string): string | undefined {
  const [, sent] = FRAGMENT.exec(location.hash) ?? [];
  return sent ?? read().find(([held]) => held === code)?.[1];
}

export function holdToken(code: string, token: string): void {
  const others = read().filter(([held]) => held !== code);
  try {
    localStorage.setItem(STORED_AS, JSON.stringify([[code, token], ...others].slice(0, MAX_HELD)));
  } catch {
    // Without storage the invoice is there until the page is closed; the same title gets it again.
  }
}

/** The address that opens the invoice for whoever has it. The token stands behind `#`, which a browser keeps to itself. */
export function shareLink(code: string, token: string): string {
  return `${location.origin}/c/${code}#h=${token}`;
}

function read(): (readonly [string, string])[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '[]');
    return Array.isArray(stored) ? (stored as [string, string][]) : [];
  } catch {
    return [];
  }
}
