import type { LedgerState } from '../ports/ledger-state';
import { approveSharing } from './approve-sharing';
import { assignDuty } from './assign-duty';
import type { CatalogueEntry } from './catalogue-entries';
import { changeGrade } from './change-grade';
import { answerFeedback, closeFeedback, giveFeedback } from './give-feedback';
import { placeOrganisation, registerDivision } from './place-organisation';
import { placeResource, quarantineResource, releaseResource } from './place-resource';
import { publishEntry } from './publish-entry';
import { registerSchema } from './register-schema';
import { lookAt, stateSupervision } from './supervise';
import { transferEntry } from './transfer-entry';

type EntryOf<Type extends CatalogueEntry['type']> = Extract<CatalogueEntry, { readonly type: Type }>;

const RULES: { readonly [Type in CatalogueEntry['type']]: (state: LedgerState, entry: EntryOf<Type>) => void } = {
  'division.registered': registerDivision,
  'organisation.placed': placeOrganisation,
  'duty.assigned': assignDuty,
  'schema.registered': registerSchema,
  'catalogue.published': publishEntry,
  'catalogue.regraded': changeGrade,
  'catalogue.transferred': transferEntry,
  'catalogue.approved': approveSharing,
  'catalogue.placed': placeResource,
  'catalogue.quarantined': quarantineResource,
  'catalogue.released': releaseResource,
  'feedback.given': giveFeedback,
  'feedback.answered': answerFeedback,
  'feedback.closed': closeFeedback,
  'supervision.stated': stateSupervision,
  'supervision.looked': lookAt,
};

/** Takes an entry of the directory into the state by the rule of its type. @throws LedgerError when the rule refuses. */
export function applyCatalogue(state: LedgerState, entry: CatalogueEntry): void {
  (RULES[entry.type] as (state: LedgerState, entry: CatalogueEntry) => void)(state, entry);
}
