import type { JsonValue } from '../encoding/canonical-json';
import { MAX_JSON_DEPTH } from '../encoding/strict-json';
import { MAX_ENTRY_BYTES } from '../log/entry-bundle';
import { bytesFromBase64 } from '../encoding/base64';
import type { DisclosedField } from '../record/commitment';
import { demand, exactObject, isCount, isObject, isText, parseFields } from './bundle-form';
import { isCommitEvidence, type CommitEvidence } from './commit-evidence';
import { isShallowJson } from './shallow-json';
import { parseStatusWay, type StatusWayGiven } from './status-way';
import type { StatusPair } from '../status/status-node';
import { CheckFailure } from './verdict';

export const BUNDLE_MEDIA_TYPE = 'application/vnd.lianpiao.bundle.v1+json';
/** The same with evidence of the commit. */
export const COMMITTED_BUNDLE_MEDIA_TYPE = 'application/vnd.lianpiao.bundle.v2+json';
/** The same with the invoice's status, and with or without evidence of the commit. */
export const STATUS_BUNDLE_MEDIA_TYPE = 'application/vnd.lianpiao.bundle.v3+json';

/** Where the log's root was published: a pointer for online checks, never a proof. */
export interface AnchorPointer {
  readonly chainId: number;
  readonly contract: string;
  readonly transaction: string;
  readonly block: number;
}

/** The offline bundle as it is written: docs/formats.md, "Offline bundle". */
export interface Bundle {
  readonly mediaType: typeof BUNDLE_MEDIA_TYPE | typeof COMMITTED_BUNDLE_MEDIA_TYPE | typeof STATUS_BUNDLE_MEDIA_TYPE;
  /** Base64 of the exact bytes of the log's leaf. */
  readonly entry: string;
  /** A C2SP tlog-proof. */
  readonly proof: string;
  readonly document: { readonly fields: readonly DisclosedField[] };
  readonly anchors: readonly AnchorPointer[];
  /** In version 2, and perhaps in version 3. */
  readonly commit?: CommitEvidence;
  /** In version 3, and only there. */
  readonly status?: StatusEvidence;
}

/**
 * What a bundle brings along to show where its invoice stands: the way to its place in the map of statuses, and the bundle of
 * the log's entry that seals the map's root. docs/formats.md, "Status".
 */
export interface StatusEvidence {
  /** A bundle of version 1 or 2 of an entry `status.sealed`, its field `what` open. */
  readonly seal: Bundle;
  /** Siblings in base64, lowest first. */
  readonly path: readonly string[];
  /** The status, where something has changed since the issue. */
  readonly fields?: readonly DisclosedField[];
  /** Another invoice's pair, which stands at the place alone: nothing has changed. */
  readonly other?: StatusPair;
}

/** What a verifier needs of a bundle that has the right form. */
export interface ParsedBundle {
  readonly entry: Uint8Array;
  readonly proof: string;
  readonly fields: readonly DisclosedField[];
  readonly commit: CommitEvidence | undefined;
  readonly status: ParsedStatus | undefined;
}

/** What stands at the invoice's place in the map, and the seal of that map's root. */
export interface ParsedStatus extends StatusWayGiven {
  readonly seal: ParsedBundle;
}

const MAX_ANCHORS = 64;
const MAX_PROOF_LENGTH = 1_100_000;
const MEDIA_TYPES: readonly unknown[] = [BUNDLE_MEDIA_TYPE, COMMITTED_BUNDLE_MEDIA_TYPE, STATUS_BUNDLE_MEDIA_TYPE];
const SEAL_MEDIA_TYPES: readonly unknown[] = [BUNDLE_MEDIA_TYPE, COMMITTED_BUNDLE_MEDIA_TYPE];
const MEMBERS = ['mediaType', 'entry', 'proof', 'document', 'anchors'];

/**
 * Checks the form of a bundle (parsed JSON): these members, and no others.
 * @throws CheckFailure BUNDLE_UNSUPPORTED for another media type, BUNDLE_MALFORMED for anything else.
 */
export function parseBundle(value: unknown): ParsedBundle {
  const mediaType = isObject(value) ? value['mediaType'] : BUNDLE_MEDIA_TYPE;
  if (!MEDIA_TYPES.includes(mediaType)) {
    demand(isShallowJson(value, MAX_JSON_DEPTH));
    throw new CheckFailure('BUNDLE_UNSUPPORTED');
  }
  demand(isObject(value));
  const { entry, proof, commit, status } = exactObject(value, membersOf(mediaType, value)) as Record<string, unknown>;
  demand(typeof proof === 'string' && proof.length <= MAX_PROOF_LENGTH && proof.isWellFormed());
  checkAnchors(value['anchors']);
  return {
    entry: parseEntryBytes(entry),
    proof,
    fields: parseFields(exactObject(value['document'], ['fields'])['fields']),
    commit: parseCommit(commit),
    status: status === undefined ? undefined : parseStatus(status),
  };
}

function membersOf(mediaType: unknown, value: object): readonly string[] {
  if (mediaType === BUNDLE_MEDIA_TYPE) return MEMBERS;
  const more = mediaType === COMMITTED_BUNDLE_MEDIA_TYPE ? ['commit'] : ['status'];
  return [...MEMBERS, ...more, ...(mediaType === STATUS_BUNDLE_MEDIA_TYPE && 'commit' in value ? ['commit'] : [])];
}

/** The seal is a bundle of its own, without a status. */
function parseStatus(value: unknown): ParsedStatus {
  demand(isObject(value) && isObject(value['seal']) && SEAL_MEDIA_TYPES.includes(value['seal']['mediaType']));
  return { ...parseStatusWay(value), seal: parseBundle(value['seal']) };
}

/** Undefined where a bundle has no such member. */
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

function checkAnchors(value: unknown): void {
  demand(Array.isArray(value) && value.length <= MAX_ANCHORS);
  for (const item of value) {
    const anchor = exactObject(item, ['chainId', 'contract', 'transaction', 'block']);
    demand(isCount(anchor['chainId']) && isCount(anchor['block']));
    demand(isText(anchor['contract'], /^0x[0-9a-fA-F]{40}$/) && isText(anchor['transaction'], /^0x[0-9a-f]{64}$/));
  }
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
