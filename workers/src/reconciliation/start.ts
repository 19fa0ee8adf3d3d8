import { EthersAnchorReader } from '@lianpiao/contracts';
import type { LedgerReader } from '@lianpiao/gateway/ledger';
import {
  ReconciliationStore,
  type IndexStore,
  type LogKeys,
  type PayloadStore,
  type StoredFinding,
} from '@lianpiao/gateway/stores';
import { operatorKeyOf, payloadKeyOf } from '@lianpiao/gateway/verify';
import type { Logger } from 'pino';
import type { AnchoringConfig } from '../config';
import { AnchorWatch } from './anchor-watch';
import { BooksWatch } from './books-watch';
import type { ConfirmedAnchors } from './check-anchors';
import { FullPass } from './full-pass';
import { Reconciler } from './reconciler';
import { Repairer } from './repairer';
import { StatusWatch } from './status-watch';

export interface ReconciliationParts {
  readonly folder: string;
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly index: IndexStore;
  readonly logKeys: LogKeys;
  readonly logger: Logger;
  /** The anchors that were confirmed. */
  readonly anchors: ConfirmedAnchors;
  /** Where their chain is; absent: the chain is left out. */
  readonly anchoring: AnchoringConfig | undefined;
}

/** Reconciliation as the workers run it. */
export interface Reconciliation {
  /** One look, asked for by its queue. */
  look(): number;
  close(): Promise<void>;
}

/** Blocks after which an event that we do not know counts as foreign. */
const CONFIRMATIONS = 12;

/** How often the time of the last look is written down. */
const NOTE_EVERY_MS = 1000;

/** Puts the parts of reconciliation together. @throws Error when the folder has no ledger yet. */
export function startReconciliation(parts: ReconciliationParts): Reconciliation {
  const { folder, ledger, payloads, index, logKeys, logger, anchors, anchoring } = parts;
  const store = new ReconciliationStore(folder);
  const clock = Date.now;
  const onFinding = (finding: StoredFinding): void => {
    const { id, code, part, place, cause, detail, repair } = finding;
    logger.error({ finding: id, code, part, place, cause, detail, repair: repair.en }, 'reconciliation found a bad record');
  };
  const onFault = (error: unknown): void => logger.warn({ err: error }, 'a repair could not be made');
  const repairer = new Repairer({ folder, store, ledger, payloads, logKeys, clock, onFault });
  const full = new FullPass({ folder, store, clock, logger, onFinding });
  const books = new BooksWatch({ index, store, clock, onFinding });
  const find = (number: string): { readonly sequence: number } | undefined => index.byNumber(number);
  const statuses = new StatusWatch({ folder, ledger, payloads, find, store, clock, onFinding });
  let reconciler: Reconciler | undefined;
  let notedAt = 0;
  const watch =
    anchoring &&
    new AnchorWatch({
      reader: new EthersAnchorReader({ ...anchoring, chainId: BigInt(anchoring.chainId) }),
      anchors,
      origins: () => [...new Set(logKeys.trusted().map(({ origin }) => origin))],
      store,
      ledger,
      clock,
      logger,
      onFinding,
      confirmations: CONFIRMATIONS,
    });
  watch?.start();

  return {
    look(): number {
      // The gateway makes ledger and keys; before that there is nothing to compare.
      reconciler ??= makeReconciler();
      if (reconciler === undefined) return 0;
      const compared = reconciler.look();
      if (reconciler.isCalm) {
        books.look();
        statuses.look();
      }
      full.look(reconciler.isCalm);
      noteLook();
      return compared;
    },
    async close(): Promise<void> {
      watch?.close();
      await full.close();
      repairer.close();
      statuses.close();
      store.close();
    },
  };

  function noteLook(): void {
    if (clock() - notedAt < NOTE_EVERY_MS) return;
    notedAt = clock();
    store.setFact('looked-at', String(notedAt));
    store.setFact('height', String(reconciler?.height ?? 0));
  }

  function makeReconciler(): Reconciler | undefined {
    const operator = operatorKeyOf(folder);
    const payload = payloadKeyOf(folder);
    if (operator === undefined || payload === undefined || ledger.length() === 0) return undefined;
    const keys = { operator, payload, log: () => logKeys.trusted() };
    return new Reconciler({ folder, store, ledger, payloads, keys, repairer, clock, onFinding });
  }
}
