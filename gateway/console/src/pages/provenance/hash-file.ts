import type { HashNews } from './hash-worker';

interface Watch {
  readonly signal: AbortSignal;
  /** Bytes hashed so far. */
  readonly onProgress: (done: number) => void;
}

/**
 * The SHA-256 of a file of any size, as `sha256:` and hexadecimal, made beside the page: nothing is sent anywhere.
 * @throws what made it impossible to read, and the signal's reason when it was given up.
 */
export function hashFile(file: Blob, { signal, onProgress }: Watch): Promise<string> {
  const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<string>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new DOMException('given up', 'AbortError'));
    });
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
    worker.onmessage = ({ data }: MessageEvent<HashNews>) => {
      if ('digest' in data) resolve(data.digest);
      else if ('failed' in data) reject(new Error(data.failed));
      else onProgress(data.done);
    };
    worker.postMessage(file);
  }).finally(() => {
    worker.terminate();
  });
}
