import {
  stateKeys,
  type Entry,
  type EntryType,
  type GrantState,
  type JsonValue,
  type TillState,
} from '@lianpiao/chaincode/domain';

/** A value of the ledger's state; what is asked for never changes once it is there. */
type StateAt = (key: string) => JsonValue | undefined;
type Concern<Type extends EntryType> = (entry: Extract<Entry, { type: Type }>, stateAt: StateAt) => readonly string[];

/** Whom each type of entry concerns: one line a type, and the compiler asks for it. */
const CONCERNS: { readonly [Type in EntryType]: Concern<Type> } = {
  'organisation.registered': ({ organisation }) => [organisation],
  'till.registered': ({ seller }) => [seller],
  'delegation.granted': ({ seller, agent }) => [seller, agent],
  'delegation.revoked': ({ seller, agent }) => [seller, agent],
  'range.allotted': ({ seller }) => [seller],
  'range.assigned': ({ till }, stateAt) => [(stateAt(stateKeys.till(till)) as TillState | undefined)?.seller ?? ''],
  'provenance.registered': ({ registrant }) => [registrant],
  'provenance.event': ({ organisation, to }) => (to === undefined ? [organisation] : [organisation, to]),
  'resource.registered': ({ owner, controller }) => [owner, controller],
  'resource.transferred': ({ owner, controller }) => [owner, controller],
  'grant.granted': ({ provider, consumer }) => [provider, consumer],
  'grant.paused': partiesOf,
  'grant.resumed': partiesOf,
  'grant.revoked': partiesOf,
  // How far the audit is sealed stands with the audit itself.
  'audit.sealed': () => [],
  // Supervisors see them; everybody else goes on as before.
  'ledger.handed-over': () => [],
  'ledger.taken-over': () => [],
  // Its parties stand in the index's row of the invoice.
  'invoice.issued': () => [],
  // Who acted stands in its record alone; supervisors see it.
  'act.recorded': () => [],
};

function partiesOf({ grant }: { readonly grant: string }, stateAt: StateAt): readonly string[] {
  const state = stateAt(stateKeys.grant(grant)) as GrantState | undefined;
  return state === undefined ? [] : [state.provider, state.consumer];
}

/** Every type of entry that the feed can show. */
export const CHANGE_TYPES = Object.keys(CONCERNS) as [EntryType, ...EntryType[]];

/**
 * The organisations, beside bureau and auditor, whose feed shows an entry that is no invoice.
 * @param stateAt the ledger's state, after the entry or later: for entries that name a till or a grant alone.
 */
export function concernedOrganisations(entry: Entry, stateAt: StateAt): readonly string[] {
  // A ledger may hold types of a newer version: they concern nobody that we know of.
  const concern = CONCERNS[entry.type] as ((one: never, stateAt: StateAt) => readonly string[]) | undefined;
  return [...new Set(concern?.(entry as never, stateAt))];
}
