import {
  canonicalJson,
  isAccessEntry,
  type Entry,
  type EntryFacts,
  type IssueInvoice,
  type RecordEntry,
} from '@lianpiao/chaincode/domain';
import type { Proposal } from './fabric-channel';

/** The transaction for each type of entry. */
const TRANSACTIONS: Readonly<Record<EntryFacts['type'], string>> = {
  'organisation.registered': 'registry:registerOrganisation',
  'till.registered': 'registry:registerTill',
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
  'ledger.handed-over': 'handover:begin',
  'ledger.taken-over': 'handover:close',
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
  return mspId === 'DataProviders' || type.startsWith('provenance.') || isAccessEntry({ type } as Entry);
}

/** One transaction for invoices: all that is said of them is private. */
export function invoiceProposal(commands: readonly IssueInvoice[], mspId: string): Proposal {
  const batch = commands.map(({ request, seller, seed }) => ({
    request,
    seller: { text: seller.text, salt: seller.salt },
    seed,
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
