import type { JsonValue, LedgerState } from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';

/** The ledger's committed state as the rules read it. */
export function viewOf(ledger: LedgerReader): Pick<LedgerState, 'get'> {
  return { get: <Value extends JsonValue>(key: string) => ledger.state(key) as Value | undefined };
}
