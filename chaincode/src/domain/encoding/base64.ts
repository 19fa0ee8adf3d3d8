const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = '=';
const PADDING_CODE = PADDING.charCodeAt(0);

/** The six bits of each character, by its code; -1 for a character that is none of the alphabet's. */
const BITS = new Int8Array(128).fill(-1);
for (let value = 0; value < ALPHABET.length; value += 1) BITS[ALPHABET.charCodeAt(value)] = value;

function bitsAt(text: string, at: number): number {
  return BITS[text.charCodeAt(at)] ?? -1;
}

/** Bytes as standard base64 with padding (RFC 4648 §4). */
export function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * Reads standard, padded base64 whose unused bits are zero, so that bytes have one text only; undefined for anything else.
 * Written out, since verifying a bundle reads twenty and more: several times as fast as `atob` and a look back.
 */
export function bytesFromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith(PADDING + PADDING) ? 2 : Number(text.endsWith(PADDING));
  const characters = text.length - padding;
  const bytes = new Uint8Array(Math.floor((characters * 6) / 8));
  let held = 0;
  let bits = 0;
  let filled = 0;
  for (let at = 0; at < characters; at += 1) {
    const value = bitsAt(text, at);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[filled] = held >> bits;
    filled += 1;
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

/** Two characters are twelve bits: three hexadecimal digits. */
const HEX_OF_PAIR = Array.from({ length: 4096 }, (_, bits) => bits.toString(16).padStart(3, '0'));
const HASH_CHARACTERS = 43;

/** Two characters for the twelve bits of three hexadecimal digits. */
const PAIR_OF_BITS = Array.from({ length: 4096 }, (_, bits) => `${ALPHABET[bits >> 6] ?? ''}${ALPHABET[bits & 63] ?? ''}`);
/** Half a byte by the code of its digit. */
const NIBBLES = new Uint8Array(128);
for (let value = 0; value < 16; value += 1) NIBBLES[value.toString(16).charCodeAt(0)] = value;

function nibbleAt(hex: string, at: number): number {
  return NIBBLES[hex.charCodeAt(at)] as number;
}

/** The base64 text of 32 bytes that are given as 64 lowercase hexadecimal characters. */
export function hashHexToBase64(hex: string): string {
  let text = '';
  for (let at = 0; at < 63; at += 3) {
    text += PAIR_OF_BITS[(nibbleAt(hex, at) << 8) | (nibbleAt(hex, at + 1) << 4) | nibbleAt(hex, at + 2)] as string;
  }
  return `${text}${ALPHABET[nibbleAt(hex, 63) << 2] ?? ''}${PADDING}`;
}

/**
 * Reads the one base64 text of 32 bytes that stands at a place of a longer text; false, with the bytes undefined, when
 * another text stands there.
 */
export function readHash(text: string, at: number, bytes: Uint8Array, offset: number): boolean {
  let bad = text.charCodeAt(at + HASH_CHARACTERS) === PADDING_CODE ? 0 : -1;
  let to = offset;
  for (let from = at; from < at + HASH_CHARACTERS - 3; from += 4) {
    const bits =
      (bitsAt(text, from) << 18) | (bitsAt(text, from + 1) << 12) | (bitsAt(text, from + 2) << 6) | bitsAt(text, from + 3);
    bad |= bits;
    bytes[to] = bits >> 16;
    bytes[to + 1] = bits >> 8;
    bytes[to + 2] = bits;
    to += 3;
  }
  const last = at + HASH_CHARACTERS - 3;
  const bits = (bitsAt(text, last) << 12) | (bitsAt(text, last + 1) << 6) | bitsAt(text, last + 2);
  bytes[to] = bits >> 10;
  bytes[to + 1] = bits >> 2;
  // A character that is none of the alphabet's is -1, and stays so; the last two bits have no use and must be zero.
  return (bad | bits) >= 0 && (bits & 3) === 0;
}

/** Reads the one base64 text of 32 bytes as 64 lowercase hexadecimal characters; undefined for anything else. */
export function hashHexFromBase64(text: string): string | undefined {
  if (text.length !== HASH_CHARACTERS + 1 || !text.endsWith(PADDING)) return undefined;
  let hex = '';
  for (let at = 0; at < HASH_CHARACTERS - 1; at += 2) {
    const [high, low] = [bitsAt(text, at), bitsAt(text, at + 1)];
    if (high < 0 || low < 0) return undefined;
    hex += HEX_OF_PAIR[(high << 6) | low] as string;
  }
  const last = bitsAt(text, HASH_CHARACTERS - 1);
  return last < 0 || (last & 3) !== 0 ? undefined : hex + (last >> 2).toString(16);
}
