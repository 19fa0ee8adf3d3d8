import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  scryptSync,
  type KeyObject,
} from 'node:crypto';
import { LedgerError, readObject } from '@lianpiao/chaincode/domain';

/** For whom the private part of an archive is encrypted: who knows a passphrase, or who holds an X25519 key. */
export type Recipient = { readonly passphrase: string } | { readonly publicKey: KeyObject };
/** With what it is opened. */
export type Opener = { readonly passphrase: string } | { readonly privateKey: KeyObject };

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SALT_BYTES = 16;
const LABEL = 'lianpiao-ledger 1';
/** RFC 7914 cost: about half a second and 128 MiB. Bounds keep a hostile file from asking for more. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const MAX_N = 2 ** 20;
const MAX_MEMORY = 2 ** 31 - 1;
export const MIN_PASSPHRASE = 12;

/**
 * A new content key and the body of the frame that carries it, wrapped for its recipient. Each part that a run writes has
 * a key of its own, so an export can be gone on with although nobody keeps the key of the part before.
 * @throws LedgerError FIELD_INVALID for a passphrase that is too short, or a key that is not X25519.
 */
export function newContentKey(recipient: Recipient): { readonly key: Buffer; readonly body: Buffer } {
  const key = randomBytes(KEY_BYTES);
  const { facts, wrappingKey } =
    'passphrase' in recipient ? fromPassphrase(recipient.passphrase) : forHolder(recipient.publicKey);
  const wrapped = seal(wrappingKey, Buffer.from(LABEL), key).toString('base64');
  return { key, body: Buffer.from(JSON.stringify({ ...facts, wrapped })) };
}

/** The content key of a frame. @throws LedgerError ARCHIVE_KEY_WRONG. */
export function openContentKey(body: Buffer, opener: Opener): Buffer {
  const facts = readObject(JSON.parse(body.toString()), '');
  const wrappingKey = 'passphrase' in opener ? againFromPassphrase(facts, opener.passphrase) : byHolder(facts, opener.privateKey);
  return open(wrappingKey, Buffer.from(LABEL), bytesOf(facts, 'wrapped'));
}

/** Nonce, tag, ciphertext. */
export function seal(key: Buffer, place: Buffer, content: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(place);
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws LedgerError ARCHIVE_KEY_WRONG when key, place or a byte is another. */
export function open(key: Buffer, place: Buffer, sealed: Buffer): Buffer {
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES }).setAAD(place);
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new LedgerError('ARCHIVE_KEY_WRONG', {}, { cause });
  }
}

interface Wrapping {
  readonly facts: Readonly<Record<string, string | number>>;
  readonly wrappingKey: Buffer;
}

function fromPassphrase(passphrase: string): Wrapping {
  if (passphrase.length < MIN_PASSPHRASE)
    throw new LedgerError('FIELD_INVALID', { path: '/passphrase', wanted: `at least ${String(MIN_PASSPHRASE)} characters` });
  const salt = randomBytes(SALT_BYTES);
  const facts = { by: 'scrypt', salt: salt.toString('base64'), ...COST };
  return { facts, wrappingKey: stretch(passphrase, salt, COST) };
}

function againFromPassphrase(facts: Readonly<Record<string, unknown>>, passphrase: string): Buffer {
  const { by, N, r, p } = facts;
  const isFine = (value: unknown, most: number): value is number =>
    Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= most;
  if (by !== 'scrypt' || !isFine(N, MAX_N) || (N & (N - 1)) !== 0 || !isFine(r, 16) || !isFine(p, 4))
    throw new LedgerError('ARCHIVE_KEY_WRONG', { found: String(by), wanted: 'what was encrypted with a passphrase' });
  return stretch(passphrase, bytesOf(facts, 'salt'), { N, r, p });
}

function stretch(passphrase: string, salt: Buffer, cost: typeof COST): Buffer {
  return scryptSync(passphrase.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem: MAX_MEMORY });
}

function forHolder(publicKey: KeyObject): Wrapping {
  requireX25519(publicKey);
  const own = generateKeyPairSync('x25519');
  const facts = { by: 'x25519', ephemeral: spki(own.publicKey).toString('base64'), to: spki(publicKey).toString('base64') };
  return { facts, wrappingKey: agree(own.privateKey, publicKey, spki(own.publicKey), spki(publicKey)) };
}

function byHolder(facts: Readonly<Record<string, unknown>>, privateKey: KeyObject): Buffer {
  requireX25519(privateKey);
  const own = spki(createPublicKey(privateKey));
  if (facts['by'] !== 'x25519' || !bytesOf(facts, 'to').equals(own))
    throw new LedgerError('ARCHIVE_KEY_WRONG', { wanted: 'the key of another recipient, or a passphrase' });
  const ephemeral = bytesOf(facts, 'ephemeral');
  try {
    return agree(privateKey, createPublicKey({ key: ephemeral, format: 'der', type: 'spki' }), ephemeral, own);
  } catch (cause) {
    throw new LedgerError('ARCHIVE_KEY_WRONG', {}, { cause });
  }
}

/** HKDF-SHA-256 (RFC 5869) over the X25519 secret (RFC 7748), bound to both public keys. */
function agree(privateKey: KeyObject, publicKey: KeyObject, ephemeral: Buffer, to: Buffer): Buffer {
  const secret = diffieHellman({ privateKey, publicKey });
  return Buffer.from(hkdfSync('sha256', secret, Buffer.concat([ephemeral, to]), LABEL, KEY_BYTES));
}

function requireX25519(key: KeyObject): void {
  if (key.asymmetricKeyType !== 'x25519') throw new LedgerError('FIELD_INVALID', { path: '/key', wanted: 'an X25519 key' });
}

function spki(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' });
}

function bytesOf(facts: Readonly<Record<string, unknown>>, name: string): Buffer {
  const value = facts[name];
  return Buffer.from(typeof value === 'string' ? value : '', 'base64');
}

/** A recipient's key from PEM. @throws LedgerError FIELD_INVALID. */
export function recipientOf(pem: Buffer): Recipient {
  return { publicKey: parsed(() => createPublicKey(pem)) };
}

/** @throws LedgerError FIELD_INVALID. */
export function openerOf(pem: Buffer): Opener {
  return { privateKey: parsed(() => createPrivateKey(pem)) };
}

function parsed(parse: () => KeyObject): KeyObject {
  try {
    const key = parse();
    requireX25519(key);
    return key;
  } catch (cause) {
    throw new LedgerError('FIELD_INVALID', { path: '/key', wanted: 'an X25519 key as PEM' }, { cause });
  }
}
