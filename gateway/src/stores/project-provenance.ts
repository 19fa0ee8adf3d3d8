import type { Entry } from '@lianpiao/chaincode/domain';

/** What the index keeps of an entry about a content: a function of the entry alone. */
export interface IndexedProvenance {
  readonly sequence: number;
  readonly digest: string;
  readonly event: 'registered' | 'licensed' | 'transferred' | 'used';
  /** Who registered, or did it. */
  readonly organisation: string;
  /** Who got the licence or the rights. */
  readonly other: string | null;
  /** Of a registration. */
  readonly kind: string | null;
  /** Of a registration, in the order of its statement. */
  readonly parents: readonly string[];
}

/** The index's row of an entry; undefined when it is not about a content. */
export function projectProvenance(sequence: number, entry: Entry): IndexedProvenance | undefined {
  switch (entry.type) {
    case 'provenance.registered':
      return {
        sequence,
        digest: entry.digest,
        event: 'registered',
        organisation: entry.registrant,
        other: null,
        kind: entry.kind,
        parents: entry.parents,
      };
    case 'provenance.event':
      return {
        sequence,
        digest: entry.digest,
        event: entry.event,
        organisation: entry.organisation,
        other: entry.to ?? null,
        kind: null,
        parents: [],
      };
    default:
      return undefined;
  }
}
