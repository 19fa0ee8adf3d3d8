import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FULL_SCOPE, type ReconciliationStore, type StoredFinding } from '@lianpiao/gateway/stores';
import type { LedgerReport } from '@lianpiao/gateway/verify';
import type { Logger } from 'pino';
import { nameFinding } from './name-finding';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Calm looks in a row before the daily pass begins by itself: a minute at the usual tick. */
const CALM_LOOKS = 240;

export interface FullPassOptions {
  readonly folder: string;
  readonly store: ReconciliationStore;
  readonly clock: () => number;
  readonly logger: Logger;
  readonly onFinding: (finding: StoredFinding) => void;
}

/**
 * Executes the whole ledger again from its first block and compares everything, as `lianpiao ledger verify` does: when
 * somebody asks, and once a day when it is calm. It runs in a thread of its own, so that looks, sealing and indexing go on.
 */
export class FullPass {
  readonly #options: FullPassOptions;
  #thread: Worker | undefined;
  #closing = false;
  #calmLooks = 0;

  constructor(options: FullPassOptions) {
    this.#options = options;
  }

  /** Starts a pass when one is due and none runs. @param calm true when nothing waits to be compared. */
  look(calm: boolean): void {
    if (this.#thread !== undefined) return;
    const { store, clock } = this.#options;
    this.#calmLooks = calm ? this.#calmLooks + 1 : 0;
    const dayIsOver = clock() - (store.lastPass()?.finishedAt ?? this.#firstSeen()) > DAY_MS;
    if (dayIsOver && this.#calmLooks >= CALM_LOOKS) store.requestPass('schedule', clock());
    const pass = store.waitingPass();
    if (pass !== undefined) this.#start(pass.id);
  }

  /** When this ledger was first reconciled: its first day begins then. */
  #firstSeen(): number {
    const { store, clock } = this.#options;
    const seen = store.fact('first-seen');
    if (seen !== undefined) return Number(seen);
    store.setFact('first-seen', String(clock()));
    return clock();
  }

  #start(id: number): void {
    const { store, clock, folder, logger } = this.#options;
    const startedAt = clock();
    store.startPass(id, startedAt);
    const thread = new Worker(join(__dirname, 'full-pass-thread.js'), { workerData: { folder } });
    this.#thread = thread;
    let report: LedgerReport | undefined;
    thread.once('message', (message: LedgerReport) => {
      report = message;
    });
    thread.once('error', (error) => logger.error({ err: error }, 'a full pass of the reconciliation failed'));
    thread.once('exit', () => {
      this.#thread = undefined;
      if (report !== undefined) this.#finish(id, startedAt, report);
      // A pass that was stopped with its process stays asked for; one that failed is not tried for ever.
      else if (!this.#closing) store.finishPass(id, clock(), 'failed', 'null');
    });
  }

  #finish(id: number, startedAt: number, report: LedgerReport): void {
    const { store, clock, logger, onFinding } = this.#options;
    const found = report.parts.flatMap(({ finding }) => (finding === undefined ? [] : [nameFinding(finding)]));
    const soundAt = store.lastPass()?.startedAt ?? startedAt;
    for (const finding of store.settle(FULL_SCOPE, found, clock(), soundAt)) onFinding(finding);
    store.finishPass(id, clock(), report.result, JSON.stringify(report));
    logger.info({ result: report.result, entries: report.entries, milliseconds: report.milliseconds }, 'full pass is done');
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#thread?.terminate();
  }
}
