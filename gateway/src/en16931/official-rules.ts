import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JobThread } from '../job-thread';

/** One rule of EN 16931 that a document breaks, as the official validation artefacts say it. */
export interface BrokenRule {
  /** Its id, such as BR-CO-10. */
  readonly rule: string;
  /** `fatal` makes the document no invoice of EN 16931; `warning` does not. */
  readonly severity: 'fatal' | 'warning';
  /** XPath of the element, with the usual prefixes of UBL. */
  readonly path: string;
  /** The rule in the words of the artefacts, English. */
  readonly text: string;
}

/** The edition that scripts/lib/en16931-rules.sh brings. */
export const OFFICIAL_EDITION = '1.3.16';

/** Documents that may wait, the one under way among them; how long one may take; what the thread's heap may hold. */
const MOST_WAITING = 32;
const DEADLINE_MS = 20_000;
const HEAP_MB = 1024;
const THREAD = join(__dirname, 'rules-thread.js');

/**
 * The official rules of EN 16931 (UBL), compiled once by scripts/lib/en16931-rules.sh and run by SaxonJS on a thread of
 * its own: a document takes from 0.1 s to a second of computing.
 */
export class OfficialRules {
  readonly #thread: JobThread<string, readonly BrokenRule[]>;

  /**
   * @param file the compiled rules (*.sef.json).
   * @throws Error when it cannot be read: a setting that names no rules must not pass for rules.
   */
  constructor(file: string, script = THREAD, deadlineMs = DEADLINE_MS) {
    readFileSync(file).subarray(0, 1);
    this.#thread = new JobThread({ script, workerData: file, most: MOST_WAITING, deadlineMs, heapMb: HEAP_MB });
  }

  /**
   * The rules that a document breaks, in the order of the report; none for a good one.
   * @param text XML that was read before: well-formed, without a document type.
   * @throws LedgerError QUEUE_FULL, DEADLINE_EXCEEDED; Error when the rules could not be run.
   */
  async check(text: string): Promise<readonly BrokenRule[]> {
    return this.#thread.run(text);
  }

  close(): void {
    this.#thread.close();
  }
}
