import { bytesFromBase64, bytesToBase64 } from '@lianpiao/chaincode/domain';

/** Bytes as base64url without padding (RFC 4648 §5), in Node and in a browser alike. */
export function toBase64url(bytes: Uint8Array): string {
  return bytesToBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @returns undefined for what {@link toBase64url} does not make. */
export function fromBase64url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  return bytesFromBase64(padded.replaceAll('-', '+').replaceAll('_', '/'));
}
