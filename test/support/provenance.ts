import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import {
  canonicalJson,
  parseSourceKey,
  STATEMENT_MEDIA_TYPE,
  statementBytes,
  type ContentDigest,
  type EntryFacts,
  type JsonValue,
  type RecordEntry,
  type SourceAlgorithm,
  type SourceSignature,
  type Statement,
} from '@lianpiao/chaincode/domain';

/** The digest of a text as content. */
export function digestOf(text: string): ContentDigest {
  return `sha256:${createHash('sha256').update(text).digest('hex')}` as ContentDigest;
}

/** A source: a key pair that signs statements. */
export interface Source {
  readonly algorithm: SourceAlgorithm;
  /** SPKI, base64. */
  readonly publicKey: string;
  /** PKCS #8 PEM. */
  readonly pem: string;
  sign(bytes: Uint8Array): SourceSignature;
}

export function source(algorithm: SourceAlgorithm = 'Ed25519'): Source {
  const { privateKey, publicKey: half } =
    algorithm === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = half.export({ format: 'der', type: 'spki' }).toString('base64');
  const value = (bytes: Uint8Array): Buffer =>
    algorithm === 'Ed25519'
      ? sign(null, bytes, privateKey)
      : sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return {
    algorithm,
    publicKey,
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    sign: (bytes) => ({ algorithm, publicKey, value: value(bytes).toString('base64') }),
  };
}

export function statementOf(digest: ContentDigest, parts: Partial<Statement> = {}): Statement {
  return {
    mediaType: STATEMENT_MEDIA_TYPE,
    digest,
    kind: 'dataset',
    source: '示例市水文站',
    method: 'hourly readings',
    madeAt: '2026-01-31T08:00:00Z',
    parents: [],
    ...parts,
  };
}

export interface Signed {
  readonly statement: Statement;
  readonly signature: SourceSignature;
}

export function signed(statement: Statement, by: Source): Signed {
  return { statement, signature: by.sign(statementBytes(statement)) };
}

/** The public facts of a registration. */
export function factsOf(
  registrant: string,
  { statement, signature }: Signed,
): Extract<EntryFacts, { type: 'provenance.registered' }> {
  const { digest, kind, parents } = statement;
  const { signer } = parseSourceKey(signature.publicKey, signature.algorithm, '');
  return { type: 'provenance.registered', digest, kind, parents, registrant, signer };
}

/** A command of any facts and private values, with the same seed for the same content. */
export function command(facts: EntryFacts, values: Readonly<Record<string, JsonValue>> = {}): RecordEntry {
  const all: Record<string, JsonValue> = {
    who: { key: 'test', organisation: 'test' },
    what: { ...facts },
    why: 'test',
    ...values,
  };
  const fields = Object.entries(all).map(([name, value]) => ({ name, text: canonicalJson(value) }));
  const seed = createHash('sha256').update(canonicalJson(all)).digest('hex');
  return { type: 'entry.record', facts, record: { seed, fields } };
}

/** The command that registers a signed statement. */
export function register(registrant: string, content: Signed): RecordEntry {
  return command(factsOf(registrant, content), { ...content });
}

/** The command of an event. */
export function event(
  organisation: string,
  name: 'licensed' | 'transferred' | 'used',
  digest: ContentDigest,
  to?: string,
): RecordEntry {
  return command({ type: 'provenance.event', digest, event: name, organisation, ...(to === undefined ? {} : { to }) });
}
