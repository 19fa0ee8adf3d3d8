import { randomBytes } from 'node:crypto';
import {
  canonicalJson,
  datumFingerprint,
  hasher,
  isIdentifier,
  stateKeys,
  type CatalogueEntryState,
  type CataloguePublished,
  type DataClass,
  type DataGrade,
  type DutyState,
  type FeedbackKind,
  type FeedbackOutcome,
  type GrantRight,
  type JsonValue,
  type SchemaState,
  type SupervisionFinding,
  type SupervisionMethod,
  type SupervisionState,
} from '@lianpiao/chaincode/domain';
import type { Actor, ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader, PlacedEntry } from '../ledger/ledger';
import type { EntryAbout } from '../stores/directory-store';

/** A catalogue entry as its owner describes it. */
export interface Publication extends Pick<
  CataloguePublished,
  'class' | 'duty' | 'entry' | 'grade' | 'openness' | 'sector' | 'stage'
> {
  /** The next one when absent. */
  readonly version: number | undefined;
  /** The owner when absent. */
  readonly steward: string | undefined;
  readonly source: string | undefined;
  readonly schema: string | undefined;
  readonly schemaVersion: number | undefined;
  readonly evidence: string | undefined;
  readonly about: EntryAbout;
}

/** Where organisations are placed, duties assigned, and data is catalogued: everything an act on the ledger. */
export class DirectoryDesk {
  readonly #ledger: LedgerReader;
  readonly #acts: ActRecorder;

  constructor(ledger: LedgerReader, acts: ActRecorder) {
    this.#ledger = ledger;
    this.#acts = acts;
  }

  division(caller: string, division: string, parent: string | undefined, name: string, actor: Actor): Promise<PlacedEntry> {
    const facts = { type: 'division.registered' as const, division, ...given({ parent }) };
    return this.#acts.record(caller, facts, actor, { name });
  }

  placement(
    caller: string,
    at: { readonly organisation: string; readonly division: string; readonly superior: string | undefined },
    actor: Actor,
  ): Promise<PlacedEntry> {
    const { organisation, division, superior } = at;
    return this.#acts.record(caller, { type: 'organisation.placed', organisation, division, ...given({ superior }) }, actor);
  }

  /** @param words its name and legal basis. */
  duty(
    caller: string,
    duty: { readonly duty: string; readonly version: number | undefined; readonly organisation: string },
    words: { readonly name: string; readonly basis: string },
    actor: Actor,
  ): Promise<PlacedEntry> {
    const before = this.#ledger.state(stateKeys.duty(duty.duty)) as DutyState | undefined;
    const version = duty.version ?? (before?.version ?? 0) + 1;
    return this.#acts.record(caller, { type: 'duty.assigned', ...duty, version }, actor, { ...words });
  }

  /** @param registered.document JSON Schema 2020-12; the ledger holds the digest of its RFC 8785 text. */
  schema(
    caller: string,
    registered: { readonly schema: string; readonly version: number | undefined; readonly document: JsonValue },
    actor: Actor,
  ): Promise<PlacedEntry> {
    const { schema, document } = registered;
    const before = this.#ledger.state(stateKeys.schema(schema)) as SchemaState | undefined;
    const version = registered.version ?? (before?.version ?? 0) + 1;
    const digest = hasher().sha256(canonicalJson(document));
    return this.#acts.record(caller, { type: 'schema.registered', schema, version, owner: caller, digest }, actor, { document });
  }

  /** Publishes an entry, or its next version. @throws LedgerError for what the ledger's rules refuse. */
  publish(caller: string, publication: Publication, actor: Actor): Promise<PlacedEntry> {
    const { version, steward, source, schema, schemaVersion, evidence, about, ...facts } = publication;
    return this.#acts.record(
      caller,
      {
        type: 'catalogue.published',
        ...facts,
        version: version ?? (this.#entry(facts.entry)?.version ?? 0) + 1,
        owner: caller,
        steward: steward ?? caller,
        datum: datumFingerprint(about.datum),
        ...given({ source, schema, schemaVersion, evidence: evidence as CataloguePublished['evidence'] }),
      },
      actor,
      { about: about as unknown as JsonValue },
    );
  }

