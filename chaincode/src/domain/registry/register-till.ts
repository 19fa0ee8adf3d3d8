import { hasher } from '../encoding/digest';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { TillHead, TillState } from '../ports/state-values';
import { entryText, type TillRegistered } from '../record/entry';
import { requireBureau, requireOrganisation } from './require';

/**
 * The bureau registers a till of a seller. The till's chain starts at the hash of this entry.
 * @throws LedgerError TILL_EXISTS, ORGANISATION_UNKNOWN, ACTION_FORBIDDEN.
 */
export function registerTill(state: LedgerState, entry: TillRegistered): void {
  requireBureau(state);
  if (requireOrganisation(state, entry.seller).quota === undefined) {
    throw new LedgerError('FIELD_INVALID', { path: '/seller', wanted: 'an organisation that sells' });
  }
  if (state.get(stateKeys.till(entry.till)) !== undefined) throw new LedgerError('TILL_EXISTS', { path: '/till' });

  const till: TillState = { seller: entry.seller };
  const head: TillHead = { counter: 0, last: hasher().leafHash(entryText(entry)), ranges: [] };
  state.put(stateKeys.till(entry.till), till);
  state.put(stateKeys.head(entry.till), head);
}
