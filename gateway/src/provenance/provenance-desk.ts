import {
  canonicalJson,
  LedgerError,
  parseSourceKey,
  parseSourceSignature,
  parseStatement,
  type ContentDigest,
  type EntryFacts,
  type JsonValue,
  type ProvenanceEventName,
  type SourceSignature,
  type Statement,
} from '@lianpiao/chaincode/domain';
import type { ActRecorder } from '../issuing/act-recorder';
import type { PlacedEntry } from '../ledger/ledger';
import type { Principal } from '../stores/access-store';
import { contentOf, type ProvenanceReader } from './provenance-reader';

/** A statement signed by its source, and what its registrant adds. */
export interface RegistrationRequest {
  readonly statement: unknown;
  readonly signature: unknown;
  readonly description?: string | undefined;
}

export interface EventRequest {
  readonly event: ProvenanceEventName;
  readonly to?: string | undefined;
  readonly terms?: string | undefined;
  readonly reason: string;
}

const WHY = 'registers a content';

/** Where organisations register contents and note what becomes of them. */
export class ProvenanceDesk {
  readonly #acts: ActRecorder;
  readonly #reader: ProvenanceReader;

  constructor(acts: ActRecorder, reader: ProvenanceReader) {
    this.#acts = acts;
    this.#reader = reader;
  }

  /**
   * Registers a content. The same request again gets the first registration, so that nobody who heard no answer is stuck.
   * @throws LedgerError PROVENANCE_EXISTS when the organisation registered it with another statement, and what the rules refuse.
   */
  async register(principal: Principal, request: RegistrationRequest): Promise<{ created: boolean; placed: PlacedEntry }> {
    const statement = parseStatement(request.statement, '/statement');
    const signature = parseSourceSignature(request.signature, '/signature');
    const { organisation, keyId } = principal;
    const facts = registrationFacts(organisation, statement, signature);
    const details = described({ statement, signature }, 'description', request.description);
    try {
      return { created: true, placed: await this.#acts.record(organisation, facts, { keyId, why: WHY }, details) };
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code !== 'PROVENANCE_EXISTS') throw error;
      const placed = this.#reader.registrationBy(statement.digest, organisation);
      if (placed === undefined || !this.#says(placed, details)) throw error;
      return { created: false, placed };
    }
  }

  /** Notes a licence, a transfer or a use; its terms are private. @throws LedgerError what the rules refuse. */
  note(principal: Principal, digest: ContentDigest, { event, to, terms, reason }: EventRequest): Promise<PlacedEntry> {
    const { organisation, keyId } = principal;
    const facts: EntryFacts = {
      type: 'provenance.event',
      digest,
      event,
      organisation,
      ...(to === undefined ? undefined : { to }),
    };
    return this.#acts.record(organisation, facts, { keyId, why: reason }, described({}, 'terms', terms));
  }

  /** True when a registration has this content; the signature may be another one of the same key, since ECDSA's differ. */
  #says({ sequence }: PlacedEntry, details: Readonly<Record<string, JsonValue>>): boolean {
    const record = this.#reader.record(sequence);
    return record !== undefined && comparable(contentOf(record)) === comparable(details);
  }
}

function registrationFacts(registrant: string, { digest, kind, parents }: Statement, signature: SourceSignature): EntryFacts {
  const { signer } = parseSourceKey(signature.publicKey, signature.algorithm, '/signature/publicKey');
  return { type: 'provenance.registered', digest, kind, parents, registrant, signer };
}

function described(details: Record<string, JsonValue>, name: string, text: string | undefined): Record<string, JsonValue> {
  return text === undefined ? details : { ...details, [name]: text };
}

function comparable({ signature, ...content }: Readonly<Record<string, JsonValue>>): string {
  return canonicalJson({ ...content, publicKey: (signature as SourceSignature).publicKey });
}
