import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CompactRange,
  encodeEntryBundle,
  ENTRIES,
  formatCheckpoint,
  formatVerifierKey,
  hasher,
  keyIdOf,
  parseTilePath,
  signNote,
  TILE_WIDTH,
  tileWidth,
  type Digest,
} from '../../chaincode/src/domain';
import { testKey } from './node-signatures';

export const SERVED_ORIGIN = 'monitored.example/log';
const ORIGIN = SERVED_ORIGIN;
const key = testKey(ORIGIN);
/** Verifier key of every {@link ServedLog}. */
export const SERVED_VKEY = formatVerifierKey(ORIGIN, key.publicKey);

/** What is served in place of the truth: by path, or undefined for the truth. */
export type Lie = (path: string, truth: Buffer) => Buffer | undefined;

/** A log over HTTP that grows, and lies when it is told to. */
export class ServedLog {
  leaves: string[] = [];
  /** Whose checkpoint is served: another one's after the first was closed. */
  origin = ORIGIN;
  lie: Lie = () => undefined;
  readonly asked: string[] = [];
  #server!: Server;

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const path = (request.url ?? '').slice('/log/'.length);
      this.asked.push(path);
      const truth = this.#truth(path);
      if (truth === undefined) response.writeHead(404).end();
      else response.end(this.lie(path, truth) ?? truth);
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/log`;
  }

  grow(count: number, text = 'leaf'): void {
    for (let added = 0; added < count; added += 1) this.leaves.push(`${text} ${String(this.leaves.length)}`);
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  checkpoint(): Buffer {
    const range = CompactRange.empty();
    for (const leaf of this.leaves) range.append(hasher().leafHash(leaf));
    const signer = testKey(this.origin);
    const text = formatCheckpoint({ origin: this.origin, size: this.leaves.length, root: range.root() });
    return Buffer.from(signNote(text, { name: this.origin, keyId: keyIdOf(this.origin, signer.publicKey) }, signer));
  }

  #truth(path: string): Buffer | undefined {
    if (path === 'checkpoint') return this.checkpoint();
    const tile = parseTilePath(path);
    if (tile === undefined) return undefined;
    const level = tile.level === ENTRIES ? 0 : tile.level;
    if (tile.width > tileWidth(level, tile.index, this.leaves.length)) return undefined;
    const from = tile.index * TILE_WIDTH;
    if (tile.level === ENTRIES) {
      return Buffer.from(encodeEntryBundle(this.leaves.slice(from, from + tile.width).map((leaf) => Buffer.from(leaf))));
    }
    return Buffer.from(
      this.#hashes(level)
        .slice(from, from + tile.width)
        .join(''),
      'hex',
    );
  }

  #hashes(level: number): Digest[] {
    const hashes: Digest[] = [];
    const range = CompactRange.empty();
    for (const leaf of this.leaves) {
      range.append(hasher().leafHash(leaf), (height, _index, hash) => {
        if (height === level * 8) hashes.push(hash);
      });
    }
    return hashes;
  }
}
