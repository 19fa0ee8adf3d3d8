import type { JsonValue, LedgerState } from '@lianpiao/chaincode/domain';

/** A till's own view of the ledger's state: the rules run over it as over any engine's. */
export class LocalState implements LedgerState {
  readonly caller: string;
  readonly txId = 'till';
  now = 0;
  readonly #values: Map<string, JsonValue>;

  constructor(caller: string, values: Map<string, JsonValue>) {
    this.caller = caller;
    this.#values = values;
  }

  get<Value extends JsonValue>(key: string): Value | undefined {
    return this.#values.get(key) as Value | undefined;
  }

  put(key: string, value: JsonValue): void {
    this.#values.set(key, value);
  }
}
