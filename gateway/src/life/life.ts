import type { Logger } from 'pino';
import type { GroupCommit } from '../issuing/group-commit';
import type { InvoiceFinder } from '../issuing/invoice-finder';
import type { IssueDesk } from '../issuing/issue-desk';
import type { RegistryReader } from '../issuing/registry-reader';
import type { TaxpayerDirectory } from '../issuing/taxpayer-directory';
import type { Ledger } from '../ledger/ledger';
import { LifeStore } from '../stores/life-store';
import type { LogStore } from '../stores/log-store';
import type { PayloadStore } from '../stores/payload-store';
import { CorrectionDesk } from './correction-desk';
import { CorrectionSweeper } from './correction-sweeper';
import { LifeLists } from './life-lists';
import { LifeOpener } from './life-opener';
import { LifeReader } from './life-reader';
import { LifeRecorder } from './life-recorder';
import { ReimbursementDesk } from './reimbursement-desk';

export interface LifeParts {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
  readonly finder: InvoiceFinder;
  readonly log: LogStore;
  readonly registry: RegistryReader;
  readonly taxpayers: TaxpayerDirectory;
  readonly commits: GroupCommit;
  readonly desk: IssueDesk;
  readonly isHanded: (invoice: string, company: string) => boolean;
  readonly logger: Logger;
  readonly clock: () => number;
}

/** What becomes of invoices: corrections, reimbursement, use, booking, pledges. */
export interface Life {
  readonly opener: LifeOpener;
  readonly recorder: LifeRecorder;
  readonly reader: LifeReader;
  readonly lists: LifeLists;
  readonly corrections: CorrectionDesk;
  readonly reimbursements: ReimbursementDesk;
  readonly sweeper: CorrectionSweeper;
  close(): void;
}

export function createLife(parts: LifeParts): Life {
  const { folder, ledger, registry, commits, desk, logger, clock } = parts;
  const store = new LifeStore(folder);
  const opener = new LifeOpener(parts);
  const recorder = new LifeRecorder({ ledger, commits, registry, clock });
  const corrections = new CorrectionDesk({ opener, recorder, desk, clock });
  return {
    opener,
    recorder,
    reader: new LifeReader(opener, ledger, clock),
    lists: new LifeLists({ ...parts, opener, store }),
    corrections,
    sweeper: new CorrectionSweeper(ledger, corrections, logger),
    reimbursements: new ReimbursementDesk({ opener, recorder, registry, isHanded: parts.isHanded }),
    close: () => {
      store.close();
    },
  };
}
