import { utf8ToBytes } from '@noble/hashes/utils';
import { canonicalJson } from '../encoding/canonical-json';
import { oneOf, readObject, refuseUnknown, requiredText, type JsonObject } from '../encoding/reader';
import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import { parseContentDigest, type ContentDigest } from './content-digest';
import { CONTENT_KINDS, isParentList, MAX_PARENTS, type ContentKind } from './provenance-entries';
import { SOURCE_ALGORITHMS, type SourceAlgorithm } from './source-key';

export const STATEMENT_MEDIA_TYPE = 'application/vnd.lianpiao.provenance-statement.v1+json';

/** What a source says of a content it made: docs/formats.md, "Provenance statements". */
export type Statement = {
  readonly mediaType: typeof STATEMENT_MEDIA_TYPE;
  readonly digest: ContentDigest;
  readonly kind: ContentKind;
  /** Who or what made it: an office, a person, a sensor. */
  readonly source: string;
  /** How it was made. */
  readonly method: string;
  /** When it was made: RFC 3339 UTC. */
  readonly madeAt: string;
  /** What it was made from, none twice. */
  readonly parents: readonly ContentDigest[];
};

/** A source's signature over the RFC 8785 text of its statement. */
export type SourceSignature = {
  readonly algorithm: SourceAlgorithm;
  /** SPKI (DER), base64. */
  readonly publicKey: string;
  /** 64 bytes, base64; for ES256 r ‖ s. */
  readonly value: string;
};

const TEXT_LENGTH = 300;
const KEY_LENGTH = 200;
const STATEMENT_MEMBERS = new Set(['mediaType', 'digest', 'kind', 'source', 'method', 'madeAt', 'parents']);
const SIGNATURE_MEMBERS = new Set(['algorithm', 'publicKey', 'value']);

/** @throws LedgerError naming the path of the first wrong member. */
export function parseStatement(value: unknown, path: string): Statement {
  const object = readObject(value, path);
  refuseUnknown(object, STATEMENT_MEMBERS, path);
  return {
    mediaType: oneOf(object, 'mediaType', [STATEMENT_MEDIA_TYPE], path),
    digest: parseContentDigest(object['digest'], `${path}/digest`),
    kind: oneOf(object, 'kind', CONTENT_KINDS, path),
    source: requiredText(object, 'source', TEXT_LENGTH, path),
    method: requiredText(object, 'method', TEXT_LENGTH, path),
    madeAt: readTime(object, path),
    parents: readParents(object['parents'], `${path}/parents`),
  };
}

function readTime(object: JsonObject, path: string): string {
  const text = requiredText(object, 'madeAt', TEXT_LENGTH, path);
  if (parseTime(text) === undefined) throw new LedgerError('TIME_MALFORMED', { path: `${path}/madeAt` });
  return text;
}

function readParents(value: unknown, path: string): readonly ContentDigest[] {
  if (value === undefined) throw new LedgerError('FIELD_MISSING', { path });
  if (isParentList(value)) return value;
  throw new LedgerError('FIELD_INVALID', { path, wanted: `at most ${String(MAX_PARENTS)} digests, none twice` });
}

/** @throws LedgerError naming the path of the first wrong member. */
export function parseSourceSignature(value: unknown, path: string): SourceSignature {
  const object = readObject(value, path);
  refuseUnknown(object, SIGNATURE_MEMBERS, path);
  return {
    algorithm: oneOf(object, 'algorithm', SOURCE_ALGORITHMS, path),
    publicKey: requiredText(object, 'publicKey', KEY_LENGTH, path),
    value: requiredText(object, 'value', KEY_LENGTH, path),
  };
}

/** The bytes that a source signs: UTF-8 of the statement's RFC 8785 text. */
export function statementBytes(statement: Statement): Uint8Array {
  return utf8ToBytes(canonicalJson(statement));
}
