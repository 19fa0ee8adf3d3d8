import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import type { CatalogueRegraded } from './catalogue-entries';
import { requireLiveEntry, requireVersion, type CatalogueEntryState } from './catalogue-state';
import { mayBeOpen } from './publish-entry';
import { DATA_CLASSES, type DataClass, type DataGrade } from './vocabulary';

interface Grading {
  readonly grade: DataGrade;
  readonly class: DataClass;
}

/**
 * The owner or the bureau endorses a grade and class. A stricter one holds at once. A looser one holds when both have
 * endorsed the same; the first of them leaves a proposal, which a later one replaces.
 * @throws LedgerError CATALOGUE_ENTRY_UNKNOWN, CATALOGUE_ENTRY_RETIRED, CATALOGUE_ENTRY_NOT_YOURS, VERSION_NOT_NEXT,
 * GRADE_CHANGE_WRONG when nothing would change.
 */
export function changeGrade(state: LedgerState, facts: Omit<CatalogueRegraded, 'commitment' | 'time' | 'type'>): void {
  const before = requireLiveEntry(state, facts.entry);
  const by = sideOf(state, before);
  requireVersion(facts.version, before.version);
  const to: Grading = { grade: facts.grade, class: facts.class };
  const { loosening, ...rest } = before;
  if (same(to, before)) throw new LedgerError('GRADE_CHANGE_WRONG', { path: '/grade', wanted: 'another grade or class' });
  const endorsed = loosening !== undefined && same(loosening, to) && loosening.by !== by;
  const value: CatalogueEntryState = isLooser(to, before) && !endorsed ? { ...rest, loosening: { ...to, by } } : graded(rest, to);
  state.put(stateKeys.catalogue(facts.entry), value);
}

function sideOf(state: LedgerState, { owner }: CatalogueEntryState): 'bureau' | 'owner' {
  if (state.caller === owner) return 'owner';
  if (requireOrganisation(state, state.caller).role === 'bureau') return 'bureau';
  throw new LedgerError('CATALOGUE_ENTRY_NOT_YOURS', { rule: 'owner-or-bureau' });
}

function same(left: Grading, right: Grading): boolean {
  return left.grade === right.grade && left.class === right.class;
}

/** Looser in one respect is looser: a higher grade does not make up for a milder class. */
function isLooser(to: Grading, before: Grading): boolean {
  return to.grade < before.grade || DATA_CLASSES.indexOf(to.class) < DATA_CLASSES.indexOf(before.class);
}

/** What may not be open any more is from now on shared under grants. */
function graded(entry: Omit<CatalogueEntryState, 'loosening'>, to: Grading): CatalogueEntryState {
  const openness = entry.openness === 'open' && !mayBeOpen(to) ? 'conditional' : entry.openness;
  return { ...entry, ...to, openness };
}
