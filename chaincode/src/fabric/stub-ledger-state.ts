import type { Context } from 'fabric-contract-api';
import { canonicalJson, ENTRY_KEY_PREFIX, invariant, isHeadKey, mspOfRole, stateKeys } from '../domain';
import type { JsonValue, LedgerState, Msp, OrganisationState } from '../domain';
import { batchKey } from './batch-key';
import { keyEndorsers, keyPolicy } from './key-policies';
import { isReferenceKey, ReferencePages } from './reference-pages';

/** What of a chaincode stub the state needs. */
export type StateStub = Pick<Context['stub'], 'getState' | 'putState' | 'setStateValidationParameter'>;

/** What a rule learns of its transaction, beside the state. */
export type TransactionFacts = Pick<LedgerState, 'caller' | 'now' | 'txId'>;

/** How a rule ended: with a result, or with what it threw. */
export type Outcome<Result> = { readonly result: Result } | { readonly thrown: unknown };

type Values = ReadonlyMap<string, JsonValue | undefined>;

/**
 * The state of one Fabric transaction for rules that read synchronously.
 *
 * A rule runs over the values fetched so far. A read that finds none of them stops the rule; its value is fetched, and the
 * same rule runs again from its start, without what it had written. Rules are functions of their state alone, so the last
 * run is the only one that counts; whoever knows the keys fetches them before. What earlier rules of the transaction wrote
 * stays, and is seen by later ones: Fabric's own `getState` shows the committed value only, even after a `putState`.
 *
 * Order references stand on pages ({@link ReferencePages}); rules see a key for each, as everywhere.
 */
export class StubLedgerState {
  readonly facts: TransactionFacts;
  readonly pages = new ReferencePages();
  readonly #stub: StateStub;
  /** Committed values; a key that is known to be absent stands here with undefined. */
  readonly #committed = new Map<string, JsonValue | undefined>();
  readonly #written = new Map<string, JsonValue>();

  constructor(stub: StateStub, facts: TransactionFacts) {
    this.#stub = stub;
    this.facts = facts;
  }

  /** Fetches committed values; each key is asked for once in a transaction. */
  async fetch(keys: Iterable<string>): Promise<void> {
    for (const key of keys) {
      if (!this.#committed.has(key)) this.#committed.set(key, await this.#read(key));
    }
  }

  /** A committed value, fetched when it is not at hand; undefined for a key that was never written. */
  async committed<Value extends JsonValue>(key: string): Promise<Value | undefined> {
    await this.fetch([key]);
    return this.#committed.get(key) as Value | undefined;
  }

  /**
   * Runs one rule. What it wrote is kept when it returns and dropped when it throws.
   * Rejects when the peer does not answer: that is no verdict on the rule, and the transaction must fail as a whole.
   */
  async run<Result>(rule: (state: LedgerState) => Result): Promise<Outcome<Result>> {
    for (;;) {
      const attempt = new Attempt(this.facts, this.#committed, this.#written, this.pages);
      try {
        const result = rule(attempt);
        for (const [key, value] of attempt.written) this.#written.set(key, value);
        return { result };
      } catch (error) {
        if (!(error instanceof StateMiss)) return { thrown: error };
        await this.fetch([error.key]);
      }
    }
  }

  /**
   * Hands what the rules wrote to the peer, ordered by key, so that every endorser sends the same; and with a key's first
   * value the policy by which later ones are endorsed.
   */
  async flush(): Promise<void> {
    const values = this.pages.store(this.#written, (key) => this.#committed.get(key));
    this.#written.clear();
    const keys = [...values.keys()].sort();
    for (const key of keys) await this.#stub.putState(key, Buffer.from(canonicalJson(values.get(key))));
    for (const key of keys) await this.#bind(key, values.get(key) as JsonValue);
  }

  async #bind(key: string, value: JsonValue): Promise<void> {
    const msp = await this.#endorser(key, value);
    const before = this.#committed.get(key);
    if (msp === undefined || this.pages.wasOpen(key) || (before !== undefined && msp === (await this.#endorser(key, before))))
      return;
    await this.#stub.setStateValidationParameter(key, keyPolicy(msp));
  }

  async #endorser(key: string, value: JsonValue): Promise<Msp | undefined> {
    const endorsers = keyEndorsers(key, value);
    if (endorsers === undefined || 'msp' in endorsers) return endorsers?.msp;
    const organisation = await this.committed<OrganisationState>(stateKeys.organisation(endorsers.mspOf));
    invariant(organisation !== undefined, 'who holds a resource or a grant is registered');
    return mspOfRole(organisation.role);
  }

  async #read(key: string): Promise<JsonValue | undefined> {
    if (key.startsWith(ENTRY_KEY_PREFIX)) return this.#readEntry(key.slice(ENTRY_KEY_PREFIX.length));
    const bytes = await this.#stub.getState(key);
    // Fabric answers with no bytes for a key that was never written; a JSON text has at least one.
    if (bytes.length === 0) return undefined;
    const value = JSON.parse(Buffer.from(bytes).toString('utf8')) as JsonValue;
    return isHeadKey(key) ? this.pages.splitHead(key, value) : value;
  }

  /** An entry stands among the texts that its transaction took in. */
  async #readEntry(place: string): Promise<JsonValue | undefined> {
    const [txId = '', index = ''] = place.split('/');
    if (!/^[0-9a-f]{1,64}$/.test(txId) || !/^\d{1,5}$/.test(index)) return undefined;
    const texts = await this.committed<string[]>(batchKey(txId));
    return texts?.[Number(index)];
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
  readonly #committed: Values;
  readonly #earlier: Values;
  readonly #pages: ReferencePages;

  constructor(facts: TransactionFacts, committed: Values, earlier: Values, pages: ReferencePages) {
    this.caller = facts.caller;
    this.now = facts.now;
    this.txId = facts.txId;
    this.#committed = committed;
    this.#earlier = earlier;
    this.#pages = pages;
  }

  get<Value extends JsonValue>(key: string): Value | undefined {
    if (this.written.has(key)) return this.written.get(key) as Value;
    if (this.#earlier.has(key)) return this.#earlier.get(key) as Value;
    if (!isReferenceKey(key)) return this.#require(key) as Value | undefined;
    return this.#pages.numberOf(key, (each) => this.#require(each)) as Value | undefined;
  }

  put(key: string, value: JsonValue): void {
    this.written.set(key, value);
  }

  #require(key: string): JsonValue | undefined {
    if (!this.#committed.has(key)) throw new StateMiss(key);
    return this.#committed.get(key);
  }
}
