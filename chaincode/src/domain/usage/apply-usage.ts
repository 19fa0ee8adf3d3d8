import type { LedgerState } from '../ports/ledger-state';
import type { Entry } from '../record/entry';
import { approveTemplate, withdrawTemplate } from './approve-template';
import { permitExport, refuseExport } from './permit-export';
import { answerReceipts, provideReceipts } from './sign-receipts';
import type { UsageEntry } from './usage-entries';

const USAGE_TYPE = /^(?:receipt|template|export)\./;

/** Entries about what was done under grants: receipts of it, templates that may run, results that may leave. */
export function isUsageEntry(entry: Entry): entry is UsageEntry {
  return USAGE_TYPE.test(entry.type);
}

/** What an entry is about. Receipts stand apart from the changes of their grant, of which there are few. */
export function usageSubject(entry: UsageEntry): string {
  if ('template' in entry) return entry.template;
  return 'run' in entry ? entry.run : receiptsSubject(entry.grant);
}

/** The subject of all receipts of a grant. */
export function receiptsSubject(grant: string): string {
  return `receipts:${grant}`;
}

/** Takes an entry into the state by the rule of its type. @throws LedgerError when the rule refuses. */
export function applyUsage(state: LedgerState, entry: UsageEntry): void {
  switch (entry.type) {
    case 'receipt.provided':
      provideReceipts(state, entry);
      break;
    case 'template.approved':
      approveTemplate(state, entry);
      break;
    case 'template.withdrawn':
      withdrawTemplate(state, entry);
      break;
    case 'export.permitted':
      permitExport(state, entry);
      break;
    case 'export.refused':
      refuseExport(state, entry);
      break;
    default:
      answerReceipts(state, entry);
  }
}
