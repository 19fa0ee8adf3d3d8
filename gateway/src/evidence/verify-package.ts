import {
  hasher,
  LedgerError,
  parseStrictJson,
  verifyBundle,
  type ErrorCode,
  type JsonValue,
  type SignatureVerifier,
  type StatusAsk,
  type TrustFile,
  type Verdict,
} from '@lianpiao/chaincode/domain';
import { MANIFEST_NAME, parseManifest, type EvidenceFile, type EvidenceManifest } from './manifest';
import { openPackage, type OpenPackage, type PackageSource } from './open-package';

/** The verdict on one bundle of a package. */
export interface PackedBundle extends Omit<Verdict, 'reason'> {
  readonly path: string;
  readonly number: string;
  readonly reason?: Verdict['reason'] | ErrorCode;
}

/** A document of a package. */
export interface PackedDocument {
  readonly path: string;
  readonly number: string;
  readonly format: string;
  /**
   * `proven`: it is the document whose digest a valid bundle commits to; `copy`: a paper made of the record, unchanged since
   * the package was made, but the bundle is what proves; `differing`: not the document that the bundle commits to.
   */
  readonly bound: 'proven' | 'copy' | 'differing';
}

export interface PackageReport {
  readonly result: Verdict['result'];
  /** Why the package as a whole is not valid; the reasons of single bundles stand with them. */
  readonly reason?: ErrorCode | Verdict['reason'];
  readonly error?: { readonly code: ErrorCode } & LedgerError['detail'];
  readonly manifest?: EvidenceManifest;
  readonly bundles: readonly PackedBundle[];
  readonly documents: readonly PackedDocument[];
}

/** Nobody: everything is checked that needs no trust. */
const NO_TRUST: TrustFile = { logs: [], witnesses: [], quorum: 0 };
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Verifies a whole package: it is safe to open, every file is the one that the manifest lists and no other is there, every
 * bundle verifies, and every original is the document that its bundle commits to. Whom to trust comes from outside: the
 * trust file inside is there to be compared, and is not believed.
 * @param ask where every invoice of the package has to stand.
 */
export async function verifyPackage(
  source: PackageSource,
  trust: TrustFile | undefined,
  signatures: SignatureVerifier,
  ask?: StatusAsk,
): Promise<PackageReport> {
  const bundles: PackedBundle[] = [];
  const documents: PackedDocument[] = [];
  try {
    const opened = await openPackage(source);
    const manifest = await readManifest(opened);
    const originals = new Map<string, string>();
    // Bundles first: documents are compared with what they commit to.
    const inOrder = [...manifest.files].sort((left, right) => Number(right.kind === 'bundle') - Number(left.kind === 'bundle'));
    for (const file of inOrder) {
      const bytes = await unchanged(opened, file);
      if (file.kind === 'bundle') {
        const { bundle, original } = judgeBundle(file, bytes, (value) => verifyBundle(value, trust ?? NO_TRUST, signatures, ask));
        bundles.push(bundle);
        if (original !== undefined) originals.set(bundle.number, original);
      } else if (file.kind === 'document') documents.push(judgeDocument(file, originals));
    }
    return { ...overall(bundles, documents), manifest, bundles, documents };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { result: 'invalid', reason: error.code, error: { code: error.code, ...error.detail }, bundles, documents };
  }
}

async function readManifest(opened: OpenPackage): Promise<EvidenceManifest> {
  if (!opened.names.includes(MANIFEST_NAME)) throw new LedgerError('EVIDENCE_MALFORMED', { found: `no ${MANIFEST_NAME}` });
  const manifest = parseManifest(jsonOf(await opened.read(MANIFEST_NAME), MANIFEST_NAME));
  const listed = new Set([MANIFEST_NAME, ...manifest.files.map(({ path }) => path)]);
  const stranger = opened.names.find((name) => !listed.has(name));
  if (stranger !== undefined) throw new LedgerError('EVIDENCE_CHANGED', { path: stranger, found: 'a file that is not listed' });
  if (!manifest.files.some(({ kind }) => kind === 'bundle')) throw new LedgerError('EVIDENCE_MALFORMED', { found: 'no bundle' });
  return manifest;
}

/** The bytes of a file that are the listed ones. @throws LedgerError EVIDENCE_CHANGED. */
async function unchanged(opened: OpenPackage, { path, bytes: length, sha256 }: EvidenceFile): Promise<Uint8Array> {
  const bytes = await opened.read(path);
  if (bytes.length !== length || (hasher().sha256(bytes) as string) !== sha256)
    throw new LedgerError('EVIDENCE_CHANGED', { path, found: 'other bytes than listed' });
  return bytes;
}

interface Judged {
  readonly bundle: PackedBundle;
  /** Digest of the document that a bundle which did not turn out wrong commits to. */
  readonly original?: string;
}

function judgeBundle(file: EvidenceFile, bytes: Uint8Array, judge: (value: JsonValue) => Verdict): Judged {
  const { path, number = '' } = file;
  const value = jsonOf(bytes, path);
  const verdict = judge(value);
  if (verdict.result !== 'invalid' && verdict.summary.number !== undefined && verdict.summary.number !== number)
    throw new LedgerError('EVIDENCE_CHANGED', { path, found: 'the bundle of another invoice' });
  const original = verdict.result === 'invalid' ? undefined : originalOf(value);
  return { bundle: { path, number, ...verdict }, ...(original === undefined ? {} : { original }) };
}

/** The digest in the open field `original` of what has the form of a bundle. */
function originalOf(value: JsonValue): string | undefined {
  const { document } = value as unknown as { document: { fields: readonly { name?: string; value?: unknown }[] } };
  const original = document.fields.find(({ name }) => name === 'original')?.value as { digest?: unknown } | null | undefined;
  return typeof original?.digest === 'string' ? original.digest : undefined;
}

function judgeDocument(
  { path, number = '', format, sha256 }: EvidenceFile,
  originals: ReadonlyMap<string, string>,
): PackedDocument {
  if (format !== 'original') return { path, number, format: format ?? '', bound: 'copy' };
  return { path, number, format, bound: originals.get(number) === `sha256:${sha256}` ? 'proven' : 'differing' };
}

/** One wrong part makes the whole wrong; else one that nobody knows makes the whole unknown. */
function overall(
  bundles: readonly PackedBundle[],
  documents: readonly PackedDocument[],
): Pick<PackageReport, 'result' | 'reason'> {
  const worst = bundles.find(({ result }) => result === 'invalid') ?? bundles.find(({ result }) => result === 'unknown');
  if (worst?.result !== 'invalid' && documents.some(({ bound }) => bound === 'differing'))
    return { result: 'invalid', reason: 'EVIDENCE_CHANGED' };
  if (worst === undefined) return { result: 'valid' };
  return { result: worst.result, ...(worst.reason === undefined ? {} : { reason: worst.reason }) };
}

function jsonOf(bytes: Uint8Array, path: string): JsonValue {
  try {
    return parseStrictJson(UTF8.decode(bytes));
  } catch (cause) {
    throw new LedgerError('EVIDENCE_MALFORMED', { path, found: 'no strict JSON' }, { cause });
  }
}
