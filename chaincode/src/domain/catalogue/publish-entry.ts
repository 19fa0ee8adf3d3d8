import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import type { CataloguePublished } from './catalogue-entries';
import {
  requireDuty,
  requirePlaced,
  requireVersion,
  type CatalogueEntryState,
  type DatumState,
  type SchemaState,
} from './catalogue-state';
import type { DataClass, DataGrade, Openness } from './vocabulary';

type Facts = Omit<CataloguePublished, 'commitment' | 'time' | 'type'>;

/**
 * The organisation that has a duty publishes an entry under it, or a new version of one. A datum has one source: the
 * second entry of a datum is refused unless it links to the first.
 * @throws LedgerError VERSION_NOT_NEXT, CATALOGUE_ENTRY_NOT_YOURS, CATALOGUE_ENTRY_RETIRED, DUTY_UNKNOWN, DUTY_NOT_YOURS,
 * ORGANISATION_UNKNOWN, ORGANISATION_NOT_PLACED, DATUM_EXISTS, DATUM_SOURCE_WRONG, GRADE_CHANGE_WRONG, OPENNESS_REFUSED,
 * SCHEMA_UNKNOWN, FIELD_MISSING, FIELD_INVALID.
 */
export function publishEntry(state: LedgerState, facts: Facts): void {
  const before = state.get<CatalogueEntryState>(stateKeys.catalogue(facts.entry));
  if (facts.owner !== state.caller || (before !== undefined && before.owner !== state.caller))
    throw new LedgerError('CATALOGUE_ENTRY_NOT_YOURS', { path: '/owner' });
  requireVersion(facts.version, (before?.version ?? 0) + 1);
  requireDuty(state, facts.duty, facts.owner);
  requirePlaced(state, facts.owner);
  requireOrganisation(state, facts.steward);
  checkOpenness(facts);
  checkSchema(state, facts);
  if (before === undefined) checkSource(state, facts);
  else checkStays(before, facts);

  putEntry(state, facts, before);
  if (facts.source === undefined) putSource(state, facts);
}

/** Data that anyone may read is of the lowest grade, and about nobody. @throws LedgerError OPENNESS_REFUSED. */
export function checkOpenness(of: { readonly grade: DataGrade; readonly class: DataClass; readonly openness: Openness }): void {
  if (of.openness === 'open' && !mayBeOpen(of)) throw new LedgerError('OPENNESS_REFUSED', { path: '/openness' });
}

export function mayBeOpen(of: { readonly grade: DataGrade; readonly class: DataClass }): boolean {
  return of.grade === 1 && of.class !== 'personal';
}

function checkSchema(state: LedgerState, { schema, schemaVersion }: Facts): void {
  if (schema === undefined && schemaVersion === undefined) return;
  if (schema === undefined || schemaVersion === undefined)
    throw new LedgerError('FIELD_MISSING', { path: schema === undefined ? '/schema' : '/schemaVersion' });
  if ((state.get<SchemaState>(stateKeys.schema(schema))?.version ?? 0) < schemaVersion)
    throw new LedgerError('SCHEMA_UNKNOWN', { path: '/schema', found: `${schema} ${String(schemaVersion)}` });
}

function checkSource(state: LedgerState, { datum, source }: Facts): void {
  const first = state.get<DatumState>(stateKeys.datum(datum))?.entry;
  if (source === undefined && first !== undefined) throw new LedgerError('DATUM_EXISTS', { path: '/source', wanted: first });
  if (source !== first)
    throw new LedgerError('DATUM_SOURCE_WRONG', { path: '/source', ...(first === undefined ? undefined : { wanted: first }) });
}

/** What a new version does not change: its datum and source, and its grade, which has a way of its own. */
function checkStays(before: CatalogueEntryState, facts: Facts): void {
  if (before.stage === 'retired') throw new LedgerError('CATALOGUE_ENTRY_RETIRED', { path: '/entry' });
  if (facts.datum !== before.datum) throw new LedgerError('FIELD_INVALID', { path: '/datum', wanted: 'the datum of the entry' });
  if (facts.source !== before.source)
    throw new LedgerError('FIELD_INVALID', { path: '/source', wanted: 'the source of the entry' });
  if (facts.grade !== before.grade || facts.class !== before.class)
    throw new LedgerError('GRADE_CHANGE_WRONG', { path: facts.grade === before.grade ? '/class' : '/grade' });
}

function putEntry(state: LedgerState, { entry, ...facts }: Facts, before: CatalogueEntryState | undefined): void {
  const value: CatalogueEntryState = {
    ...withoutFrame(facts),
    ...(before?.loosening === undefined ? undefined : { loosening: before.loosening }),
  };
  state.put(stateKeys.catalogue(entry), value);
}

/** The entry's own fields: type, time and commitment are the ledger's. */
function withoutFrame(facts: Omit<Facts, 'entry'>): Omit<CatalogueEntryState, 'loosening'> {
  const { type: _type, time: _time, commitment: _commitment, ...own } = facts as Omit<CataloguePublished, 'entry'>;
  return own;
}

/** A retired entry is a source no more, so that another may take its place. */
function putSource(state: LedgerState, { entry, datum, stage }: Facts): void {
  const value: DatumState = stage === 'retired' ? {} : { entry };
  state.put(stateKeys.datum(datum), value);
}
