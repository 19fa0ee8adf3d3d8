import {
  canonicalJson,
  isAccessEntry,
  isCatalogueEntry,
  isUsageEntry,
  type Entry,
  type ChangeLife,
  type EntryFacts,
  type IssueInvoice,
  type JsonValue,
  type LifeEntry,
  type RecordEntry,
  type SharingEntry,
} from '@lianpiao/chaincode/domain';
import type { Proposal } from './fabric-channel';

/** What grants rest on, how they end, and how they are asked for. */
const SHARING_TRANSACTIONS: Readonly<Record<SharingEntry['type'], string>> = {
  'consent.given': 'sharing:giveConsent',
  'consent.withdrawn': 'sharing:withdrawConsent',
  'crossing.approved': 'sharing:approveCrossing',
  'crossing.withdrawn': 'sharing:withdrawCrossing',
  'grant.revocation-proposed': 'sharing:proposeRevocation',
  'grant.revocation-countersigned': 'sharing:countersignRevocation',
  'grant.deletion-attested': 'sharing:attestDeletion',
  'grant.reviewed': 'sharing:review',
  'request.made': 'sharing:request',
  'request.answered': 'sharing:answer',
  'request.escalated': 'sharing:escalate',
  'standing.opened': 'sharing:openStanding',
  'standing.closed': 'sharing:closeStanding',
};

/** The transaction for each type of entry. */
const TRANSACTIONS: Readonly<Record<EntryFacts['type'], string>> = {
  'organisation.registered': 'registry:registerOrganisation',
  'till.registered': 'registry:registerTill',
  'till.key-registered': 'registry:registerTillKey',
  'till.key-revoked': 'registry:revokeTillKey',
  'outage.closed': 'registry:closeOutage',
  'delegation.granted': 'registry:grantDelegation',
  'delegation.revoked': 'registry:revokeDelegation',
  'range.allotted': 'range:allot',
  'range.assigned': 'range:assign',
  'act.recorded': 'act:record',
  'provenance.registered': 'provenance:register',
  'provenance.event': 'provenance:note',
  'resource.registered': 'access:registerResource',
  'resource.transferred': 'access:transferResource',
  'grant.granted': 'access:grant',
  'grant.paused': 'access:pause',
  'grant.resumed': 'access:resume',
  'grant.revoked': 'access:revoke',
  'audit.sealed': 'access:sealAudit',
  'status.sealed': 'life:sealStatus',
  'division.registered': 'catalogue:registerDivision',
  'organisation.placed': 'catalogue:placeOrganisation',
  'duty.assigned': 'catalogue:assignDuty',
  'schema.registered': 'catalogue:registerSchema',
  'catalogue.published': 'catalogue:publish',
  'catalogue.regraded': 'catalogue:regrade',
  'catalogue.transferred': 'catalogue:transfer',
  'catalogue.approved': 'catalogue:approve',
  'catalogue.placed': 'catalogue:placeResource',
  'catalogue.quarantined': 'catalogue:quarantine',
  'catalogue.released': 'catalogue:release',
  'feedback.given': 'catalogue:giveFeedback',
  'feedback.answered': 'catalogue:answerFeedback',
  'feedback.closed': 'catalogue:closeFeedback',
  'supervision.stated': 'catalogue:stateSupervision',
  'supervision.looked': 'catalogue:lookAt',
  'receipt.provided': 'usage:provideReceipts',
  'receipt.acknowledged': 'usage:acknowledgeReceipts',
  'receipt.disputed': 'usage:disputeReceipts',
  'template.approved': 'usage:approveTemplate',
  'template.withdrawn': 'usage:withdrawTemplate',
  'export.permitted': 'usage:permitExport',
  'export.refused': 'usage:refuseExport',
  ...SHARING_TRANSACTIONS,
  'ledger.handed-over': 'handover:begin',
  'ledger.taken-over': 'handover:close',
};

const LIFE_TRANSACTIONS: Readonly<Record<LifeEntry['type'], string>> = {
  'use.changed': 'life:changeUse',
  'booking.changed': 'life:book',
  'correction.requested': 'life:requestCorrection',
  'correction.changed': 'life:changeCorrection',
  'correction.completed': 'life:completeCorrection',
  'claim.reserved': 'life:reserve',
  'claim.changed': 'life:changeClaim',
  'pledge.made': 'life:pledge',
  'pledge.released': 'life:releasePledge',
  'rules.published': 'life:publishRules',
};

/**
 * Who endorses an entry of a type that an organisation of an MSP writes: the bureau, and whoever else may hold its record
 * (the chaincode's collections).
 */
export function endorsersOf(type: Entry['type'], mspId: string): readonly string[] {
  return ['TaxBureau', isOfSharing(type, mspId) ? 'DataProviders' : 'Merchants'];
}

function isOfSharing(type: Entry['type'], mspId: string): boolean {
  if (type === 'invoice.issued' || mspId === 'Merchants') return false;
  const entry = { type } as Entry;
  return (
    mspId === 'DataProviders' ||
    type.startsWith('provenance.') ||
    isAccessEntry(entry) ||
    isCatalogueEntry(entry) ||
    isUsageEntry(entry)
  );
}

/** One transaction for invoices: all that is said of them is private. */
export function invoiceProposal(commands: readonly IssueInvoice[], mspId: string): Proposal {
  const batch = commands.map(({ request, seller, seed, correction, offline }) => ({
    request,
    seller: { text: seller.text, salt: seller.salt },
    seed,
    ...(correction === undefined ? undefined : { correction }),
    ...(offline === undefined ? undefined : { offline: { statement: offline.statement, signature: offline.signature } }),
  }));
  return {
    transaction: 'invoice:issue',
    args: [],
    transient: { batch: Buffer.from(JSON.stringify(batch)) },
    endorsers: endorsersOf('invoice.issued', mspId),
  };
}

/** One transaction for any other entry: its facts are public, the record behind them is not. */
export function entryProposal({ facts: { type, ...facts }, record }: RecordEntry, mspId: string): Proposal {
  return {
    transaction: TRANSACTIONS[type],
    args: [canonicalJson(facts)],
    transient: { commands: Buffer.from(JSON.stringify({ record })) },
    endorsers: endorsersOf(type, mspId),
  };
}

/** One transaction for a change of an invoice's life: what is shown to the rules is not public. */
export function lifeProposal(
  { facts: { type, ...facts }, asked, openings, words, seed, party }: ChangeLife,
  mspId: string,
): Proposal {
  const change = {
    asked,
    openings,
    words,
    seed,
    ...(party === undefined ? undefined : { party: { text: party.text, salt: party.salt } }),
  };
  return {
    transaction: LIFE_TRANSACTIONS[type],
    args: [canonicalJson(facts as Readonly<Record<string, JsonValue>>)],
    transient: { change: Buffer.from(JSON.stringify(change)) },
    endorsers: endorsersOf(type, mspId),
  };
}
