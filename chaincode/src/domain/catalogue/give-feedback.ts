import { formatTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import type { FeedbackAnswered, FeedbackClosed, FeedbackGiven } from './catalogue-entries';
import { requireCatalogueEntry, requireLiveEntry, type FeedbackState, type FeedbackStatus } from './catalogue-state';

/** How long an owner has to answer, by the ledger's time. */
export const FEEDBACK_TERM_MS = 10 * 24 * 60 * 60 * 1000;

/**
 * An organisation says what is wrong with an entry's data; from now on its owner has {@link FEEDBACK_TERM_MS} to answer.
 * @throws LedgerError FEEDBACK_EXISTS, CATALOGUE_ENTRY_UNKNOWN, CATALOGUE_ENTRY_RETIRED, ACTION_FORBIDDEN.
 */
export function giveFeedback(state: LedgerState, facts: Omit<FeedbackGiven, 'commitment' | 'time' | 'type'>): void {
  const { feedback, entry, from, kind } = facts;
  requireOrganisation(state, state.caller);
  if (from !== state.caller) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'giver-signs', path: '/from' });
  const { version } = requireLiveEntry(state, entry);
  if (state.get(stateKeys.feedback(feedback)) !== undefined) throw new LedgerError('FEEDBACK_EXISTS', { path: '/feedback' });
  const due = formatTime(state.now + FEEDBACK_TERM_MS);
  const value: FeedbackState = { entry, from, kind, version, due, status: 'open' };
  state.put(stateKeys.feedback(feedback), value);
}

/**
 * Owner or steward answer: `corrected` when the entry has a newer version than the one that was found fault with, or
 * `declined`; a declined one may be answered again with a correction.
 * @throws LedgerError FEEDBACK_UNKNOWN, FEEDBACK_NOT_YOURS, FEEDBACK_STATE_WRONG.
 */
export function answerFeedback(state: LedgerState, { feedback, outcome }: Pick<FeedbackAnswered, 'feedback' | 'outcome'>): void {
  const before = requireFeedback(state, feedback);
  const { owner, steward, version } = requireCatalogueEntry(state, before.entry);
  if (owner !== state.caller && steward !== state.caller)
    throw new LedgerError('FEEDBACK_NOT_YOURS', { rule: 'owner-or-steward' });
  const isOpen = before.status === 'open' || (before.outcome === 'declined' && outcome === 'corrected');
  if (before.status === 'closed' || !isOpen) throw wrongState(before.status, 'open, or declined and now corrected');
  if (outcome === 'corrected' && version <= before.version)
    throw new LedgerError('FEEDBACK_STATE_WRONG', { path: '/outcome', wanted: 'a new version of the catalogue entry first' });
  const value: FeedbackState = { ...before, status: 'answered', outcome };
  state.put(stateKeys.feedback(feedback), value);
}

/**
 * Whoever gave it closes it: answered, or taken back. That ends the loop.
 * @throws LedgerError FEEDBACK_UNKNOWN, FEEDBACK_NOT_YOURS, FEEDBACK_STATE_WRONG.
 */
export function closeFeedback(state: LedgerState, { feedback }: Pick<FeedbackClosed, 'feedback'>): void {
  const before = requireFeedback(state, feedback);
  if (before.from !== state.caller) throw new LedgerError('FEEDBACK_NOT_YOURS', { rule: 'giver-only' });
  if (before.status === 'closed') throw wrongState(before.status, 'open, answered');
  const value: FeedbackState = { ...before, status: 'closed' };
  state.put(stateKeys.feedback(feedback), value);
}

function requireFeedback(state: LedgerState, id: string): FeedbackState {
  const feedback = state.get<FeedbackState>(stateKeys.feedback(id));
  if (feedback === undefined) throw new LedgerError('FEEDBACK_UNKNOWN', { found: id });
  return feedback;
}

function wrongState(found: FeedbackStatus, wanted: string): LedgerError {
  return new LedgerError('FEEDBACK_STATE_WRONG', { found, wanted });
}
