import {
  LedgerError,
  oneOf,
  readArray,
  readObject,
  refuseUnknown,
  requiredInteger,
  requiredText,
  parseTime,
  type JsonObject,
} from '@lianpiao/chaincode/domain';

export const EVIDENCE_MEDIA_TYPE = 'application/vnd.lianpiao.evidence.v1+json';
/** What a package is made for. It changes nothing in it; it says why somebody holds it. */
export const PURPOSES = ['archive', 'audit', 'dispute'] as const;
export type Purpose = (typeof PURPOSES)[number];
const KINDS = ['bundle', 'document', 'time-line', 'trust', 'page'] as const;
/** The documents of an invoice: the one it was issued from, and papers that were made of its record. */
export const FORMATS = ['original', 'pdf', 'ubl', 'einvoice'] as const;
export type Format = (typeof FORMATS)[number];

/** What a package may hold. docs/formats.md, "Evidence package". */
export const MANIFEST_NAME = 'manifest.json';
export const MAX_FILES = 6000;
export const MAX_FILE_BYTES = 32 * 1024 * 1024;
export const MAX_TOTAL_BYTES = 512 * 1024 * 1024;
/** Small letters, digits, `.` and `-`; one folder at most: the same name on every system, and none that leads elsewhere. */
const NAME = /^(?:[a-z0-9][a-z0-9.-]{0,63}\/)?[a-z0-9][a-z0-9.-]{0,63}$/;

/** One file of a package. */
export interface EvidenceFile {
  readonly path: string;
  readonly kind: (typeof KINDS)[number];
  readonly bytes: number;
  /** SHA-256, 64 hexadecimal characters. */
  readonly sha256: string;
  /** The invoice that a bundle or a document is of. */
  readonly number?: string;
  readonly format?: Format;
}

/** The list of what a package holds. */
export interface EvidenceManifest {
  readonly mediaType: typeof EVIDENCE_MEDIA_TYPE;
  readonly purpose: Purpose;
  /** RFC 3339 UTC; nobody vouches for it. */
  readonly madeAt: string;
  readonly files: readonly EvidenceFile[];
}

export function isEvidenceName(name: string): boolean {
  return NAME.test(name) && !name.includes('..');
}

const MANIFEST_KEYS: ReadonlySet<string> = new Set(['mediaType', 'purpose', 'madeAt', 'files']);
const FILE_KEYS: ReadonlySet<string> = new Set(['path', 'kind', 'bytes', 'sha256', 'number', 'format']);

/** Reads a manifest. @throws LedgerError EVIDENCE_MALFORMED, naming the member; the reader's code is its cause. */
export function parseManifest(value: unknown): EvidenceManifest {
  try {
    const object = readObject(value, '');
    if (object['mediaType'] !== EVIDENCE_MEDIA_TYPE)
      throw new LedgerError('EVIDENCE_MALFORMED', { path: '/mediaType', wanted: EVIDENCE_MEDIA_TYPE });
    refuseUnknown(object, MANIFEST_KEYS, '');
    const madeAt = requiredText(object, 'madeAt', 40, '');
    if (parseTime(madeAt) === undefined) throw new LedgerError('TIME_MALFORMED', { path: '/madeAt' });
    const files = readArray(object['files'], 1, MAX_FILES, '/files').map((file, index) => readFile(file, index));
    if (new Set(files.map(({ path }) => path)).size < files.length)
      throw new LedgerError('EVIDENCE_MALFORMED', { path: '/files', found: 'a file listed twice' });
    return { mediaType: EVIDENCE_MEDIA_TYPE, purpose: oneOf(object, 'purpose', PURPOSES, ''), madeAt, files };
  } catch (cause) {
    if (!(cause instanceof LedgerError) || cause.code === 'EVIDENCE_MALFORMED') throw cause;
    throw new LedgerError('EVIDENCE_MALFORMED', { ...cause.detail, found: `${MANIFEST_NAME}: ${cause.code}` }, { cause });
  }
}

function readFile(value: unknown, index: number): EvidenceFile {
  const at = `/files/${String(index)}`;
  const object = readObject(value, at);
  refuseUnknown(object, FILE_KEYS, at);
  const path = requiredText(object, 'path', 200, at);
  if (!isEvidenceName(path) || path === MANIFEST_NAME) throw new LedgerError('FIELD_INVALID', { path: `${at}/path` });
  const kind = oneOf(object, 'kind', KINDS, at);
  return {
    path,
    kind,
    bytes: requiredInteger(object, 'bytes', 0, MAX_FILE_BYTES, at),
    sha256: matching(object, 'sha256', /^[0-9a-f]{64}$/, at),
    ...(kind === 'bundle' || kind === 'document' ? { number: matching(object, 'number', /^\d{20}$/, at) } : {}),
    ...(kind === 'document' ? { format: oneOf(object, 'format', FORMATS, at) } : {}),
  };
}

function matching(object: JsonObject, key: string, pattern: RegExp, at: string): string {
  const text = requiredText(object, key, 100, at);
  if (!pattern.test(text)) throw new LedgerError('FIELD_INVALID', { path: `${at}/${key}` });
  return text;
}
