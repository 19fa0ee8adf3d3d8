import type { JsonValue } from '../encoding/canonical-json';
import { parseDigest } from '../encoding/digest';
import { MAX_JSON_DEPTH } from '../encoding/strict-json';
import { MAX_ENTRY_BYTES } from '../log/entry-bundle';
import { bytesFromBase64 } from '../encoding/base64';
import type { DisclosedField } from '../record/commitment';
import { isCommitEvidence, type CommitEvidence } from './commit-evidence';
import { isShallowJson } from './shallow-json';
import { CheckFailure } from './verdict';

export const BUNDLE_MEDIA_TYPE = 'application/vnd.lianpiao.bundle.v1+json';
/** The same with evidence of the commit. */
export const COMMITTED_BUNDLE_MEDIA_TYPE = 'application/vnd.lianpiao.bundle.v2+json';

/** Where the log's root was published: a pointer for online checks, never a proof. */
export interface AnchorPointer {
  readonly chainId: number;
  readonly contract: string;
  readonly transaction: string;
  readonly block: number;
}

/** The offline bundle as it is written: docs/formats.md, "Offline bundle". */
export interface Bundle {
  readonly mediaType: typeof BUNDLE_MEDIA_TYPE | typeof COMMITTED_BUNDLE_MEDIA_TYPE;
  /** Base64 of the exact bytes of the log's leaf. */
  readonly entry: string;
  /** A C2SP tlog-proof. */
  readonly proof: string;
  readonly document: { readonly fields: readonly DisclosedField[] };
  readonly anchors: readonly AnchorPointer[];
  /** In version 2, and only there. */
  readonly commit?: CommitEvidence;
}

/** What a verifier needs of a bundle that has the right form. */
export interface ParsedBundle {
  readonly entry: Uint8Array;
  readonly proof: string;
  readonly fields: readonly DisclosedField[];
  readonly commit: CommitEvidence | undefined;
}

const MAX_FIELDS = 20_000;
const MAX_ANCHORS = 64;
const MAX_NAME_LENGTH = 256;
const MAX_VALUE_DEPTH = 32;
const MAX_PROOF_LENGTH = 1_100_000;
const MEMBERS = ['mediaType', 'entry', 'proof', 'document', 'anchors'];
const SALT = /^[0-9a-f]{32}$/;

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Checks the form of a bundle (parsed JSON): these members, and no others.
 * @throws CheckFailure BUNDLE_UNSUPPORTED for another media type, BUNDLE_MALFORMED for anything else.
 */
export function parseBundle(value: unknown): ParsedBundle {
  const mediaType = isObject(value) ? value['mediaType'] : BUNDLE_MEDIA_TYPE;
  if (mediaType !== BUNDLE_MEDIA_TYPE && mediaType !== COMMITTED_BUNDLE_MEDIA_TYPE) {
    demand(isShallowJson(value, MAX_JSON_DEPTH));
    throw new CheckFailure('BUNDLE_UNSUPPORTED');
  }
  const bundle = exactObject(value, mediaType === BUNDLE_MEDIA_TYPE ? MEMBERS : [...MEMBERS, 'commit']);
  const { entry, proof, commit } = bundle as { entry: unknown; proof: unknown; commit?: unknown };
  const { fields } = exactObject(bundle['document'], ['fields']) as { fields: unknown };
  demand(typeof proof === 'string' && proof.length <= MAX_PROOF_LENGTH && proof.isWellFormed());
  demand(Array.isArray(fields) && fields.length <= MAX_FIELDS);
  checkAnchors(bundle['anchors']);
  const parsed = { entry: parseEntryBytes(entry), proof, fields: fields.map(parseField), commit: parseCommit(commit) };
  refuseDuplicates(parsed.fields);
  return parsed;
}

/** Undefined in version 1, which has no such member. */
function parseCommit(value: unknown): CommitEvidence | undefined {
  demand(value === undefined || isCommitEvidence(value, MAX_PROOF_LENGTH));
  return value;
}

function parseEntryBytes(value: unknown): Uint8Array {
  demand(typeof value === 'string' && value.length <= 2 * MAX_ENTRY_BYTES);
  const bytes = bytesFromBase64(value);
  demand(bytes !== undefined && bytes.length > 0 && bytes.length <= MAX_ENTRY_BYTES);
  return bytes;
}

function parseField(value: unknown): DisclosedField {
  if (isObject(value) && Object.hasOwn(value, 'digest')) {
    const digest = parseDigest(exactObject(value, ['digest'])['digest']);
    demand(digest !== undefined);
    return { digest };
  }
  const {
    name,
    salt,
    value: content,
  } = exactObject(value, ['name', 'salt', 'value']) as Record<'name' | 'salt' | 'value', unknown>;
  demand(typeof name === 'string' && name !== '' && name.length <= MAX_NAME_LENGTH && name.isWellFormed());
  demand(typeof salt === 'string' && SALT.test(salt));
  demand(isShallowJson(content, MAX_VALUE_DEPTH));
  return { name, salt, value: content };
}

function refuseDuplicates(fields: readonly DisclosedField[]): void {
  const names = fields.flatMap((field) => ('name' in field ? [field.name] : []));
  demand(new Set(names).size === names.length);
}

function checkAnchors(value: unknown): void {
  demand(Array.isArray(value) && value.length <= MAX_ANCHORS);
  for (const item of value) {
    const anchor = exactObject(item, ['chainId', 'contract', 'transaction', 'block']);
    demand(isCount(anchor['chainId']) && isCount(anchor['block']));
    demand(isText(anchor['contract'], /^0x[0-9a-fA-F]{40}$/) && isText(anchor['transaction'], /^0x[0-9a-f]{64}$/));
  }
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function exactObject(value: unknown, names: readonly string[]): JsonObject {
  demand(isObject(value));
  demand(Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name)));
  return value;
}

function demand(condition: boolean): asserts condition {
  if (!condition) throw new CheckFailure('BUNDLE_MALFORMED');
}

/** The open field of this name, when it is disclosed and holds an object. */
export function openObject(
  fields: readonly DisclosedField[],
  name: string,
): Readonly<Record<string, JsonValue | undefined>> | undefined {
  const field = fields.find((candidate) => 'name' in candidate && candidate.name === name);
  const value = field !== undefined && 'value' in field ? field.value : undefined;
  return isObject(value) ? value : undefined;
}
