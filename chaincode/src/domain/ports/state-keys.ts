import type { Digest } from '../encoding/digest';
import type { ContentDigest } from '../provenance/content-digest';

/** Every key of the ledger's state is made here. Parts are checked identifiers, so no separator can be smuggled in. */
export const stateKeys = {
  genesis: 'genesis',
  organisation: (id: string): string => `organisation/${id}`,
  taxpayer: (fingerprint: Digest): string => `taxpayer/${fingerprint}`,
  till: (id: string): string => `till/${id}`,
  /** The end of a till's chain, and its numbers. */
  head: (till: string): string => `head/${till}`,
  /** A seller's numbers that no till has yet. */
  pool: (seller: string): string => `pool/${seller}`,
  /** The next sequence of a number prefix that nobody has. */
  prefix: (prefix: string): string => `prefix/${prefix}`,
  delegation: (seller: string, agent: string): string => `delegation/${seller}/${agent}`,
  /** Present when an order reference is used. */
  reference: (fingerprint: Digest): string => `reference/${fingerprint}`,
  /** A registered content: who was first, who holds it now. */
  provenance: (digest: ContentDigest): string => `provenance/${digest}`,
  /** Present when an organisation has registered a content. */
  registration: (digest: ContentDigest, organisation: string): string => `registration/${digest}/${organisation}`,
  /** Present when an organisation has a licence of a content. */
  licence: (digest: ContentDigest, organisation: string): string => `licence/${digest}/${organisation}`,
  /** What became of an invoice since its issue; absent while nothing has. */
  life: (invoice: string): string => `life/${invoice}`,
  correction: (id: string): string => `correction/${id}`,
  claim: (id: string): string => `claim/${id}`,
  pledge: (id: string): string => `pledge/${id}`,
  /** The rule set in force, and each version there was. */
  rules: (set: string): string => `rules/${set}`,
  rulesVersion: (set: string, version: string): string => `rules/${set}/${version}`,
  /** The text of an earlier entry, read only: engines answer it from their blocks. @see ENTRY_KEY_PREFIX */
  entry: (place: string): string => `entry/${place}`,
  resource: (id: string): string => `resource/${id}`,
  grant: (id: string): string => `grant/${id}`,
  /** The newest seal of the map of statuses; absent before the first. */
  status: 'status',
  division: (code: string): string => `division/${code}`,
  /** To which division an organisation belongs. */
  placement: (organisation: string): string => `placement/${organisation}`,
  duty: (id: string): string => `duty/${id}`,
  schema: (id: string): string => `schema/${id}`,
  catalogue: (entry: string): string => `catalogue/${entry}`,
  /** The entry that is the source of a datum. */
  datum: (fingerprint: Digest): string => `datum/${fingerprint}`,
  /** Under which catalogue entry a resource stands. */
  resourcePlace: (resource: string): string => `resource-place/${resource}`,
  quarantine: (resource: string): string => `quarantine/${resource}`,
  approval: (entry: string, consumer: string, right: string): string => `approval/${entry}/${consumer}/${right}`,
  feedback: (id: string): string => `feedback/${id}`,
  /** Who looks at whom, by which method. */
  supervision: (authority: string, object: string, method: string): string => `supervision/${authority}/${object}/${method}`,
  /** How far the usage receipts of a grant are signed. */
  receipts: (grant: string): string => `receipts/${grant}`,
  /** A batch of them, by its first. */
  receiptBatch: (grant: string, first: number): string => `receipts/${grant}/${String(first)}`,
  template: (id: string): string => `template/${id}`,
  /** Present when the result of a run may leave. */
  export: (run: string): string => `export/${run}`,
  consent: (id: string): string => `consent/${id}`,
  /** The bureau's leave to use a resource in another region. */
  crossing: (id: string): string => `crossing/${id}`,
  request: (id: string): string => `request/${id}`,
  standing: (id: string): string => `standing/${id}`,
  /** The emergency grant that awaits its review; empty when it was reviewed. */
  emergency: (resource: string, consumer: string): string => `emergency/${resource}/${consumer}`,
  /** How far the audit log is sealed. */
  audit: 'audit',
  /** What a ledger goes on from; absent where it began. */
  handover: 'handover',
} as const;

/** The part of the state that grows with every invoice; engines keep it in a structure of its own. */
export const REFERENCE_KEY_PREFIX = 'reference/';

/**
 * The entries themselves, by an engine's own name of a place: a sequence in an embedded ledger, `<transaction id>/<index>` on
 * Fabric. No rule writes such a key, and a replay never reads one.
 */
export const ENTRY_KEY_PREFIX = 'entry/';
