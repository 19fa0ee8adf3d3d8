import { createHash } from 'node:crypto';
import {
  FabricStub,
  loadChaincode,
  mspOf,
  type Endorsement,
  type Invocation,
  type Loader,
  type PeerView,
  type PrivateWrite,
} from './fabric-stub';

/** What the committing peers make of a transaction, by Fabric's names. */
export type ValidationCode = 'ENDORSEMENT_POLICY_FAILURE' | 'MVCC_READ_CONFLICT' | 'VALID';

const BUREAU = 'TaxBureau';
/** The other member of each collection. */
const COLLECTIONS: Readonly<Record<string, string>> = { invoices: 'Merchants', sharing: 'DataProviders' };
const MEMBERS = Object.fromEntries(Object.entries(COLLECTIONS).map(([name, msp]) => [name, [BUREAU, msp]]));

/** A transaction that was endorsed and not ordered yet. */
export interface Proposed extends Endorsement {
  readonly txId: string;
  readonly invocation: Invocation;
  readonly endorsers: readonly string[];
  readonly privateWrites: readonly PrivateWrite[];
  /** Versions of the keys that were read. */
  readonly versions: ReadonlyMap<string, string | undefined>;
}

export type Committed = Proposed & { readonly code: ValidationCode };

/**
 * A channel of three organisations with a peer each. A transaction runs on the peers that its policies ask for, each with
 * its own chaincode and copies of what it reads, and their endorsements must be equal to the byte; commit checks policies
 * and the versions of what was read, as Fabric's peers do, and then writes.
 */
export class FabricChannel {
  readonly state = new Map<string, Buffer>();
  readonly collections: Readonly<Record<string, Map<string, string>>> = { invoices: new Map(), sharing: new Map() };
  /** Key-level policies: MSPs that must all endorse. */
  readonly policies = new Map<string, readonly string[]>();
  /** Everything that a stranger who reads the blocks, or asks a peer, can see. */
  readonly seen: string[] = [];
  readonly #versions = new Map<string, string>();
  readonly #peers: Readonly<Record<string, Loader>>;
  #transactions = 0;

  constructor(contracts: readonly unknown[]) {
    const msps = [BUREAU, ...Object.values(COLLECTIONS)];
    this.#peers = Object.fromEntries(msps.map((msp) => [msp, loadChaincode(contracts)]));
  }

  /** Endorses and commits. */
  async invoke(invocation: Invocation, endorsers?: readonly string[]): Promise<Committed> {
    const proposed = await this.endorse(invocation, endorsers);
    return { ...proposed, code: this.commit(proposed) };
  }

  /** Runs a transaction on the given peers; when none are named, on those that it will need. */
  async endorse(invocation: Invocation, named?: readonly string[]): Promise<Proposed> {
    this.#transactions += 1;
    const txId = createHash('sha256').update(String(this.#transactions)).digest('hex');
    const [lead = BUREAU, ...others] = named ?? [BUREAU];
    const first = await this.#run(lead, invocation, txId, true);
    const rest = named === undefined ? this.#wanted(first, invocation).filter((msp) => msp !== lead) : others;
    for (const msp of rest) {
      const { proposed: second, versions } = await this.#run(msp, invocation, txId, false);
      expect(second).toEqual(first.proposed);
      expect(versions).toEqual(first.versions);
    }
    const proposed = { ...first.proposed, txId, invocation, endorsers: [lead, ...rest], versions: first.versions };
    if (proposed.status !== 200) expect([...proposed.writes, ...proposed.privateWrites]).toEqual([]);
    this.#note(proposed);
    return proposed;
  }

  /** Validates a transaction against the state as it is now and, when it is valid, writes. */
  commit(proposed: Proposed): ValidationCode {
    if (!this.#isEndorsed(proposed)) return 'ENDORSEMENT_POLICY_FAILURE';
    for (const [key, version] of proposed.versions) {
      if (this.#versions.get(key) !== version) return 'MVCC_READ_CONFLICT';
    }
    for (const [key, value] of proposed.writes) {
      this.state.set(key, Buffer.from(value));
      this.#versions.set(key, proposed.txId);
    }
    for (const [key, msps] of proposed.policies) this.policies.set(key, msps);
    for (const { collection, key, value } of proposed.privateWrites) {
      this.#versions.set(`${collection}\0${key}`, proposed.txId);
      if (value === undefined) this.collections[collection]!.delete(key);
      else this.collections[collection]!.set(key, value);
    }
    return 'VALID';
  }

  /** The committed state as texts, ordered by key. */
  values(): Record<string, string> {
    return Object.fromEntries([...this.state].map(([key, value]) => [key, value.toString()] as const).sort());
  }

  async #run(
    msp: string,
    invocation: Invocation,
    txId: string,
    longSeconds: boolean,
  ): Promise<{ proposed: Endorsement & { privateWrites: PrivateWrite[] }; versions: Map<string, string | undefined> }> {
    const held = Object.entries(this.collections).filter(([name]) => msp === BUREAU || COLLECTIONS[name] === msp);
    const view: PeerView = {
      state: this.state,
      collections: Object.fromEntries(held),
      members: MEMBERS,
    };
    // Endorsers meet the time in both of its forms.
    const stub = new FabricStub(view, invocation, txId, longSeconds);
    const endorsement = stub.endorsement(await this.#peers[msp]!.Invoke(stub));
    const keys = [...stub.reads, ...stub.privateReads.map((names) => names.join('\0'))];
    const versions = new Map(keys.map((key) => [key, this.#versions.get(key)]));
    return { proposed: { ...endorsement, privateWrites: stub.privateWrites }, versions };
  }

  /** The peers that a transaction's policies ask for; where any second one will do, that of its creator's side. */
  #wanted({ proposed }: { proposed: Endorsement }, invocation: Invocation): string[] {
    const msps = new Set([BUREAU, ...proposed.privateHashes.map(([collection]) => COLLECTIONS[collection]!)]);
    for (const [key] of proposed.writes) for (const msp of this.policies.get(key) ?? []) msps.add(msp);
    if (msps.size === 1) msps.add(mspOf(invocation) === 'DataProviders' ? 'DataProviders' : 'Merchants');
    return [...msps];
  }

  /** The chaincode's policy, where a key has none of its own; that of each key and of each collection that is written. */
  #isEndorsed({ endorsers, writes, policies, privateWrites }: Proposed): boolean {
    const all = (msps: readonly string[]): boolean => msps.every((msp) => endorsers.includes(msp));
    const written = [...writes, ...policies].map(([key]) => this.policies.get(key));
    if (!written.every((policy) => policy === undefined || all(policy))) return false;
    const byChaincode = endorsers.includes(BUREAU) && endorsers.length > 1;
    if (written.includes(undefined) && !byChaincode) return false;
    return privateWrites.every(({ collection }) => all([BUREAU, COLLECTIONS[collection]!]));
  }

  #note({ invocation, message, payload, writes, event, reads, policies, privateHashes }: Proposed): void {
    this.seen.push(invocation.transaction, ...(invocation.args ?? []), message, payload, ...writes.flat(), ...reads);
    this.seen.push(event?.name ?? '', event?.payload ?? '', ...policies.flat(2), ...privateHashes.flat());
  }
}
