import {
  stateKeys,
  type CatalogueEntryState,
  type ConsentState,
  type CorrectionState,
  type Entry,
  type EntryType,
  type FeedbackState,
  type GrantState,
  type JsonValue,
  type ResourceState,
  type TemplateState,
  type LifeState,
  type PledgeState,
  type TillState,
} from '@lianpiao/chaincode/domain';

/** A value of the ledger's state; what is asked for never changes once it is there. */
type StateAt = (key: string) => JsonValue | undefined;
type Concern<Type extends EntryType> = (entry: Extract<Entry, { type: Type }>, stateAt: StateAt) => readonly string[];

/** Whom each type of entry concerns: one line a type, and the compiler asks for it. */
const CONCERNS: { readonly [Type in EntryType]: Concern<Type> } = {
  'organisation.registered': ({ organisation }) => [organisation],
  'till.registered': ({ seller }) => [seller],
  'delegation.granted': ({ seller, agent }) => [seller, agent],
  'delegation.revoked': ({ seller, agent }) => [seller, agent],
  'range.allotted': ({ seller }) => [seller],
  'range.assigned': sellerOfTill,
  'till.key-registered': sellerOfTill,
  'till.key-revoked': sellerOfTill,
  'outage.closed': sellerOfTill,
  'provenance.registered': ({ registrant }) => [registrant],
  'provenance.event': ({ organisation, to }) => (to === undefined ? [organisation] : [organisation, to]),
  'resource.registered': ({ owner, controller }) => [owner, controller],
  'resource.transferred': ({ owner, controller }) => [owner, controller],
  'grant.granted': ({ provider, consumer }) => [provider, consumer],
  'grant.paused': partiesOf,
  'grant.resumed': partiesOf,
  'grant.revoked': partiesOf,
  'organisation.placed': ({ organisation }) => [organisation],
  'duty.assigned': ({ organisation }) => [organisation],
  'schema.registered': ({ owner }) => [owner],
  'catalogue.published': ({ owner, steward }) => [owner, steward],
  'catalogue.regraded': holdersOf,
  'catalogue.transferred': ({ owner, steward }) => [owner, steward],
  'catalogue.approved': ({ consumer, entry }, stateAt) => [consumer, ...holdersOf({ entry }, stateAt)],
  'catalogue.placed': holdersOf,
  'catalogue.quarantined': controllerOf,
  'catalogue.released': controllerOf,
  'feedback.given': ({ from, entry }, stateAt) => [from, ...holdersOf({ entry }, stateAt)],
  'feedback.answered': feedbackSidesOf,
  'feedback.closed': feedbackSidesOf,
  'supervision.stated': ({ authority, object }) => [authority, object],
  'supervision.looked': ({ authority, object }) => [authority, object],
  // A list that everybody may read.
  'division.registered': () => [],
  'receipt.provided': partiesOf,
  'receipt.acknowledged': partiesOf,
  'receipt.disputed': partiesOf,
  'template.approved': controllerOf,
  'template.withdrawn': ({ template }, stateAt) =>
    controllerOf({ resource: (stateAt(stateKeys.template(template)) as TemplateState | undefined)?.resource ?? '' }, stateAt),
  'export.permitted': partiesOf,
  'export.refused': partiesOf,
  'grant.revocation-proposed': partiesOf,
  'grant.revocation-countersigned': partiesOf,
  'grant.deletion-attested': partiesOf,
  'grant.reviewed': partiesOf,
  'consent.given': controllerOf,
  'consent.withdrawn': ({ consent }, stateAt) => {
    const given = stateAt(stateKeys.consent(consent)) as ConsentState | undefined;
    return given === undefined ? [] : [given.collector, ...controllerOf(given, stateAt)];
  },
  'crossing.approved': ({ resource, consumer }, stateAt) => [consumer, ...controllerOf({ resource }, stateAt)],
  'crossing.withdrawn': ({ approval }, stateAt) => bothSidesOf(stateAt(stateKeys.crossing(approval)), stateAt),
  'request.made': ({ resource, consumer }, stateAt) => [consumer, ...controllerOf({ resource }, stateAt)],
  'request.answered': ({ request }, stateAt) => bothSidesOf(stateAt(stateKeys.request(request)), stateAt),
  'request.escalated': ({ request }, stateAt) => bothSidesOf(stateAt(stateKeys.request(request)), stateAt),
  'standing.opened': ({ provider, consumer }) => [provider, consumer],
  'standing.closed': ({ standing }, stateAt) => bothSidesOf(stateAt(stateKeys.standing(standing)), stateAt),
  // How far the audit is sealed stands with the audit itself.
  'audit.sealed': () => [],
  // Anybody may read the seals themselves.
  'status.sealed': () => [],
  // Supervisors see them; everybody else goes on as before.
  'ledger.handed-over': () => [],
  'ledger.taken-over': () => [],
  // The buyer's side and holders are hidden: they hear of it where they ask for the invoice or the claim.
  'use.changed': ({ seller }) => [seller],
  'booking.changed': ({ seller }) => [seller],
  'correction.requested': ({ seller }) => [seller],
  'correction.changed': sellerOfCorrection,
  'correction.completed': sellerOfCorrection,
  'claim.reserved': () => [],
  'claim.changed': () => [],
  'pledge.made': ({ seller }) => [seller],
  'pledge.released': ({ pledge }, stateAt) =>
    sellerOfInvoice((stateAt(stateKeys.pledge(pledge)) as PledgeState | undefined)?.invoice, stateAt),
  // Rule sets are everybody's to read, where rules are asked for.
  'rules.published': () => [],
  // Its parties stand in the index's row of the invoice.
  'invoice.issued': () => [],
  // Who acted stands in its record alone; supervisors see it.
  'act.recorded': () => [],
};

