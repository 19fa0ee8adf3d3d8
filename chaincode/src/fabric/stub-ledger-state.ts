import type { Context } from 'fabric-contract-api';
import { canonicalJson, type JsonValue, type LedgerState } from '../domain';

/** What of a chaincode stub the state needs. */
export type StateStub = Pick<Context['stub'], 'getState' | 'putState'>;

/** What a rule learns of its transaction, beside the state. */
export type TransactionFacts = Pick<LedgerState, 'caller' | 'now' | 'txId'>;

/** How a rule ended: with a result, or with what it threw. */
export type Outcome<Result> = { readonly result: Result } | { readonly thrown: unknown };

/**
 * The state of one Fabric transaction for rules that read synchronously.
 *
 * A rule runs over the values read so far. A read that finds none of them stops the rule; its value is fetched, and the
 * same rule runs again from its start, without what it had written. Rules are functions of their state alone, so the last
 * run is the only one that counts. What earlier rules of the transaction wrote stays, and is seen by later ones: Fabric's
 * own `getState` shows the committed value only, even after a `putState`.
 */
export class StubLedgerState {
  readonly #stub: StateStub;
  readonly #facts: TransactionFacts;
  /** Committed values; a key that is known to be absent stands here with undefined. */
  readonly #committed = new Map<string, JsonValue | undefined>();
  readonly #written = new Map<string, JsonValue>();

  constructor(stub: StateStub, facts: TransactionFacts) {
    this.#stub = stub;
    this.#facts = facts;
  }

  /**
   * Runs one rule. What it wrote is kept when it returns and dropped when it throws.
   * Rejects when the peer does not answer: that is no verdict on the rule, and the transaction must fail as a whole.
   */
  async run<Result>(rule: (state: LedgerState) => Result): Promise<Outcome<Result>> {
    for (;;) {
      const attempt = new Attempt(this.#facts, this.#committed, this.#written);
      try {
        const result = rule(attempt);
        for (const [key, value] of attempt.written) this.#written.set(key, value);
        return { result };
      } catch (error) {
        if (!(error instanceof StateMiss)) return { thrown: error };
        await this.#fetch(error.key);
      }
    }
  }

  /** Hands what the rules wrote to the peer, ordered by key, so that every endorser sends the same. */
  async flush(): Promise<void> {
    for (const key of [...this.#written.keys()].sort()) {
      await this.#stub.putState(key, Buffer.from(canonicalJson(this.#written.get(key))));
    }
    this.#written.clear();
  }

  async #fetch(key: string): Promise<void> {
    const bytes = await this.#stub.getState(key);
    // Fabric answers with no bytes for a key that was never written; a JSON text has at least one.
    this.#committed.set(key, bytes.length === 0 ? undefined : (JSON.parse(Buffer.from(bytes).toString('utf8')) as JsonValue));
  }
}

/** A value that is not at hand yet; never leaves this file. */
class StateMiss extends Error {
  constructor(readonly key: string) {
    super('a value of the state is not at hand');
    this.name = 'StateMiss';
  }
}

/** The state as one run of one rule sees it: its own writes, above those of earlier rules, above what is committed. */
class Attempt implements LedgerState {
  readonly caller: string;
  readonly now: number;
  readonly txId: string;
  readonly written = new Map<string, JsonValue>();
  readonly #committed: ReadonlyMap<string, JsonValue | undefined>;
  readonly #earlier: ReadonlyMap<string, JsonValue>;

  constructor(
    facts: TransactionFacts,
    committed: ReadonlyMap<string, JsonValue | undefined>,
    earlier: ReadonlyMap<string, JsonValue>,
  ) {
    this.caller = facts.caller;
    this.now = facts.now;
    this.txId = facts.txId;
    this.#committed = committed;
    this.#earlier = earlier;
  }

  get<Value extends JsonValue>(key: string): Value | undefined {
    for (const values of [this.written, this.#earlier, this.#committed]) {
      if (values.has(key)) return values.get(key) as Value | undefined;
    }
    throw new StateMiss(key);
  }

  put(key: string, value: JsonValue): void {
    this.written.set(key, value);
  }
}
