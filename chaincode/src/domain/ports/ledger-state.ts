import type { JsonValue } from '../encoding/canonical-json';

/**
 * What a rule may see of the world inside one transaction. A rule is a function of this and of its command alone: it
 * reads, checks everything, and only then writes, so that a refused command leaves nothing behind.
 *
 * Reads see the writes of the same transaction. Values are never changed in place: write a new one. An engine may run a
 * rule again from its start (when a value was not at hand, or to compare two runs), so a rule keeps no state of its own.
 */
export interface LedgerState {
  /** The value under a key, or undefined. Keys are made by `state-keys.ts` only. */
  get<Value extends JsonValue>(key: string): Value | undefined;
  put(key: string, value: JsonValue): void;
  /** Id of the organisation whose identity signed the transaction. */
  readonly caller: string;
  /** Ledger time: the transaction's timestamp, milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** Id of the transaction; a retry of the same transaction has the same id. */
  readonly txId: string;
}
