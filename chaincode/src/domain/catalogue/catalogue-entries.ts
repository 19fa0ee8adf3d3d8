import type { GrantRight } from '../access/grant';
import type { Digest } from '../encoding/digest';
import type {
  DataClass,
  DataGrade,
  FeedbackKind,
  FeedbackOutcome,
  Openness,
  Sector,
  Stage,
  SupervisionFinding,
  SupervisionMethod,
} from './vocabulary';

interface Base<Type extends string> {
  readonly type: Type;
  readonly time: string;
  readonly commitment: Digest;
}

/** An administrative division, by its code of six digits (GB/T 2260). Its name stands in the record. */
export interface DivisionRegistered extends Base<'division.registered'> {
  readonly division: string;
  /** The division above it; absent for the uppermost. */
  readonly parent?: string;
}

/** Where an organisation belongs from now on. */
export interface OrganisationPlaced extends Base<'organisation.placed'> {
  readonly organisation: string;
  readonly division: string;
  /** The organisation above it. */
  readonly superior?: string;
}

/** A duty is an organisation's, from this version on. Its name and legal basis stand in the record. */
export interface DutyAssigned extends Base<'duty.assigned'> {
  readonly duty: string;
  /** From 1, without gap. */
  readonly version: number;
  readonly organisation: string;
}

/** A version of a schema (JSON Schema 2020-12). Its text stands in the record. */
export interface SchemaRegistered extends Base<'schema.registered'> {
  readonly schema: string;
  /** From 1, without gap. */
  readonly version: number;
  /** Who may register further versions: the caller of the first. */
  readonly owner: string;
  /** SHA-256 of the schema's RFC 8785 text. */
  readonly digest: Digest;
}

/** A version of a catalogue entry. Title, description, tags and period stand in the record. */
export interface CataloguePublished extends Base<'catalogue.published'> {
  readonly entry: string;
  /** From 1, without gap. */
  readonly version: number;
  readonly duty: string;
  /** Whose data it is: the organisation that has the duty. */
  readonly owner: string;
  /** Who keeps the data for the owner. */
  readonly steward: string;
  /** Fingerprint of what the data says ({@link datumFingerprint}): each datum has one source. */
  readonly datum: Digest;
  /** The entry that is the source of this datum, when this one holds a copy. */
  readonly source?: string;
  readonly grade: DataGrade;
  readonly class: DataClass;
  readonly openness: Openness;
  readonly sector: Sector;
  readonly stage: Stage;
  readonly schema?: string;
  readonly schemaVersion?: number;
  /** SHA-256 of the document that proves the owner's title; without it the right to operate is not granted. */
  readonly evidence?: Digest;
}

/** The owner or the bureau endorses a grade and class. To loosen them takes both. */
export interface CatalogueRegraded extends Base<'catalogue.regraded'> {
  readonly entry: string;
  /** The version that was looked at. */
  readonly version: number;
  readonly grade: DataGrade;
  readonly class: DataClass;
}

/** The owner hands an entry to the organisation of another duty; that is a version of its own. */
export interface CatalogueTransferred extends Base<'catalogue.transferred'> {
  readonly entry: string;
  readonly version: number;
  readonly duty: string;
  readonly owner: string;
  readonly steward: string;
}

/** The bureau allows what the decision table leaves to approval. */
export interface CatalogueApproved extends Base<'catalogue.approved'> {
  readonly entry: string;
  readonly consumer: string;
  readonly right: GrantRight;
  /** RFC 3339 UTC; itself outside. */
  readonly until: string;
}

/** A resource stands under a catalogue entry from now on. */
export interface CataloguePlaced extends Base<'catalogue.placed'> {
  readonly resource: string;
  readonly entry: string;
}

/** What a resource serves does not fit the schema of its entry: nothing is read from it until it is released. */
export interface CatalogueQuarantined extends Base<'catalogue.quarantined'> {
  readonly resource: string;
  readonly schema: string;
  readonly version: number;
}

export interface CatalogueReleased extends Base<'catalogue.released'> {
  readonly resource: string;
}

/** Somebody who uses data says what is wrong with it; the words stand in the record. */
export interface FeedbackGiven extends Base<'feedback.given'> {
  readonly feedback: string;
  readonly entry: string;
  /** Who says so: the transaction's caller. */
  readonly from: string;
  readonly kind: FeedbackKind;
}

export interface FeedbackAnswered extends Base<'feedback.answered'> {
  readonly feedback: string;
  readonly outcome: FeedbackOutcome;
}

/** Whoever gave the feedback is content, or takes it back. */
export interface FeedbackClosed extends Base<'feedback.closed'> {
  readonly feedback: string;
}

/** The bureau says who looks at whom, how, and how often. Said again it replaces what was said. */
export interface SupervisionStated extends Base<'supervision.stated'> {
  /** The bureau or an auditor. */
  readonly authority: string;
  /** Any other organisation. */
  readonly object: string;
  readonly method: SupervisionMethod;
  /** Days from one look to the next, at most; 0 ends it. */
  readonly intervalDays: number;
}

/** An authority has looked, as it was stated that it does. What it saw stands in the record. */
export interface SupervisionLooked extends Base<'supervision.looked'> {
  /** The transaction's caller. */
  readonly authority: string;
  readonly object: string;
  readonly method: SupervisionMethod;
  /** Of the look, under this authority, object and method: from 1, without gap. */
  readonly number: number;
  readonly finding: SupervisionFinding;
}

/** Entries of the directory chain. */
export type CatalogueEntry =
  | CatalogueApproved
  | CataloguePlaced
  | CataloguePublished
  | CatalogueQuarantined
  | CatalogueRegraded
  | CatalogueReleased
  | CatalogueTransferred
  | DivisionRegistered
  | DutyAssigned
  | FeedbackAnswered
  | FeedbackClosed
  | FeedbackGiven
  | OrganisationPlaced
  | SchemaRegistered
  | SupervisionLooked
  | SupervisionStated;

const CATALOGUE_TYPE = /^(?:(?:catalogue|division|duty|feedback|schema|supervision)\.|organisation\.placed$)/;

export function isCatalogueEntry(entry: { readonly type: string }): entry is CatalogueEntry {
  return CATALOGUE_TYPE.test(entry.type);
}

/** In the order in which they name an entry's subject: a placed resource is the subject, not the entry it goes under. */
const SUBJECT_FIELDS = ['resource', 'feedback', 'schema', 'entry', 'duty', 'organisation', 'object', 'division'] as const;

/** What an entry of the directory is about: a resource, a feedback, a schema, a catalogue entry, a duty, an organisation, whoever is supervised, or a division. */
export function catalogueSubject(entry: CatalogueEntry): string {
  const fields = entry as Partial<Record<(typeof SUBJECT_FIELDS)[number], string>>;
  if (entry.type === 'catalogue.published') return entry.entry;
  return SUBJECT_FIELDS.map((name) => fields[name]).find((value) => value !== undefined) ?? '';
}