function sellerOfTill({ till }: { readonly till: string }, stateAt: StateAt): readonly string[] {
  return [(stateAt(stateKeys.till(till)) as TillState | undefined)?.seller ?? ''];
}

function sellerOfCorrection({ correction }: { readonly correction: string }, stateAt: StateAt): readonly string[] {
  return sellerOfInvoice((stateAt(stateKeys.correction(correction)) as CorrectionState | undefined)?.invoice, stateAt);
}

function sellerOfInvoice(invoice: string | undefined, stateAt: StateAt): readonly string[] {
  const life = invoice === undefined ? undefined : (stateAt(stateKeys.life(invoice)) as LifeState | undefined);
  return life === undefined ? [] : [life.seller];
}

function partiesOf({ grant }: { readonly grant: string }, stateAt: StateAt): readonly string[] {
  const state = stateAt(stateKeys.grant(grant)) as GrantState | undefined;
  return state === undefined ? [] : [state.provider, state.consumer];
}

function holdersOf({ entry }: { readonly entry: string }, stateAt: StateAt): readonly string[] {
  const state = stateAt(stateKeys.catalogue(entry)) as CatalogueEntryState | undefined;
  return state === undefined ? [] : [state.owner, state.steward];
}

function controllerOf({ resource }: { readonly resource: string }, stateAt: StateAt): readonly string[] {
  const state = stateAt(stateKeys.resource(resource)) as ResourceState | undefined;
  return state === undefined ? [] : [state.controller];
}

function feedbackSidesOf({ feedback }: { readonly feedback: string }, stateAt: StateAt): readonly string[] {
  const state = stateAt(stateKeys.feedback(feedback)) as FeedbackState | undefined;
  return state === undefined ? [] : [state.from, ...holdersOf(state, stateAt)];
}

/** The consumer of something that is about a resource, and who controls that. */
function bothSidesOf(value: JsonValue | undefined, stateAt: StateAt): readonly string[] {
  const state = value as { readonly consumer: string; readonly resource: string } | undefined;
  return state === undefined ? [] : [state.consumer, ...controllerOf(state, stateAt)];
}

/** Every type of entry that the feed can show. */
export const CHANGE_TYPES = Object.keys(CONCERNS) as [EntryType, ...EntryType[]];

/**
 * The organisations, beside bureau and auditor, whose feed shows an entry that is no invoice.
 * @param stateAt the ledger's state, after the entry or later: for entries that name a till or a grant alone.
 */
export function concernedOrganisations(entry: Entry, stateAt: StateAt): readonly string[] {
  // A ledger may hold types of a newer version: they concern nobody that we know of.
  const concern = CONCERNS[entry.type] as ((one: never, stateAt: StateAt) => readonly string[]) | undefined;
  return [...new Set(concern?.(entry as never, stateAt))];
}
