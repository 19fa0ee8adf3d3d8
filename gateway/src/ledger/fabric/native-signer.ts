import { sign, type KeyObject } from 'node:crypto';

/** Order of the group of P-256 (FIPS 186-5), and its half: Fabric takes a signature only when s is in the lower half. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const HALF_ORDER = ORDER >> 1n;
/** First byte of the half: a smaller one is in the lower half, a larger one is not. */
const HALF_FIRST_BYTE = 0x7f;
const SCALAR_BYTES = 32;

/**
 * ECDSA on P-256 with SHA-256 by OpenSSL, as Fabric wants it: ASN.1 DER with a low s. The clients' own signers are
 * JavaScript and take many times as long.
 */
export function signForFabric(key: KeyObject, message: Uint8Array): Buffer {
  const raw = sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' });
  const r = raw.subarray(0, SCALAR_BYTES);
  const s = lowS(raw.subarray(SCALAR_BYTES));
  const body = Buffer.concat([derInteger(r), derInteger(s)]);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}

function lowS(bytes: Buffer): Buffer {
  if ((bytes[0] ?? 0) < HALF_FIRST_BYTE) return bytes;
  const s = BigInt(`0x${bytes.toString('hex')}`);
  if (s <= HALF_ORDER) return bytes;
  return Buffer.from((ORDER - s).toString(16).padStart(2 * SCALAR_BYTES, '0'), 'hex');
}

/** A positive INTEGER (X.690, 8.3): no superfluous zero, and one where the first bit would say "negative". */
function derInteger(bytes: Buffer): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const value = bytes.subarray(start);
  const padded = (value[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), value]) : value;
  return Buffer.concat([Buffer.of(0x02, padded.length), padded]);
}
