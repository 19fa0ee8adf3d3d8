import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Writable as NodeWritable } from 'node:stream';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import {
  EVIDENCE_MEDIA_TYPE,
  MANIFEST_NAME,
  MAX_FILE_BYTES,
  MAX_TOTAL_BYTES,
  type EvidenceFile,
  type EvidenceManifest,
  type Purpose,
} from './manifest';

/** A file that goes into a package. */
export interface FileToPack extends Omit<EvidenceFile, 'bytes' | 'sha256'> {
  readonly content: Uint8Array;
}

/**
 * Writes a package, file after file, with the manifest last: nothing is kept but the list. When it fails, what was written
 * has no directory and no manifest, and nobody can take it for a package.
 * @throws LedgerError EVIDENCE_TOO_LARGE, and what making the files throws.
 */
export async function pack(
  files: AsyncIterable<FileToPack>,
  { purpose, madeAt }: { readonly purpose: Purpose; readonly madeAt: Date },
  output: Writable,
): Promise<void> {
  const zip = new ZipWriter(NodeWritable.toWeb(output) as WritableStream<Uint8Array>, {
    useWebWorkers: false,
    lastModDate: madeAt,
    // Clocks and owners of this machine are nobody's evidence.
    extendedTimestamp: false,
  });
  const listed: EvidenceFile[] = [];
  let total = 0;
  for await (const { content, ...file } of files) {
    total += content.length;
    if (content.length > MAX_FILE_BYTES || total > MAX_TOTAL_BYTES)
      throw new LedgerError('EVIDENCE_TOO_LARGE', { path: file.path });
    await zip.add(file.path, new Uint8ArrayReader(content));
    listed.push({ ...file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
  }
  const manifest: EvidenceManifest = { mediaType: EVIDENCE_MEDIA_TYPE, purpose, madeAt: madeAt.toISOString(), files: listed };
  await zip.add(MANIFEST_NAME, new Uint8ArrayReader(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)));
  await zip.close();
}
