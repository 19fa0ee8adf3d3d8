import type { DeviceKey, JsonValue, PartyOpening, RulesState, TillHead } from '@lianpiao/chaincode/domain';
import { MAX_CLOCK_SKEW_MS, LedgerError, parseTime, stateKeys } from '@lianpiao/chaincode/domain';

/** All that a till has to know of the ledger to issue without the network: where its journal begins. */
export interface TillBook {
  readonly till: string;
  readonly seller: string;
  /** True when the seller's invoices are marked as tests. */
  readonly sandbox: boolean;
  /** The seller as registered, opened. */
  readonly opening: PartyOpening;
  /** Digest of that on the ledger. */
  readonly party: string;
  readonly device: DeviceKey;
  readonly head: TillHead;
  /** Rule sets that are in force; null while the built-in ones are. */
  readonly rules: { readonly cn: RulesState | null; readonly life: RulesState | null };
  /** RFC 3339 UTC: the ledger's clock when this was read. */
  readonly ledgerTime: string;
}

/** The state of the ledger as a till needs it. */
export function stateOfBook(book: TillBook): Map<string, JsonValue> {
  const { till, seller, sandbox, party, device, head, rules } = book;
  const values = new Map<string, JsonValue>([
    [stateKeys.till(till), { seller, device: { id: device.id, key: device.key } }],
    // Of its seller a till asks no more than this.
    [stateKeys.organisation(seller), { sandbox, party }],
    [stateKeys.head(till), head],
  ]);
  if (rules.cn !== null) values.set(stateKeys.rules('cn'), { ...rules.cn });
  if (rules.life !== null) values.set(stateKeys.rules('life'), { ...rules.life });
  return values;
}

/**
 * A till whose clock is wrong would issue what the ledger refuses later.
 * @throws LedgerError OFFLINE_CLOCK_WRONG when it differs from the ledger's by more than a minute.
 */
export function requireClock({ ledgerTime }: TillBook, now: number): void {
  const off = now - (parseTime(ledgerTime) ?? Number.NaN);
  if (!(Math.abs(off) <= MAX_CLOCK_SKEW_MS))
    throw new LedgerError('OFFLINE_CLOCK_WRONG', { rule: 'till.clock', found: `${String(off)} ms`, wanted: 'within a minute' });
}
