import type { JsonValue, LedgerState } from '@lianpiao/chaincode/domain';

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
  readonly #readCommitted: ReadCommitted;

  constructor(now: number, txId: string, readCommitted: ReadCommitted) {
    this.now = now;
    this.txId = txId;
    this.#readCommitted = readCommitted;
  }

  get<Value extends JsonValue>(key: string): Value | undefined {
    return (this.written.get(key) ?? this.#readCommitted(key)) as Value | undefined;
  }

  put(key: string, value: JsonValue): void {
    this.written.set(key, value);
  }
}
