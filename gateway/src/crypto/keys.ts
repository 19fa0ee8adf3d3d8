import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../error-code';
import { findOrGenerate } from './find-or-generate';
import { keyToken, type TokenKey } from './key-token';
import { KeyFileError } from './key-file-error';

/** Name of the signature algorithm as records carry it: ECDSA on P-256 with SHA-256, r ‖ s (RFC 7518 §3.4). */
export const SIGNATURE_ALGORITHM = 'ES256';

/** A private key that signs records, and how others know its public half. */
export interface SigningKey {
  readonly keyId: string;
  /** SPKI, base64. */
  readonly publicKey: string;
  sign(text: string): string;
}

/** First 16 hexadecimal characters of SHA-256 over the SPKI bytes. */
export function keyIdOf(publicKey: string): string {
  return hash('sha256', Buffer.from(publicKey, 'base64')).slice(0, 16);
}

const imported = new Map<string, KeyObject>();

function importKey(publicKey: string): KeyObject {
  let key = imported.get(publicKey);
  if (key === undefined) {
    key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    imported.set(publicKey, key);
  }
  return key;
}

/** Verifies an ES256 signature in base64 over the UTF-8 form of a text. */
export function verifySignature(publicKey: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return (
    bytes.length === 64 && verify('sha256', Buffer.from(text), { key: importKey(publicKey), dsaEncoding: 'ieee-p1363' }, bytes)
  );
}

function signingKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64'),
  };
}

/** A key that stays in the token; signing a block is one call to it. */
function tokenSigningKey(key: TokenKey): SigningKey {
  const publicKey = key.publicKey.toString('base64');
  return { keyId: keyIdOf(publicKey), publicKey, sign: (text) => key.sign(Buffer.from(text)).toString('base64') };
}

const GROUP_AND_OTHERS = 0o077;
/** In front of a secret that the token has encrypted. */
const WRAPPED = Buffer.from('lianpiao-wrapped-v1\n');

/** Writes a secret so that its owner alone can read it, whole or not at all; with a token, as only the token can open it. */
export function writeSecret(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const bytes = Buffer.from(content);
  const token = bytes.length === 0 ? undefined : keyToken();
  const written = token === undefined ? bytes : Buffer.concat([WRAPPED, token.wrap(bytes, basename(path))]);
  writeFileSync(path, written, { mode: 0o600, flag: 'wx', flush: true });
  chmodSync(path, 0o600);
}

/** @throws KeyFileError when others than the owner may read the file, or when it takes a token that is not there. */
export function readSecret(path: string): Buffer {
  if ((statSync(path).mode & GROUP_AND_OTHERS) !== 0)
    throw new KeyFileError('KEY_EXPOSED', `${path} can be read by others: chmod 600 it`);
  const content = readFileSync(path);
  if (!isWrapped(content)) return content;
  const token = keyToken();
  if (token === undefined) throw new KeyFileError('KEY_WRAPPED', `${path} is wrapped by a token: set LIANPIAO_KEYS=pkcs11`);
  return token.unwrap(content.subarray(WRAPPED.length), basename(path));
}

/** True for the bytes of a file that only the token opens. */
export function isWrapped(content: Buffer): boolean {
  return content.subarray(0, WRAPPED.length).equals(WRAPPED);
}

/** Beside the keys once a ledger is made: from then on a missing key is a loss, and never made anew. */
const MARKER = 'complete';

/** Says that all keys of a new ledger are made. */
export function markKeysComplete(folder: string): void {
  const path = join(folder, MARKER);
  if (!existsSync(path)) writeSecret(path, '');
}

/**
 * The secret in a file, made when there is none and the ledger is new. Of two processes that make it at once, both get
 * the same.
 * @param needed whether a missing one is a loss; by default when the ledger exists.
 * @throws Error when the secret of a ledger that exists is missing: another one would open, and prove, nothing.
 */
export function findOrMakeSecret(path: string, make: () => string | Buffer, needed = isNeeded(path)): Buffer {
  if (!existsSync(path)) {
    if (needed) throw new KeyFileError('KEY_MISSING', `${path} is missing: restore it from the backup of the keys`);
    makeSecret(path, make);
  }
  return readSecret(path);
}

/** Whether a missing secret is a loss: the ledger beside it exists. */
export function isNeeded(path: string): boolean {
  return existsSync(join(dirname(path), MARKER));
}

function makeSecret(path: string, make: () => string | Buffer): void {
  try {
    writeSecret(path, make());
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** Private keys as PEM files (PKCS #8) in one folder, one for each organisation that this operator signs for. */
export class KeyFolder {
  readonly #folder: string;
  readonly #keys = new Map<string, SigningKey>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(name: string): string {
    return join(this.#folder, `${name}.pem`);
  }

  /** The key of that name, or undefined when this operator does not hold it. */
  find(name: string): SigningKey | undefined {
    const key = this.#keys.get(name) ?? this.#inFolder(name) ?? this.#inToken(name);
    if (key !== undefined) this.#keys.set(name, key);
    return key;
  }

  /** Keys of a time before the token go on. */
  #inFolder(name: string): SigningKey | undefined {
    const path = this.#path(name);
    return existsSync(path) ? signingKey(createPrivateKey(readSecret(path))) : undefined;
  }

  #inToken(name: string): SigningKey | undefined {
    const key = keyToken()?.find(name, SIGNATURE_ALGORITHM);
    return key && tokenSigningKey(key);
  }

  /** @throws Error when this operator does not hold the key of that name. */
  require(name: string): SigningKey {
    const key = this.find(name);
    if (key === undefined)
      throw new KeyFileError('KEY_MISSING', `there is no key ${this.#path(name)}: restore it from the backup of the keys`);
    return key;
  }

  /** The key of that name, made and kept when there is none: for an organisation that is being registered. */
  findOrCreate(name: string): SigningKey {
    const token = keyToken();
    if (this.find(name) === undefined && token !== undefined) findOrGenerate(token, this.#folder, name, SIGNATURE_ALGORITHM);
    else if (this.find(name) === undefined) {
      makeSecret(this.#path(name), () =>
        generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }),
      );
    }
    return this.require(name);
  }
}
