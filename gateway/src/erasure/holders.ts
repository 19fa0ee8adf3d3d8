import { mspOfRole, stateKeys, type Entry, type OrganisationState } from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';
import type { LedgerSettings } from '../ledger/ledger-settings';

/** Who keeps the records behind entries, and in whose name this gateway speaks of its own. */
export interface Holders {
  /** This organisation's name as a holder. */
  readonly own: string;
  /** The organisation on the ledger that signs for it; undefined before the ledger has one. */
  signer(): string | undefined;
  /** All that were given the record of an entry: an organisation's side, with its peer and gateways, is one holder. */
  of(entry: Entry): readonly string[];
  /** The holder for which an organisation of the ledger speaks. */
  holderOf(organisation: string): string | undefined;
}

const OPERATOR = 'operator';

/** An embedded ledger has one holder, its operator, for whom the bureau signs; on Fabric they are the collection's members. */
export function holdersOf(settings: LedgerSettings, ledger: Pick<LedgerReader, 'state'>): Holders {
  const bureau = (): string | undefined => ledger.state(stateKeys.genesis) as string | undefined;
  if (settings.kind === 'embedded') {
    const holderOf = (organisation: string): string | undefined => (organisation === bureau() ? OPERATOR : undefined);
    return { own: OPERATOR, signer: bureau, of: () => [OPERATOR], holderOf };
  }
  const roleOf = (organisation: string): OrganisationState['role'] | undefined =>
    (ledger.state(stateKeys.organisation(organisation)) as OrganisationState | undefined)?.role;
  const sideOf = (organisation: string): string => {
    const role = roleOf(organisation);
    return role === undefined ? 'TaxBureau' : mspOfRole(role);
  };
  return {
    own: settings.mspId,
    signer: () => (settings.mspId === 'TaxBureau' ? bureau() : settings.operator),
    of: (entry) => ['TaxBureau', ...new Set([sideOfRecord(entry, sideOf)])],
    holderOf: (organisation) => (roleOf(organisation) === undefined ? undefined : sideOf(organisation)),
  };
}

/** The side beside the bureau whose collection holds the record of an entry that can be erased. */
function sideOfRecord(entry: Entry, sideOf: (organisation: string) => string): string {
  const writer = 'registrant' in entry ? entry.registrant : entry.type === 'provenance.event' ? entry.organisation : undefined;
  return writer === undefined || sideOf(writer) === 'Merchants' ? 'Merchants' : 'DataProviders';
}
