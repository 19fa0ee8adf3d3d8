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
  resource: (id: string): string => `resource/${id}`,
  grant: (id: string): string => `grant/${id}`,
  /** How far the audit log is sealed. */
  audit: 'audit',
  /** What a ledger goes on from; absent where it began. */
  handover: 'handover',
} as const;

/** The part of the state that grows with every invoice; engines keep it in a structure of its own. */
export const REFERENCE_KEY_PREFIX = 'reference/';
