import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RecordField, SealedRecord } from '@lianpiao/chaincode/domain';

/** Records of consecutive entries as they are stored together. */
export interface PayloadChunk {
  /** Sequence of the first record's entry. */
  readonly first: number;
  readonly count: number;
  /** Nonce (12 bytes), tag (16 bytes), ciphertext: AES-256-GCM over the compressed texts. */
  readonly data: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Nonce and tag, in front of the ciphertext. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES;
const CIPHER = 'aes-256-gcm';
/** Between texts: canonical JSON holds no line feed, so no text holds two. */
const SEPARATOR = '\n\n';
/** The fastest level: higher ones save little on short, similar records (docs/performance.md). */
const DEFLATE_LEVEL = 1;
/** What a chunk may grow to when it is opened: 32 of the largest invoices. */
const MAX_CHUNK_BYTES = 64 * 1024 * 1024;

/**
 * Records compressed and encrypted together: one call each and one row serve 32, which share much of their text and take
 * a fifth of their size; reading one opens about 25 kB.
 */
export const CHUNK_RECORDS = 32;

/** Keys of which one opens a chunk. */
export interface ChunkKeys {
  /** Newest first. */
  readonly all: readonly KeyObject[];
  /** Looks for keys that came since; false when there are none. */
  refresh(): boolean;
}

/** Texts of consecutive records, compressed: all that can be done before their place in the ledger is known. */
export interface PackedTexts {
  readonly count: number;
  readonly body: Buffer;
}

/** Compresses the texts of records; an erased one is the empty text. */
export function packTexts(texts: readonly string[]): PackedTexts {
  return { count: texts.length, body: deflateRawSync(Buffer.from(texts.join(SEPARATOR)), { level: DEFLATE_LEVEL }) };
}

/** Packs records, {@link CHUNK_RECORDS} together; undefined in the place of one that this organisation does not have. */
export function packRecords(records: readonly (SealedRecord | undefined)[]): PackedTexts[] {
  const packed: PackedTexts[] = [];
  for (let offset = 0; offset < records.length; offset += CHUNK_RECORDS) {
    const part = records.slice(offset, offset + CHUNK_RECORDS);
    packed.push(packTexts(part.map((record) => (record === undefined ? '' : recordText(record)))));
  }
  return packed;
}

/** Encrypts packed texts for the place of the first one. */
export function sealChunk(key: KeyObject, first: number, { count, body }: PackedTexts): PayloadChunk {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(additionalData(first));
  const encrypted = cipher.update(body);
  cipher.final();
  return { first, count, data: Buffer.concat([nonce, cipher.getAuthTag(), encrypted]) };
}

/** @throws Error when a byte of the chunk was changed: GCM authenticates it together with its place. */
export function openChunk(key: ChunkKeys | KeyObject, chunk: PayloadChunk): string[] {
  return openBytes(key, chunk).toString('utf8').split(SEPARATOR);
}

/** One text of a chunk, for whoever needs no more: making texts of all the bytes costs as much as opening them. */
export function openText(key: ChunkKeys | KeyObject, chunk: PayloadChunk, index: number): string {
  const bytes = openBytes(key, chunk);
  let start = 0;
  for (let passed = 0; passed < index; passed += 1) start = bytes.indexOf(SEPARATOR, start) + SEPARATOR.length;
  const end = bytes.indexOf(SEPARATOR, start);
  return bytes.toString('utf8', start, end < 0 ? bytes.length : end);
}

/** The chunk under another key; undefined when it is under that one already. @throws Error when no key opens it. */
export function resealChunk(keys: ChunkKeys, newest: KeyObject, chunk: PayloadChunk): PayloadChunk | undefined {
  if (tryDecrypt(newest, chunk) !== undefined) return undefined;
  return sealChunk(newest, chunk.first, { count: chunk.count, body: decrypt(keys, chunk) });
}

function openBytes(key: ChunkKeys | KeyObject, chunk: PayloadChunk): Buffer {
  const body = 'all' in key ? decrypt(key, chunk) : decryptWith(key, chunk);
  return inflateRawSync(body, { maxOutputLength: MAX_CHUNK_BYTES });
}

/** By the newest key that opens it: a chunk carries no name of its key, and GCM tells the right one from all others. */
function decrypt(keys: ChunkKeys, chunk: PayloadChunk): Buffer {
  for (const key of keys.all) {
    const body = tryDecrypt(key, chunk);
    if (body !== undefined) return body;
  }
  if (keys.refresh()) return decrypt(keys, chunk);
  throw new Error(`no key opens the records from entry ${String(chunk.first)} on`);
}

function tryDecrypt(key: KeyObject, chunk: PayloadChunk): Buffer | undefined {
  try {
    return decryptWith(key, chunk);
  } catch {
    return undefined;
  }
}

function decryptWith(key: KeyObject, { first, data }: PayloadChunk): Buffer {
  const decipher = createDecipheriv(CIPHER, key, data.subarray(0, NONCE_BYTES));
  decipher.setAAD(additionalData(first));
  decipher.setAuthTag(data.subarray(NONCE_BYTES, SEAL_BYTES));
  return Buffer.concat([decipher.update(data.subarray(SEAL_BYTES)), decipher.final()]);
}

function additionalData(first: number): Buffer {
  return Buffer.from(`lianpiao-payload-v1:${String(first)}`);
}

/** A record is its seed and one field a line: canonical JSON holds no line feed. An erased one is the empty text. */
export function recordText(record: SealedRecord | undefined): string {
  if (record === undefined) return '';
  let text = record.seed;
  for (const field of record.fields) text += `\n${field.name} ${field.text}`;
  return text;
}

/** Reads what {@link recordText} wrote; undefined for an erased record. */
export function parseRecord(text: string): SealedRecord | undefined {
  if (text === '') return undefined;
  const [seed = '', ...lines] = text.split('\n');
  const fields = lines.map((line): RecordField => {
    const space = line.indexOf(' ');
    return { name: line.slice(0, space), text: line.slice(space + 1) };
  });
  return { seed, fields };
}
