import { parseDigest, type Digest } from '../encoding/digest';
import { isIdentifier } from '../encoding/identifier';
import { isContentDigest, type ContentDigest } from './content-digest';

/** What a content is. An `item` is a thing: its handovers are looked at along a chain. */
export const CONTENT_KINDS = ['document', 'dataset', 'work', 'item'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

/** What may happen to a registered content. */
export const PROVENANCE_EVENTS = ['licensed', 'transferred', 'used'] as const;
export type ProvenanceEventName = (typeof PROVENANCE_EVENTS)[number];

/** Contents that one registration may name as its origin. */
export const MAX_PARENTS = 64;

/** An organisation registers a content with what its source has signed of it. */
export interface ProvenanceRegistered {
  readonly type: 'provenance.registered';
  readonly time: string;
  readonly commitment: Digest;
  readonly digest: ContentDigest;
  readonly kind: ContentKind;
  /** What the content was made from; all registered before. In the order of the statement, none twice. */
  readonly parents: readonly ContentDigest[];
  /** The organisation that registers: the transaction's caller. */
  readonly registrant: string;
  /** SHA-256 of the public key (SPKI) that signed the statement in the record. */
  readonly signer: Digest;
}

/** Something happened to a registered content: its holder licensed or transferred it, or somebody used it. */
export interface ProvenanceEvent {
  readonly type: 'provenance.event';
  readonly time: string;
  readonly commitment: Digest;
  readonly digest: ContentDigest;
  readonly event: ProvenanceEventName;
  /** Who did it: the transaction's caller. */
  readonly organisation: string;
  /** Who got the licence or the rights. */
  readonly to?: string;
}

type Check = (value: unknown) => boolean;

/** The form of these entries, as `record/parse-entry.ts` reads them. */
export const PROVENANCE_FORMS: Readonly<
  Record<(ProvenanceEvent | ProvenanceRegistered)['type'], Readonly<Record<string, Check>>>
> = {
  'provenance.registered': {
    digest: isContentDigest,
    kind: (value) => CONTENT_KINDS.includes(value as ContentKind),
    parents: isParentList,
    registrant: isIdentifier,
    signer: (value) => parseDigest(value) !== undefined,
  },
  'provenance.event': {
    digest: isContentDigest,
    event: (value) => PROVENANCE_EVENTS.includes(value as ProvenanceEventName),
    organisation: isIdentifier,
    to: (value) => value === undefined || isIdentifier(value),
  },
};

/** At most {@link MAX_PARENTS} content digests, none twice. */
export function isParentList(value: unknown): value is readonly ContentDigest[] {
  if (!Array.isArray(value) || value.length > MAX_PARENTS) return false;
  return value.every(isContentDigest) && new Set(value).size === value.length;
}
