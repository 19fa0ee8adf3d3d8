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
  readonly paper: InvoicePaper;
}
export type PressResult = { readonly pdf: Uint8Array } | { readonly fault: string };

interface Waiting extends PressJob {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** Papers that may wait, the one under way among them, and how long one may take. */
const MOST_WAITING = 32;
const DEADLINE_MS = 15_000;
const THREAD = join(__dirname, 'press-thread.js');

/**
 * Prints papers on a thread of its own, one after the other: a PDF takes from 60 ms to a second of computing, and the
 * thread that serves issues invoices meanwhile. A job that takes too long, or ends the thread, fails alone: the next one
 * gets a new thread.
 */
export class PdfPress {
  readonly #settings: PressSettings;
  readonly #script: string;
  readonly #deadlineMs: number;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: PressSettings, script = THREAD, deadlineMs = DEADLINE_MS) {
    this.#settings = settings;
    this.#script = script;
    this.#deadlineMs = deadlineMs;
  }

  /** @throws LedgerError QUEUE_FULL, DEADLINE_EXCEEDED; Error when printing fails. */
  async print(paper: InvoicePaper): Promise<Buffer> {
    if (this.#waiting.length >= MOST_WAITING) throw new LedgerError('QUEUE_FULL');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ paper, resolve, reject });
      if (this.#waiting.length === 1) this.#start();
    });
  }

  /** Ends the thread; what waits fails. */
  close(): void {
    for (const { reject } of this.#waiting.splice(1)) reject(new LedgerError('DEADLINE_EXCEEDED'));
    this.#abandon(new LedgerError('DEADLINE_EXCEEDED'));
  }

  /** Starts the first job that waits. */
  #start(): void {
    const [job] = this.#waiting;
    if (job === undefined) return;
    this.#timer = setTimeout(() => {
      this.#abandon(new LedgerError('DEADLINE_EXCEEDED'));
    }, this.#deadlineMs);
    this.#thread().postMessage({ paper: job.paper } satisfies PressJob);
  }

  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(this.#script, { workerData: this.#settings });
    worker.on('message', (result: PressResult) => {
      if (this.#worker !== worker) return;
      this.#finish((job) => {
        if ('pdf' in result) job.resolve(Buffer.from(result.pdf));
        else job.reject(new Error(result.fault));
      });
    });
    worker.on('error', (error: Error) => {
      if (this.#worker === worker) this.#abandon(error);
    });
    // It never keeps a process alive that has nothing else to do.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  /** Gives up the job under way, and its thread. */
  #abandon(reason: Error): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
    this.#finish(({ reject }) => {
      reject(reason);
    });
  }

  #finish(settle: (job: Waiting) => void): void {
    clearTimeout(this.#timer);
    const job = this.#waiting.shift();
    if (job !== undefined) settle(job);
    this.#start();
  }
}
