import { parseFapiaoQr, type FapiaoQr } from '@lianpiao/chaincode/domain';

/** What somebody dropped, pasted or scanned. */
export type Input =
  | { readonly kind: 'bundle'; readonly value: unknown }
  | { readonly kind: 'qr'; readonly text: string; readonly qr: FapiaoQr }
  | { readonly kind: 'claim'; readonly url: string }
  | { readonly kind: 'unreadable' };

/** No bundle is larger: docs/formats.md, "Offline bundle". */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Tells what a text is; a text that is nothing of ours is said to be so. */
export function readInput(text: string): Input {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return readJson(trimmed);
  const claim = claimUrl(trimmed);
  if (claim !== undefined) return { kind: 'claim', url: claim };
  return /^\d\d,/.test(trimmed) ? { kind: 'qr', text: trimmed, qr: parseFapiaoQr(trimmed) } : { kind: 'unreadable' };
}

function readJson(text: string): Input {
  try {
    return { kind: 'bundle', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** The address behind a receipt's QR code: `/c/` and a code. */
function claimUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOurs = url !== undefined && /^https?:$/.test(url.protocol) && /^\/c\/[A-Za-z0-9_-]+$/.test(url.pathname);
  return isOurs ? url.href : undefined;
}
