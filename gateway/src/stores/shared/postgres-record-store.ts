import type { KeyObject } from 'node:crypto';
import type { SealedRecord } from '@lianpiao/chaincode/domain';
import { CHUNK_RECORDS, openChunk, packRecords, packTexts, parseRecord, sealChunk, type PayloadChunk } from '../payload-chunk';
import { heightOf, moveHeight } from './height';
import { Partitions } from './partitions';
import type { RecordStore } from './record-store';
import type { Run, SharedDatabase } from './shared-database';

/** Chunks that one statement reads: about 3 MB. */
const CHUNKS_AT_ONCE = 128;

/**
 * Records in a PostgreSQL that an organisation's machines share, in chunks of the same form as the folder's: the database
 * sees ciphertext only. Its owner closes the database.
 */
export class PostgresRecordStore implements RecordStore {
  readonly #database: SharedDatabase;
  readonly #key: KeyObject;
  readonly #partitions = new Partitions('chunks');

  /** @param key the organisation's payload key, the same on all of its machines. */
  constructor(database: SharedDatabase, key: KeyObject) {
    this.#database = database;
    this.#key = key;
  }

  height(): Promise<number> {
    return heightOf(this.#database, 'records');
  }

  append(from: number, records: readonly (SealedRecord | undefined)[], erased: readonly number[] = []): Promise<boolean> {
    const end = from + records.length;
    return this.#database.transaction(async (run) => {
      if (!(await moveHeight(run, 'records', from, end))) return false;
      if (records.length > 0) {
        await this.#partitions.ensure(run, from, end - 1);
        const chunks = this.#seal(from, records);
        await run('INSERT INTO chunks SELECT * FROM unnest($1::bigint[], $2::integer[], $3::bytea[])', [
          chunks.map(({ first }) => first),
          chunks.map(({ count }) => count),
          chunks.map(({ data }) => data),
        ]);
      }
      for (const sequence of erased) await this.#blank(run, sequence);
      return true;
    });
  }

  async read(sequence: number): Promise<SealedRecord | undefined> {
    return (await this.readRange(sequence, 1))[0];
  }

  async readRange(first: number, count: number): Promise<readonly (SealedRecord | undefined)[]> {
    const records = new Array<SealedRecord | undefined>(count).fill(undefined);
    for (let at = first; at < first + count;) {
      const chunks = await this.#database.rows<PayloadChunk>(
        `SELECT first, count, data FROM chunks WHERE first > $1 AND first < $2 AND first + count > $3 ORDER BY first LIMIT $4`,
        [at - CHUNK_RECORDS, first + count, at, CHUNKS_AT_ONCE],
      );
      for (const chunk of chunks) this.#place(chunk, first, records);
      const last = chunks.at(-1);
      if (last === undefined) break;
      at = last.first + last.count;
    }
    return records;
  }

  erase(sequence: number): Promise<boolean> {
    return this.#database.transaction((run) => this.#blank(run, sequence));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #seal(from: number, records: readonly (SealedRecord | undefined)[]): PayloadChunk[] {
    return packRecords(records).map((packed, index) => sealChunk(this.#key, from + index * CHUNK_RECORDS, packed));
  }

  #place(chunk: PayloadChunk, first: number, records: (SealedRecord | undefined)[]): void {
    openChunk(this.#key, chunk).forEach((text, index) => {
      const place = chunk.first + index - first;
      if (place >= 0 && place < records.length) records[place] = parseRecord(text);
    });
  }

  /** The chunk is written anew without the record; its old bytes go with the next scrub. */
  async #blank(run: Run, sequence: number): Promise<boolean> {
    const [chunk] = await run<PayloadChunk>(
      `SELECT first, count, data FROM chunks WHERE first > $1 AND first <= $2 AND first + count > $2 FOR UPDATE`,
      [sequence - CHUNK_RECORDS, sequence],
    );
    if (chunk === undefined) return false;
    const texts = openChunk(this.#key, chunk);
    const index = sequence - chunk.first;
    if (texts[index] === '') return false;
    texts[index] = '';
    await run('UPDATE chunks SET data = $2 WHERE first = $1', [
      chunk.first,
      sealChunk(this.#key, chunk.first, packTexts(texts)).data,
    ]);
    await this.#partitions.askScrub(run, chunk.first);
    return true;
  }
}
