import {
  checkProvenanceRecord,
  LedgerError,
  stateKeys,
  type ContentDigest,
  type JsonValue,
  type OrganisationState,
  type ProvenanceEvent,
  type ProvenanceRegistered,
  type ProvenanceState,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
import type { LedgerReader, PlacedAct, PlacedEntry } from '../ledger/ledger';
import type { PayloadStore } from '../stores/payload-store';

/** A registration as anyone may read it; `content` is for its registrant and for supervisors. */
export interface Registration {
  readonly sequence: number;
  readonly time: string;
  readonly registrant: string;
  /** True for a sandbox organisation's: worth nothing. */
  readonly test: boolean;
  readonly kind: string;
  readonly parents: readonly string[];
  /** `sha256:` digest of the public key of whoever signed the statement. */
  readonly signer: string;
  /** The source's signature, verified again now; `erased` when the statement is gone: it was valid when it was recorded. */
  readonly signature: 'valid' | 'wrong' | 'erased';
  readonly content?: Readonly<Record<string, JsonValue>>;
}

/** Something that happened to a content, as anyone may read it. */
export interface ContentEvent {
  readonly sequence: number;
  readonly time: string;
  readonly event: string;
  readonly organisation: string;
  readonly to?: string;
}

/** Fields of a registration's record that are told to its registrant and to supervisors. */
const CONTENT_FIELDS: ReadonlySet<string> = new Set(['statement', 'signature', 'description']);
const PAGE = 500;

/** Reads what the ledger says of contents: always up to date, since it needs no index. */
export class ProvenanceReader {
  readonly #ledger: LedgerReader;
  readonly #payloads: PayloadStore;

  constructor(ledger: LedgerReader, payloads: PayloadStore) {
    this.#ledger = ledger;
    this.#payloads = payloads;
  }

  state(digest: ContentDigest): ProvenanceState | undefined {
    return this.#ledger.state(stateKeys.provenance(digest)) as ProvenanceState | undefined;
  }

  /** @throws LedgerError PROVENANCE_UNKNOWN. */
  require(digest: ContentDigest): ProvenanceState {
    const state = this.state(digest);
    if (state === undefined) throw new LedgerError('PROVENANCE_UNKNOWN');
    return state;
  }

  /** Registrations of a content from behind a sequence on (-1 for the start), the first one first. */
  registrations(digest: ContentDigest, after: number, limit: number): readonly PlacedAct[] {
    return this.#ledger.acts({ subject: digest, type: 'provenance.registered', after, limit });
  }

  /** The registration by an organisation: at most one. */
  registrationBy(digest: ContentDigest, organisation: string): PlacedAct | undefined {
    for (let after = -1; ;) {
      const page = this.registrations(digest, after, PAGE);
      const own = page.find(({ entry }) => entry.type === 'provenance.registered' && entry.registrant === organisation);
      const last = page.at(-1);
      if (own !== undefined || last === undefined || page.length < PAGE) return own;
      after = last.sequence;
    }
  }

  events(digest: ContentDigest, after: number, limit: number): ContentEvent[] {
    return this.#ledger.acts({ subject: digest, type: 'provenance.event', after, limit }).map(({ sequence, entry }) => {
      const { time, event, organisation, to } = entry as ProvenanceEvent;
      return { sequence, time, event, organisation, ...(to === undefined ? undefined : { to }) };
    });
  }

  /** The entry of a sequence when it is about this content. @throws LedgerError PROVENANCE_UNKNOWN. */
  entryAbout(digest: ContentDigest, sequence: number): PlacedEntry & { readonly entry: ProvenanceEvent | ProvenanceRegistered } {
    const placed = this.#ledger.read(sequence, 1)[0];
    const entry = placed?.entry;
    const about = entry?.type === 'provenance.registered' || entry?.type === 'provenance.event';
    if (placed === undefined || !about || entry.digest !== digest) throw new LedgerError('PROVENANCE_UNKNOWN');
    return { ...placed, entry };
  }

  record(sequence: number): SealedRecord | undefined {
    return this.#payloads.read(sequence);
  }

  /** @param open whether its content may be told. */
  view({ sequence, entry }: PlacedEntry, open: boolean): Registration {
    const { time, registrant, kind, parents, signer } = entry as ProvenanceRegistered;
    const record = this.record(sequence);
    const organisation = this.#ledger.state(stateKeys.organisation(registrant)) as OrganisationState | undefined;
    return {
      sequence,
      time,
      registrant,
      test: organisation?.sandbox === true,
      kind,
      parents,
      signer: `sha256:${signer}`,
      signature: record === undefined ? 'erased' : verdictOf(entry as ProvenanceRegistered, record),
      ...(open && record !== undefined ? { content: contentOf(record) } : undefined),
    };
  }
}

function verdictOf(entry: ProvenanceRegistered, record: SealedRecord): 'valid' | 'wrong' {
  try {
    checkProvenanceRecord(entry, record, nodeSignatures);
    return 'valid';
  } catch (error) {
    if (error instanceof LedgerError) return 'wrong';
    throw error;
  }
}

/** The fields of a record that speak of the content itself. */
export function contentOf(record: SealedRecord): Record<string, JsonValue> {
  const told = record.fields.filter(({ name }) => CONTENT_FIELDS.has(name));
  return Object.fromEntries(told.map(({ name, text }) => [name, JSON.parse(text) as JsonValue]));
}
