import {
  formatTime,
  LedgerError,
  stateKeys,
  type JsonValue,
  type OrganisationState,
  type RulesState,
  type TillHead,
  type TillState,
} from '@lianpiao/chaincode/domain';
import type { RegistryReader } from '../issuing/registry-reader';
import type { LedgerReader } from '../ledger/ledger';
import type { TillBook } from './till-book';

/**
 * What a till with a key of its own has to know to issue without the network.
 * @throws LedgerError TILL_UNKNOWN, TILL_KEY_MISSING.
 */
export function bookOf(ledger: Pick<LedgerReader, 'state'>, registry: RegistryReader, till: string, now: number): TillBook {
  const value = <Value extends JsonValue>(key: string): Value | undefined => ledger.state(key) as Value | undefined;
  // Not by the registry, which remembers tills: a key changes.
  const state = value<TillState>(stateKeys.till(till));
  const head = value<TillHead>(stateKeys.head(till));
  if (state === undefined || head === undefined) throw new LedgerError('TILL_UNKNOWN', { path: '/till' });
  const { seller, device } = state;
  if (device === undefined) throw new LedgerError('TILL_KEY_MISSING', { path: '/till' });
  const organisation = value<OrganisationState>(stateKeys.organisation(seller));
  const opening = registry.opening(seller);
  if (organisation === undefined || opening === undefined) throw new LedgerError('ORGANISATION_UNKNOWN');
  return {
    till,
    seller,
    sandbox: organisation.sandbox,
    opening: { text: opening.text, salt: opening.salt },
    party: organisation.party,
    device: { id: device.id, key: device.key },
    head,
    rules: {
      cn: value<RulesState>(stateKeys.rules('cn')) ?? null,
      life: value<RulesState>(stateKeys.rules('life')) ?? null,
    },
    ledgerTime: formatTime(now),
  };
}
