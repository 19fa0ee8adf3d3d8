import { LedgerError, parseSourceSignature, parseStatement, type ContentDigest } from '@lianpiao/chaincode/domain';
import { findAccess, type AccessOptions } from '../credentials';
import { callApi } from '../http-call';
import { readLimited, strictJsonOf } from '../read-file';
import { signStatement, type SignedStatement, type SignOptions } from './sign-statement';

const MAX_STATEMENT_BYTES = 64 * 1024;

export interface RegisterOptions extends AccessOptions, SignOptions {
  /** A file with a signed statement, in place of a key to sign with. */
  readonly statement?: string;
  readonly description?: string;
}

/** What the gateway answers, as far as it is told here. */
export interface RegisteredContent {
  readonly digest: string;
  readonly sequence: number;
  readonly time: string;
  readonly registrant: string;
  readonly repeated: boolean;
}

/**
 * Registers a file's digest with a signed statement: one from a file, or one that is made and signed here.
 * @throws LedgerError what the gateway refuses; FIELD_INVALID when the statement is about another file.
 */
export async function registerContent(digest: ContentDigest, options: RegisterOptions): Promise<RegisteredContent> {
  const signed = options.statement === undefined ? signStatement(digest, options, Date.now()) : readSigned(options.statement);
  if (signed.statement.digest !== digest) {
    throw new LedgerError('FIELD_INVALID', { path: '/statement/digest', found: signed.statement.digest, wanted: digest });
  }
  const access = findAccess(options, 'provider');
  const body = { ...signed, ...(options.description === undefined ? {} : { description: options.description }) };
  const { status, text } = await callApi({ method: 'POST', url: `${access.gateway}/v1/provenance`, apiKey: access.apiKey, body });
  const { sequence, time, registrant } = JSON.parse(text) as RegisteredContent;
  return { digest, sequence, time, registrant, repeated: status === 200 };
}

/** @throws LedgerError naming what is wrong with the file. */
function readSigned(path: string): SignedStatement {
  const value = strictJsonOf(readLimited(path, MAX_STATEMENT_BYTES));
  const { statement, signature } = (value ?? {}) as { statement?: unknown; signature?: unknown };
  return { statement: parseStatement(statement, '/statement'), signature: parseSourceSignature(signature, '/signature') };
}
