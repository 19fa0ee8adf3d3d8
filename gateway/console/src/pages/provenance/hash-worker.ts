import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** What the worker says: how far it is, then the digest; or that the file could not be read. */
export type HashNews = { readonly done: number } | { readonly digest: string } | { readonly failed: string };

/** Large enough to be quick, small enough that a phone holds it. */
const CHUNK_BYTES = 4 * 1024 * 1024;

self.onmessage = ({ data: file }: MessageEvent<Blob>) => {
  hash(file).catch((error: unknown) => {
    tell({ failed: String(error) });
  });
};

/** A piece at a time: no more than one is ever in memory. */
async function hash(file: Blob): Promise<void> {
  const state = sha256.create();
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    state.update(new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer()));
    tell({ done: Math.min(at + CHUNK_BYTES, file.size) });
  }
  tell({ digest: `sha256:${bytesToHex(state.digest())}` });
}

function tell(news: HashNews): void {
  self.postMessage(news);
}
