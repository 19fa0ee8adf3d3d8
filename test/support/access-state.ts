import {
  applyEntry,
  executeCommand,
  LedgerError,
  partyDigest,
  stateKeys,
  type Digest,
  type Entry,
  type EntryFacts,
  type Role,
} from '@lianpiao/chaincode/domain';
import { MemoryState, SELLER } from './memory-state';

/** Organisations of one role each, named for it, and some more. */
export const ACTORS: Readonly<Record<string, Role>> = {
  bureau: 'bureau',
  provider: 'provider',
  'other-provider': 'provider',
  consumer: 'consumer',
  'sub-consumer': 'consumer',
  merchant: 'merchant',
  auditor: 'auditor',
};

const COMMITMENT = '0'.repeat(64) as Digest;
export const FROM = '2026-01-01T00:00:00Z';
export const UNTIL = '2027-01-01T00:00:00Z';

type Facts<E> = E extends Entry ? Omit<E, 'commitment' | 'time'> : never;

/** A state with {@link ACTORS} and nothing else. */
export function accessState(): MemoryState {
  const state = new MemoryState();
  state.put(stateKeys.genesis, 'bureau');
  for (const [id, role] of Object.entries(ACTORS)) {
    state.put(stateKeys.organisation(id), { role, sandbox: false, publicKey: 'A'.repeat(120), party: partyDigest(SELLER) });
  }
  return state;
}

/** Takes an entry in a caller's name: the code of the refusal, or `ok`. A refusal must change nothing. */
export function act(state: MemoryState, caller: string, facts: Facts<Entry>): string {
  state.caller = caller;
  const before = state.snapshot();
  try {
    applyEntry(state, { ...facts, time: new Date(state.now).toISOString(), commitment: COMMITMENT });
    return 'ok';
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    expect(state.snapshot()).toBe(before);
    return error.code;
  }
}

/** Proposes an entry as a gateway does; `act` replays one as a follower does. */
export function propose(state: MemoryState, caller: string, facts: EntryFacts): string {
  state.caller = caller;
  const before = state.snapshot();
  try {
    const record = { seed: 'ab'.repeat(32), fields: [{ name: 'why', text: '"test"' }] };
    executeCommand(state, { type: 'entry.record', facts, record });
    return 'ok';
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    expect(state.snapshot()).toBe(before);
    return error.code;
  }
}

export const resource = (id = 'data', owner = 'merchant'): Facts<Entry> => ({
  type: 'resource.registered',
  resource: id,
  owner,
  controller: 'provider',
});

export const grant = (more: Readonly<Record<string, unknown>> = {}): Facts<Entry> => ({
  type: 'grant.granted',
  grant: 'grant-1',
  resource: 'data',
  provider: 'provider',
  consumer: 'consumer',
  right: 'use',
  from: FROM,
  until: UNTIL,
  ...more,
});

export const change = (word: 'paused' | 'resumed' | 'revoked', id = 'grant-1'): Facts<Entry> => ({
  type: `grant.${word}`,
  grant: id,
});
