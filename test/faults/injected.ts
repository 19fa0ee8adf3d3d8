import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexEntries, LogSealer } from '@lianpiao/workers';
import { BlockStore, EmbeddedLedgerReader } from '@lianpiao/gateway/ledger';
import { IndexStore, loadLogKey, LogStore, PayloadStore } from '@lianpiao/gateway/stores';
import { LOG_ORIGIN } from '../support/embedded';
import { placeText, recordFault, recordSilence, type FaultRecord } from '../support/fault-records';
import { reconciling, type Reconciling } from '../support/reconciling';
import { BLOCK_HERE, SEQUENCE_HERE, type Fault } from './inject/databases';
import { INDEX_FAULTS } from './inject/index-faults';
import { LEDGER_FAULTS } from './inject/ledger-faults';
import { LOG_FAULTS } from './inject/log-faults';
import { PAYLOAD_FAULTS } from './inject/payload-faults';

/** Every fault of a data folder. A mirror of a Fabric channel has the same tables. */
export const FAULTS: readonly Fault[] = [...LEDGER_FAULTS, ...PAYLOAD_FAULTS, ...INDEX_FAULTS, ...LOG_FAULTS];

/** What a ledger's own nature changes about how a fault is named. */
export type Otherwise = Readonly<Record<string, Pick<Fault, 'code' | 'cause' | 'part' | 'place'>>>;

/** Brings index and log of a folder up to its ledger, as the workers do. */
export function followFolder(folder: string): void {
  const ledger = new EmbeddedLedgerReader(new BlockStore(folder));
  const [payloads, index, log] = [new PayloadStore(folder), new IndexStore(folder), new LogStore(folder)];
  indexEntries(ledger, payloads, index);
  new LogSealer(ledger, log, loadLogKey(folder, LOG_ORIGIN), Date.now).seal();
  for (const store of [ledger, payloads, index, log]) store.close();
}

/** A ledger's folder into whose copies faults are injected while the reconciliation watches. */
export class InjectedFaults {
  readonly #ledger: FaultRecord['ledger'];
  readonly #original: string;
  readonly #otherwise: Otherwise;
  readonly #folders: string[] = [];
  #blockHere = 0;

  /** @param original a folder that the reconciliation has found right; it is removed at the end. */
  constructor(ledger: FaultRecord['ledger'], original: string, otherwise: Otherwise = {}) {
    this.#ledger = ledger;
    this.#original = original;
    this.#otherwise = otherwise;
    this.#folders.push(original);
    const blocks = new BlockStore(original, { readonly: true });
    this.#blockHere = blocks.blockOf(SEQUENCE_HERE)!.header.number;
    blocks.close();
  }

  /** Works on a copy that was calm before the fault. */
  async injected(fault: Fault, work: (running: Reconciling, folder: string) => void): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-reconcile-'));
    this.#folders.push(folder);
    cpSync(this.#original, folder, { recursive: true });
    const running = reconciling(folder);
    try {
      running.settle(3);
      expect([running.told, running.reconciler.isCalm]).toEqual([[], true]);
      await fault.inject(folder);
      work(running, folder);
    } finally {
      running.close();
    }
  }

  /** The fault is found, named and placed; derived data is right again afterwards. */
  async find(fault: Fault): Promise<void> {
    const wanted = { ...fault, ...this.#otherwise[fault.name] };
    const place = wanted.place?.['block'] === BLOCK_HERE ? { ...wanted.place, block: this.#blockHere } : (wanted.place ?? {});
    await this.injected(fault, (running, folder) => {
      const milliseconds = lookUntilTold(running, wanted);
      const finding = running.told.find(({ code }) => code === wanted.code)!;
      expect(finding).toMatchObject({ code: wanted.code, part: wanted.part, cause: wanted.cause, place });
      expect(finding.repair.en).not.toBe('');
      expect(finding.soundAt).toBeLessThanOrEqual(finding.detectedAt);
      // Only what hangs on the same record is told beside it.
      const parts = [...new Set(running.told.map(({ part }) => part))].filter((part) => part !== wanted.part);
      if (wanted.part !== 'payloads') expect(parts).toEqual([]);
      const { code, part, cause } = finding;
      const { name, mended } = fault;
      recordFault({
        fault: name,
        ledger: this.#ledger,
        code,
        part,
        cause,
        place: placeText(finding.place),
        repair: mended === true ? 'repaired by itself' : finding.repair.en,
        ms: milliseconds,
      });
      if (mended === true) isMended(running, folder);
    });
  }

  /** Nothing is told of the folder as it is. */
  staysSilent(): void {
    const running = reconciling(this.#original);
    running.settle(8);
    expect(running.told).toEqual([]);
    running.close();
    recordSilence('the same folder without a fault, looked at again and again', this.#ledger);
  }

  remove(): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** Looks until the alarm comes; milliseconds of looking. */
function lookUntilTold(running: Reconciling, { name, code: wanted }: Pick<Fault, 'code' | 'name'>): number {
  const started = performance.now();
  for (let look = 0; look < 5; look += 1) {
    running.reconciler.look();
    if (running.told.some(({ code }) => code === wanted)) return performance.now() - started;
  }
  throw new Error(`not found: ${name}; told: ${JSON.stringify(running.told)}`);
}

/** Derived data is repaired, and a later look finds it right. */
function isMended(running: Reconciling, folder: string): void {
  running.settle(3);
  if (running.store.openCount() > 0) {
    // An index that was set back is filled by the workers, as ever.
    followFolder(folder);
    running.settle(4);
  }
  expect(running.store.findings({ limit: 10, openOnly: true })).toEqual([]);
  expect(running.reconciler.isCalm).toBe(true);
}
