import { Worker } from 'node:worker_threads';
import { LedgerError } from '@lianpiao/chaincode/domain';

/** What a thread answers to a job: its result, or why it failed. */
export type JobAnswer<Result> = { readonly result: Result } | { readonly fault: string };

export interface JobThreadOptions {
  /** Compiled script of the thread; it answers each message with one {@link JobAnswer}. */
  readonly script: string;
  readonly workerData?: unknown;
  /** Jobs that may wait, the one under way among them. */
  readonly most: number;
  readonly deadlineMs: number;
  /** Where the thread's heap ends; Node's own limit when absent. */
  readonly heapMb?: number;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Does jobs on a thread of its own, one after the other, so that the thread that serves goes on issuing. A job that takes
 * too long, or ends the thread, fails alone: the next one gets a new thread.
 */
export class JobThread<Job, Result> {
  readonly #options: JobThreadOptions;
  readonly #waiting: Waiting<Job, Result>[] = [];
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: JobThreadOptions) {
    this.#options = options;
  }

  /** @throws LedgerError QUEUE_FULL, DEADLINE_EXCEEDED; Error when the job fails. */
  async run(job: Job): Promise<Result> {
    if (this.#waiting.length >= this.#options.most) throw new LedgerError('QUEUE_FULL');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
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
    const [first] = this.#waiting;
    if (first === undefined) return;
    this.#timer = setTimeout(() => {
      this.#abandon(new LedgerError('DEADLINE_EXCEEDED'));
    }, this.#options.deadlineMs);
    this.#thread().postMessage(first.job);
  }

  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const { script, workerData, heapMb } = this.#options;
    const worker = new Worker(script, {
      workerData,
      ...(heapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } }),
    });
    worker.on('message', (answer: JobAnswer<Result>) => {
      if (this.#worker !== worker) return;
      this.#finish(({ resolve, reject }) => {
        if ('result' in answer) resolve(answer.result);
        else reject(new Error(answer.fault));
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

  #finish(settle: (waiting: Waiting<Job, Result>) => void): void {
    clearTimeout(this.#timer);
    const waiting = this.#waiting.shift();
    if (waiting !== undefined) settle(waiting);
    this.#start();
  }
}
