import {
  canonicalJson,
  hasher,
  isHandoverValue,
  LedgerError,
  MAX_HANDOVER_VALUES,
  mspOfRole,
  NO_PAGES,
  readArray,
  requireLoading,
  stateKeys,
  type HandoverProgress,
  type HandoverState,
  type JsonValue,
} from '../domain';
import type { LedgerContext } from './ledger-context';
import { readArgument } from './record-entry';

/** Where the progress of a hand-over stands; no entry speaks of it. */
export const PROGRESS_KEY = 'handover-progress';

/**
 * Takes a page of the old ledger's state in: the transient list `page`, `[[key, value], …]`. Every endorser checks that the
 * ledger is loading, whose transaction it is, that the page is the next one, the form of each key and value, and that
 * nothing is overwritten; the entry that closes names the digest over all pages.
 * @param argument `{"page":<its number, from 0>}` as RFC 8785 text.
 * @returns the progress as RFC 8785 text.
 * @throws LedgerError HANDOVER_STATE_WRONG, ACTION_FORBIDDEN, FIELD_INVALID with the place of the first wrong value.
 */
export async function loadHandover(ctx: LedgerContext, argument: string): Promise<string> {
  const { state } = ctx;
  await requireBureauLoading(ctx);
  const progress = await readProgress(ctx);
  if (readArgument(argument)['page'] !== progress.pages)
    throw new LedgerError('HANDOVER_STATE_WRONG', { path: '/page', rule: 'next-page', wanted: String(progress.pages) });
  const page = readArray(ctx.transient('page'), 1, MAX_HANDOVER_VALUES, '/page');
  const values = page.map(readValue);
  if (new Set(values.map(([key]) => key)).size < values.length)
    throw new LedgerError('FIELD_INVALID', { path: '/page', rule: 'each-key-once' });
  for (const [index, [key]] of values.entries()) {
    if ((await state.committed(key)) !== undefined)
      throw new LedgerError('HANDOVER_STATE_WRONG', { path: `/page/${String(index)}`, rule: 'nothing-overwritten' });
  }
  const text = canonicalJson(values);
  const next: HandoverProgress = { pages: progress.pages + 1, digest: hasher().sha256(`${progress.digest}:${text}`) };
  const outcome = await state.run((view) => {
    for (const [key, value] of values) view.put(key, value);
    view.put(PROGRESS_KEY, next);
  });
  if ('thrown' in outcome) throw outcome.thrown;
  await state.flush();
  return canonicalJson(next);
}

/** Its name is not enough: before its registration has come in, only its CA says who it is. */
async function requireBureauLoading({ state, msp }: LedgerContext): Promise<void> {
  if (msp !== mspOfRole('bureau')) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'certificate-of-the-right-organisation' });
  requireLoading(state.facts, await state.committed<HandoverState>(stateKeys.handover));
}

/** @throws LedgerError HANDOVER_STATE_WRONG when the closing entry names other pages than those that came in. */
export async function requireAllLoaded(ctx: LedgerContext, argument: string): Promise<void> {
  await requireBureauLoading(ctx);
  const { pages, digest } = await readProgress(ctx);
  const facts = readArgument(argument);
  if (facts['pages'] !== pages || facts['digest'] !== digest)
    throw new LedgerError('HANDOVER_STATE_WRONG', { path: '/digest', rule: 'all-pages' });
}

/** How far the state has come in. */
export async function readProgress({ state }: LedgerContext): Promise<HandoverProgress> {
  return (await state.committed<HandoverProgress>(PROGRESS_KEY)) ?? NO_PAGES;
}

function readValue(item: unknown, index: number): [string, JsonValue] {
  const [key, value] = Array.isArray(item) ? (item as unknown[]) : [];
  const isPair = Array.isArray(item) && item.length === 2;
  if (!isPair || typeof key !== 'string' || !isHandoverValue(key, value))
    throw new LedgerError('FIELD_INVALID', { path: `/page/${String(index)}`, rule: 'value-of-the-state' });
  return [key, value as JsonValue];
}
