import { Pace, Reconciler, Repairer } from '@lianpiao/workers';
import { BlockStore, EmbeddedLedgerReader } from '@lianpiao/gateway/ledger';
import { installNativeHasher, LogKeyRing, PayloadStore, ReconciliationStore, type StoredFinding } from '@lianpiao/gateway/stores';
import { operatorKeyOf, payloadKeyOf } from '@lianpiao/gateway/verify';
import { LOG_ORIGIN } from './embedded';

/** Looks as long as it likes, and goes on with the slow second look each time. */
class NoHurry extends Pace {
  override rests(): boolean {
    return false;
  }

  override isPatrolTime(): boolean {
    return true;
  }
  override next(): number {
    return Number.POSITIVE_INFINITY;
  }
}

/** Reconciliation over a folder, without a queue: the test says when to look. */
export interface Reconciling {
  readonly store: ReconciliationStore;
  readonly reconciler: Reconciler;
  /** Findings in the order in which they were told. */
  readonly told: StoredFinding[];
  /** Repairs that could not be made. */
  readonly faults: unknown[];
  /** Looks until nothing more changes. */
  settle(looks?: number): void;
  close(): void;
}

export function reconciling(
  folder: string,
  options: { readonly repairs?: boolean; readonly pace?: Pace; readonly clock?: () => number } = {},
): Reconciling {
  installNativeHasher();
  const { repairs = true, pace = new NoHurry(), clock = Date.now } = options;
  const store = new ReconciliationStore(folder);
  const ledger = new EmbeddedLedgerReader(new BlockStore(folder));
  const payloads = new PayloadStore(folder);
  const logKeys = new LogKeyRing(folder, LOG_ORIGIN);
  const told: StoredFinding[] = [];
  const faults: unknown[] = [];
  const repairer = new Repairer({ folder, store, ledger, payloads, logKeys, clock, onFault: (error) => faults.push(error) });
  const reconciler = new Reconciler({
    folder,
    store,
    ledger,
    payloads,
    keys: { operator: operatorKeyOf(folder)!, payload: payloadKeyOf(folder)!, log: () => logKeys.trusted() },
    ...(repairs ? { repairer } : {}),
    clock,
    onFinding: (finding) => told.push(finding),
    pace,
  });
  return {
    store,
    reconciler,
    told,
    faults,
    settle(looks = 6) {
      for (let look = 0; look < looks; look += 1) reconciler.look();
    },
    close() {
      repairer.close();
      for (const open of [ledger, payloads, store]) open.close();
    },
  };
}