  /** @param to the version that was looked at; that of now when absent. */
  regrade(
    caller: string,
    entry: string,
    to: { readonly version: number | undefined; readonly grade: DataGrade; readonly class: DataClass },
    actor: Actor,
  ): Promise<PlacedEntry> {
    const version = to.version ?? this.#entry(entry)?.version ?? 1;
    return this.#acts.record(caller, { type: 'catalogue.regraded', entry, ...to, version }, actor);
  }

  transfer(
    caller: string,
    entry: string,
    to: { readonly duty: string; readonly owner: string; readonly steward: string | undefined },
    actor: Actor,
  ): Promise<PlacedEntry> {
    const version = (this.#entry(entry)?.version ?? 0) + 1;
    const { duty, owner, steward } = to;
    return this.#acts.record(
      caller,
      { type: 'catalogue.transferred', entry, version, duty, owner, steward: steward ?? owner },
      actor,
    );
  }

  approve(
    caller: string,
    approval: { readonly entry: string; readonly consumer: string; readonly right: GrantRight; readonly until: string },
    actor: Actor,
  ): Promise<PlacedEntry> {
    return this.#acts.record(caller, { type: 'catalogue.approved', ...approval }, actor);
  }

  place(caller: string, resource: string, entry: string, actor: Actor): Promise<PlacedEntry> {
    return this.#acts.record(caller, { type: 'catalogue.placed', resource, entry }, actor);
  }

  quarantine(
    caller: string,
    what: { readonly resource: string; readonly schema: string; readonly version: number },
    actor: Actor,
    misfits: JsonValue = [],
  ): Promise<PlacedEntry> {
    return this.#acts.record(caller, { type: 'catalogue.quarantined', ...what }, actor, { misfits });
  }

  release(caller: string, resource: string, actor: Actor): Promise<PlacedEntry> {
    return this.#acts.record(caller, { type: 'catalogue.released', resource }, actor);
  }

  /** @param given.feedback made by us when absent; a caller that names it may repeat the request safely. */
  feedback(
    caller: string,
    given: { readonly feedback: string | undefined; readonly entry: string; readonly kind: FeedbackKind; readonly text: string },
    actor: Actor,
  ): Promise<PlacedEntry> {
    const { entry, kind, text } = given;
    const feedback = given.feedback ?? `feedback-${randomBytes(12).toString('hex')}`;
    return this.#acts.record(caller, { type: 'feedback.given', feedback, entry, from: caller, kind }, actor, { text });
  }

  answer(
    caller: string,
    answer: { readonly feedback: string; readonly outcome: FeedbackOutcome; readonly text: string },
    actor: Actor,
  ): Promise<PlacedEntry> {
    const { feedback, outcome, text } = answer;
    return this.#acts.record(caller, { type: 'feedback.answered', feedback, outcome }, actor, { text });
  }

  close(caller: string, feedback: string, actor: Actor): Promise<PlacedEntry> {
    return this.#acts.record(caller, { type: 'feedback.closed', feedback }, actor);
  }

  supervision(
    caller: string,
    stated: {
      readonly authority: string;
      readonly object: string;
      readonly method: SupervisionMethod;
      readonly intervalDays: number;
    },
    actor: Actor,
  ): Promise<PlacedEntry> {
    return this.#acts.record(caller, { type: 'supervision.stated', ...stated }, actor);
  }

  /** @param look.number the next one when absent. */
  look(
    caller: string,
    look: {
      readonly object: string;
      readonly method: SupervisionMethod;
      readonly number: number | undefined;
      readonly finding: SupervisionFinding;
      readonly text: string | undefined;
    },
    actor: Actor,
  ): Promise<PlacedEntry> {
    const { object, method, finding, text } = look;
    const key = isIdentifier(object) ? stateKeys.supervision(caller, object, method) : undefined;
    const before = key === undefined ? undefined : (this.#ledger.state(key) as SupervisionState | undefined);
    const number = look.number ?? (before?.looks ?? 0) + 1;
    const facts = { type: 'supervision.looked', authority: caller, object, method, number, finding } as const;
    return this.#acts.record(caller, facts, actor, given({ text }));
  }

  #entry(entry: string): CatalogueEntryState | undefined {
    return this.#ledger.state(stateKeys.catalogue(entry)) as CatalogueEntryState | undefined;
  }
}

/** The members that are there. */
function given<Members extends object>(members: Members): { [Name in keyof Members]?: NonNullable<Members[Name]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}
