import { join } from 'node:path';
import { JobThread } from '../../job-thread';
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

/** Papers that may wait, the one under way among them, and how long one may take. */
const MOST_WAITING = 32;
const DEADLINE_MS = 15_000;
const THREAD = join(__dirname, 'press-thread.js');

/** Prints papers on a thread of its own: a PDF takes from 60 ms to a second of computing. */
export class PdfPress {
  readonly #thread: JobThread<PressJob, Uint8Array>;

  constructor(settings: PressSettings, script = THREAD, deadlineMs = DEADLINE_MS) {
    this.#thread = new JobThread({ script, workerData: settings, most: MOST_WAITING, deadlineMs });
  }

  /** @throws LedgerError QUEUE_FULL, DEADLINE_EXCEEDED; Error when printing fails. */
  async print(paper: InvoicePaper): Promise<Buffer> {
    return Buffer.from(await this.#thread.run({ paper }));
  }

  /** Ends the thread; what waits fails. */
  close(): void {
    this.#thread.close();
  }
}
