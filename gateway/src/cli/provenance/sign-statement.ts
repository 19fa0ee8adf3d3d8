import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import {
  LedgerError,
  parseStatement,
  STATEMENT_MEDIA_TYPE,
  statementBytes,
  type ContentDigest,
  type SourceSignature,
  type Statement,
} from '@lianpiao/chaincode/domain';
import { readLimited } from '../read-file';

const MAX_KEY_BYTES = 64 * 1024;

/** What the command line says of a content. */
export interface SignOptions {
  readonly key?: string;
  readonly source?: string;
  readonly method?: string;
  readonly kind?: string;
  readonly madeAt?: string;
  readonly parent?: readonly string[];
}

/** A statement with its source's signature, as a file holds it and as `POST /v1/provenance` takes it. */
export interface SignedStatement {
  readonly statement: Statement;
  readonly signature: SourceSignature;
}

/**
 * Makes the statement of a content and signs it with a private key in PEM: Ed25519, or ECDSA on P-256.
 * @throws LedgerError FIELD_MISSING, FIELD_INVALID and others of a malformed statement; NOT_FOUND for the key's file.
 */
export function signStatement(digest: ContentDigest, options: SignOptions, now: number): SignedStatement {
  const { key, source, method, kind = 'document', madeAt = new Date(now).toISOString(), parent: parents = [] } = options;
  if (key === undefined) throw new LedgerError('FIELD_MISSING', { path: '/key', wanted: '--key' });
  const given = { mediaType: STATEMENT_MEDIA_TYPE, digest, kind, source, method, madeAt, parents };
  const statement = parseStatement(given, '/statement');
  return { statement, signature: signatureOf(statement, readKey(key)) };
}

/** @throws LedgerError FIELD_INVALID. */
function readKey(path: string): KeyObject {
  const pem = readLimited(path, MAX_KEY_BYTES);
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new LedgerError('FIELD_INVALID', { path: '/key', wanted: 'a private key in PEM' }, { cause });
  }
}

function signatureOf(statement: Statement, key: KeyObject): SourceSignature {
  const bytes = statementBytes(statement);
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  if (key.asymmetricKeyType === 'ed25519') {
    return { algorithm: 'Ed25519', publicKey, value: sign(null, bytes, key).toString('base64') };
  }
  if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1') {
    return { algorithm: 'ES256', publicKey, value: sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }).toString('base64') };
  }
  throw new LedgerError('FIELD_INVALID', { path: '/key', wanted: 'a key for Ed25519 or for ECDSA on P-256' });
}
