import { useEffect, useRef, useState } from 'react';
import { hashFile } from './hash-file';

export interface Hashing {
  readonly name: string;
  readonly size: number;
  readonly done: number;
}

/** Hashing a file at a time, with its progress; another file, or leaving the page, gives up the one before. */
export function useHash(onDigest: (digest: string) => void): {
  readonly hashing: Hashing | undefined;
  readonly failed: string | undefined;
  readonly start: (file: File) => void;
  readonly stop: () => void;
} {
  const [hashing, setHashing] = useState<Hashing>();
  const [failed, setFailed] = useState<string>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const stop = (): void => {
    running.current?.abort();
    setHashing(undefined);
  };
  const start = async (file: File): Promise<void> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const { name, size } = file;
    setFailed(undefined);
    setHashing({ name, size, done: 0 });
    try {
      const onProgress = (done: number): void => {
        if (!mine.signal.aborted) setHashing({ name, size, done });
      };
      onDigest(await hashFile(file, { signal: mine.signal, onProgress }));
      setHashing(undefined);
    } catch (error) {
      if (mine.signal.aborted) return;
      setHashing(undefined);
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return { hashing, failed, start: (file) => void start(file), stop };
}
