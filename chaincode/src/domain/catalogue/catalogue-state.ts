import type { Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type {
  DataClass,
  DataGrade,
  FeedbackKind,
  FeedbackOutcome,
  Openness,
  Sector,
  Stage,
  SupervisionFinding,
} from './vocabulary';

/** Values of the directory in the ledger's state, as type aliases so that they are JSON values. */
export type DivisionState = { readonly parent?: string };
export type PlacementState = { readonly division: string; readonly superior?: string };
export type DutyState = { readonly version: number; readonly organisation: string };
export type SchemaState = { readonly version: number; readonly owner: string; readonly digest: Digest };

/** A grade and class that one of the two sides has endorsed. */
export type LooseningState = { readonly grade: DataGrade; readonly class: DataClass; readonly by: 'bureau' | 'owner' };

export type CatalogueEntryState = {
  readonly version: number;
  readonly duty: string;
  readonly owner: string;
  readonly steward: string;
  readonly datum: Digest;
  readonly source?: string;
  readonly grade: DataGrade;
  readonly class: DataClass;
  readonly openness: Openness;
  readonly sector: Sector;
  readonly stage: Stage;
  readonly schema?: string;
  readonly schemaVersion?: number;
  readonly evidence?: Digest;
  readonly loosening?: LooseningState;
};

/** The source of a datum; none once its entry is retired. */
export type DatumState = { readonly entry?: string };
export type ResourcePlaceState = { readonly entry: string };
/** The schema that a resource does not fit; none once it is released. */
export type QuarantineState = { readonly schema?: string; readonly version?: number };
export type ApprovalState = { readonly until: string };

export type FeedbackStatus = 'answered' | 'closed' | 'open';
export type FeedbackState = {
  readonly entry: string;
  readonly from: string;
  readonly kind: FeedbackKind;
  /** Version of the entry that the feedback is about. */
  readonly version: number;
  /** RFC 3339 UTC: when the owner has to have answered. */
  readonly due: string;
  readonly status: FeedbackStatus;
  readonly outcome?: FeedbackOutcome;
};

/** What was stated of one authority, object and method. */
export type SupervisionState = {
  /** Days from one look to the next; 0: it is ended. */
  readonly intervalDays: number;
  /** RFC 3339 UTC: since when without a break, whatever the interval was. */
  readonly since: string;
  /** How many looks there were, ended or not. */
  readonly looks: number;
  /** RFC 3339 UTC: the last look since then. */
  readonly looked?: string;
  readonly finding?: SupervisionFinding;
};

type Reads = Pick<LedgerState, 'get'>;

/** @throws LedgerError DIVISION_UNKNOWN. */
export function requireDivision(state: Reads, division: string, path: string): void {
  if (state.get(stateKeys.division(division)) === undefined) throw new LedgerError('DIVISION_UNKNOWN', { path, found: division });
}

/** @throws LedgerError ORGANISATION_NOT_PLACED. */
export function requirePlaced(state: Reads, organisation: string): void {
  if (state.get(stateKeys.placement(organisation)) === undefined)
    throw new LedgerError('ORGANISATION_NOT_PLACED', { found: organisation });
}

/**
 * A duty that an organisation has now.
 * @throws LedgerError DUTY_UNKNOWN, DUTY_NOT_YOURS.
 */
export function requireDuty(state: Reads, duty: string, organisation: string): void {
  const found = state.get<DutyState>(stateKeys.duty(duty));
  if (found === undefined) throw new LedgerError('DUTY_UNKNOWN', { path: '/duty', found: duty });
  if (found.organisation !== organisation)
    throw new LedgerError('DUTY_NOT_YOURS', { path: '/duty', found: organisation, wanted: found.organisation });
}

/** @throws LedgerError CATALOGUE_ENTRY_UNKNOWN. */
export function requireCatalogueEntry(state: Reads, entry: string): CatalogueEntryState {
  const found = state.get<CatalogueEntryState>(stateKeys.catalogue(entry));
  if (found === undefined) throw new LedgerError('CATALOGUE_ENTRY_UNKNOWN', { path: '/entry', found: entry });
  return found;
}

/**
 * An entry that may still change.
 * @throws LedgerError CATALOGUE_ENTRY_UNKNOWN, CATALOGUE_ENTRY_RETIRED.
 */
export function requireLiveEntry(state: Reads, entry: string): CatalogueEntryState {
  const found = requireCatalogueEntry(state, entry);
  if (found.stage === 'retired') throw new LedgerError('CATALOGUE_ENTRY_RETIRED', { path: '/entry', found: entry });
  return found;
}

/** Versions follow each other without gap, so of two that race one is refused. @throws LedgerError VERSION_NOT_NEXT. */
export function requireVersion(found: number, wanted: number, path = '/version'): void {
  if (found !== wanted) throw new LedgerError('VERSION_NOT_NEXT', { path, found: String(found), wanted: String(wanted) });
}
