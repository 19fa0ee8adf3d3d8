import { canonicalJson, REFERENCE_KEY_PREFIX, type JsonValue, type LedgerState } from '@lianpiao/chaincode/domain';

/** Where values come from when the group itself has not written them. */
export type ReadCommitted = (key: string) => JsonValue | undefined;

/**
 * The state as the commands of one group see it: committed values under what the group has written so far. Rules check
 * everything before they write, so a refused command leaves nothing here.
 */
export class GroupState implements LedgerState {
  caller = '';
  readonly now: number;
  readonly txId: string;
  readonly written = new Map<string, JsonValue>();
  /** Committed values that the group has looked at. */
  readonly #seen = new Map<string, JsonValue | undefined>();
  /** Order references that were free when the group looked. */
  readonly #free: string[] = [];
  readonly #readCommitted: ReadCommitted;

  constructor(now: number, txId: string, readCommitted: ReadCommitted) {
    this.now = now;
    this.txId = txId;
    this.#readCommitted = readCommitted;
  }

  get<Value extends JsonValue>(key: string): Value | undefined {
    const own = this.written.get(key);
    if (own !== undefined) return own as Value;
    // A group asks for a reference once or twice and for everything else again and again.
    if (key.startsWith(REFERENCE_KEY_PREFIX)) return this.#getReference(key) as Value | undefined;
    const seen = this.#seen.get(key);
    if (seen !== undefined || this.#seen.has(key)) return seen as Value | undefined;
    const value = this.#readCommitted(key);
    this.#seen.set(key, value);
    return value as Value | undefined;
  }

  #getReference(key: string): JsonValue | undefined {
    const value = this.#readCommitted(key);
    // A reference that is used stays used: only a free one can change.
    if (value === undefined) this.#free.push(key);
    return value;
  }

  put(key: string, value: JsonValue): void {
    this.written.set(key, value);
  }

  /** True when all that the group has looked at is committed with the same value now: its decisions stand. */
  stillHolds(): boolean {
    if (this.#free.some((key) => this.#readCommitted(key) !== undefined)) return false;
    for (const [key, seen] of this.#seen) {
      const value = this.#readCommitted(key);
      if (value !== seen && (value === undefined || seen === undefined || canonicalJson(value) !== canonicalJson(seen)))
        return false;
    }
    return true;
  }
}
