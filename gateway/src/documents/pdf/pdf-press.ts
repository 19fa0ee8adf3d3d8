import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LedgerError } from '@lianpiao/chaincode/domain';
import type { InvoicePaper } from './paper';

/** What the thread that prints needs to begin. */
export interface PressSettings {
  /** The folder of the keys, and who the operator is to a reader of the signature. */
  readonly keys: string;
  readonly operator: string;
}

export interface PressJob {
  readonly id: number;
  readonly paper: InvoicePaper;
}
export type PressResult = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly fault: string });

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const MOST_WAITING = 32;
const DEADLINE_MS = 20_000;

/**
 * Prints papers on a thread of its own, one after the other: a PDF takes from 60 ms to a second of computing, and the
 * thread that serves issues invoices meanwhile. A job that takes too long ends with the thread; the next job gets a new one.
 */
export class PdfPress {
  readonly #settings: PressSettings;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #jobs = 0;

  constructor(settings: PressSettings) {
    this.#settings = settings;
  }

  /** @throws LedgerError QUEUE_FULL, DEADLINE_EXCEEDED; Error when printing fails. */
  async print(paper: InvoicePaper): Promise<Buffer> {
    if (this.#waiting.size >= MOST_WAITING) throw new LedgerError('QUEUE_FULL');
    const id = (this.#jobs += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#end(new LedgerError('DEADLINE_EXCEEDED'));
      }, DEADLINE_MS);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#thread().postMessage({ id, paper } satisfies PressJob);
    });
  }

  close(): void {
    this.#end(new LedgerError('DEADLINE_EXCEEDED'));
  }

  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(join(__dirname, 'press-thread.js'), { workerData: this.#settings });
    worker.on('message', (result: PressResult) => {
      this.#settle(result);
    });
    worker.on('error', (error: Error) => {
      if (this.#worker === worker) this.#end(error);
    });
    // It never keeps a process alive that has nothing else to do.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #settle(result: PressResult): void {
    const waiting = this.#waiting.get(result.id);
    if (waiting === undefined) return;
    this.#waiting.delete(result.id);
    clearTimeout(waiting.timer);
    if ('pdf' in result) waiting.resolve(Buffer.from(result.pdf));
    else waiting.reject(new Error(result.fault));
  }

  /** Ends the thread and all that waits for it. */
  #end(reason: Error): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    void this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject, timer } of waiting) {
      clearTimeout(timer);
      reject(reason);
    }
  }
}
