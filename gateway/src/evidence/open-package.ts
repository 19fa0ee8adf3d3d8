import { LedgerError } from '@lianpiao/chaincode/domain';
import {
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_OVERLAPPING_ENTRY,
  ERR_UNSAFE_FILENAME,
  Reader,
  ZipReader,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js';
import { isEvidenceName, MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES } from './manifest';

/** Where the bytes of a package are: a file on a disk, or one that somebody dropped on a page. */
export interface PackageSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A package whose list of files was found to be harmless. Nothing is unpacked before it is asked for. */
export interface OpenPackage {
  readonly names: readonly string[];
  /** @throws LedgerError EVIDENCE_MALFORMED, EVIDENCE_UNSAFE, EVIDENCE_TOO_LARGE; EVIDENCE_CHANGED for a file that is not there. */
  read(name: string): Promise<Uint8Array>;
}

/** Everything in this thread, one file after the other: a page may have no workers, and memory is for one file. */
const OPTIONS = {
  strictness: 'strict',
  filenameValidation: 'strict',
  checkCrc32: true,
  checkOverlappingEntry: true,
  useWebWorkers: false,
} as const;
const UNSAFE: readonly string[] = [ERR_AMBIGUOUS_ARCHIVE, ERR_OVERLAPPING_ENTRY, ERR_UNSAFE_FILENAME];

/**
 * Opens a ZIP file and looks at its directory. Refused, before anything is unpacked: what could be read in two ways, names
 * that lead elsewhere or twice to one file, folders, links, encrypted files, and sizes beyond the limits.
 * @throws LedgerError EVIDENCE_MALFORMED, EVIDENCE_UNSAFE, EVIDENCE_TOO_LARGE.
 */
export async function openPackage(source: PackageSource): Promise<OpenPackage> {
  if (source.size > MAX_TOTAL_BYTES) throw tooLarge(`${String(source.size)} bytes`);
  const files = new Map<string, FileEntry>();
  let total = 0;
  try {
    const zip = new ZipReader(new SourceReader(source), OPTIONS);
    for await (const entry of zip.getEntriesGenerator(OPTIONS)) {
      const file = harmless(entry, files);
      total += file.uncompressedSize;
      if (total > MAX_TOTAL_BYTES) throw tooLarge('more bytes than allowed in all');
      files.set(file.filename, file);
      if (files.size > MAX_FILES) throw tooLarge('more files than allowed');
    }
  } catch (error) {
    throw refusalOf(error);
  }
  return {
    names: [...files.keys()],
    read: async (name) => {
      const file = files.get(name);
      if (file === undefined) throw new LedgerError('EVIDENCE_CHANGED', { path: name, found: 'no such file' });
      return unpack(file);
    },
  };
}

/** The type of a file in the upper half of its attributes (POSIX `st_mode`); 0 where no Unix made the archive. */
const FILE_TYPE = 0o170000;
const REGULAR: readonly number[] = [0, 0o100000];

function harmless(entry: Entry, before: ReadonlyMap<string, unknown>): FileEntry {
  const { filename, encrypted, symlink, unixMode = 0, uncompressedSize } = entry;
  const shown = filename.slice(0, 64);
  if (entry.directory || symlink || !REGULAR.includes(unixMode & FILE_TYPE)) throw unsafe('a folder, a link or a device', shown);
  if (encrypted) throw unsafe('an encrypted file', shown);
  if (!isEvidenceName(filename)) throw unsafe('a name that no file of a package has', shown);
  if (before.has(filename)) throw unsafe('two files of one name', shown);
  if (uncompressedSize > MAX_FILE_BYTES) throw tooLarge(shown);
  return entry;
}

/** The bytes of a file; never more than its entry says, whatever comes out of it. */
async function unpack(file: FileEntry): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.uncompressedSize);
  let length = 0;
  const writable = new WritableStream<Uint8Array>({
    write: (chunk) => {
      if (length + chunk.length > bytes.length) throw tooLarge(file.filename);
      bytes.set(chunk, length);
      length += chunk.length;
    },
  });
  try {
    await file.getData(writable, OPTIONS);
  } catch (error) {
    throw refusalOf(error);
  }
  if (length < bytes.length)
    throw new LedgerError('EVIDENCE_MALFORMED', { path: file.filename, found: 'fewer bytes than it says' });
  return bytes;
}

function refusalOf(error: unknown): LedgerError {
  if (error instanceof LedgerError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const known = UNSAFE.some((text) => message.startsWith(text));
  return new LedgerError(known ? 'EVIDENCE_UNSAFE' : 'EVIDENCE_MALFORMED', { found: message.slice(0, 200) }, { cause: error });
}

function unsafe(found: string, path: string): LedgerError {
  return new LedgerError('EVIDENCE_UNSAFE', { path, found });
}

function tooLarge(found: string): LedgerError {
  return new LedgerError('EVIDENCE_TOO_LARGE', { found });
}

/** A source in the library's terms. */
class SourceReader extends Reader<PackageSource> {
  readonly #source: PackageSource;

  constructor(source: PackageSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    return this.#source.read(offset, Math.min(length, this.#source.size - offset));
  }
}
