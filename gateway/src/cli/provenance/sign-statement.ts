import {
  LedgerError,
  parseStatement,
  STATEMENT_MEDIA_TYPE,
  statementBytes,
  type ContentDigest,
  type SourceSignature,
  type Statement,
} from '@lianpiao/chaincode/domain';
import { readPrivateKey, signatureOver } from '../source-signature';

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
  return { statement, signature: signatureOver(statementBytes(statement), readPrivateKey(key)) };
}
