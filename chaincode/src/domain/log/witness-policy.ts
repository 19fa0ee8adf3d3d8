import { bytesToBase64 } from '../encoding/base64';
import { LedgerError } from '../errors';
import { parseVerifierKey, SIGNATURE_TYPE, type SignatureType, type VerifierKey } from './verifier-key';

/** A log or a witness of a policy, and where it is reached. */
export interface PolicyParty {
  readonly key: VerifierKey;
  readonly url?: string;
}

/** At least `least` of the members have witnessed. */
interface Group {
  readonly least: number;
  readonly members: readonly string[];
}

/** Whose cosignatures make a checkpoint good (C2SP tlog-policy). */
export interface WitnessPolicy {
  readonly logs: readonly PolicyParty[];
  readonly witnesses: ReadonlyMap<string, PolicyParty>;
  readonly groups: ReadonlyMap<string, Group>;
  /** Name of a witness or a group; undefined when the file says `none`. */
  readonly quorum: string | undefined;
}

/** The format asks for at least 32 of each. */
const MAX_LINES = 1000;
const NO_QUORUM = 'none';

/**
 * Reads a policy file.
 * @throws LedgerError POLICY_MALFORMED, with the number of the line.
 */
export function parseWitnessPolicy(text: string): WitnessPolicy {
  const reader = new PolicyReader();
  const lines = text.split('\n');
  if (lines.length > MAX_LINES) throw malformed(MAX_LINES, `at most ${String(MAX_LINES)} lines`);
  lines.forEach((line, index) => {
    reader.line = index + 1;
    if (!/^[\t\x20-\x7e\x80-\u{10ffff}]*$/u.test(line)) throw malformed(reader.line, 'no control characters');
    const items = line.split(/[ \t]+/).filter((item) => item !== '');
    if (items.length > 0 && items[0]?.startsWith('#') !== true) reader.take(items);
  });
  return reader.finish();
}

/**
 * True when enough witnesses have cosigned.
 * @param cosigned whether a witness' cosignature of the checkpoint was verified.
 */
export function isWitnessed(policy: WitnessPolicy, cosigned: (key: VerifierKey) => boolean): boolean {
  const holds = (name: string): boolean => {
    const witness = policy.witnesses.get(name);
    if (witness !== undefined) return cosigned(witness.key);
    const group = policy.groups.get(name);
    return group !== undefined && group.members.filter(holds).length >= group.least;
  };
  return policy.quorum === undefined || holds(policy.quorum);
}

/** Takes the lines of a policy in their order: names stand before they are used. */
class PolicyReader {
  line = 0;
  readonly #logs: PolicyParty[] = [];
  readonly #witnesses = new Map<string, PolicyParty>();
  readonly #groups = new Map<string, Group>();
  /** Names that are a member of some group: each may be one once. */
  readonly #members = new Set<string>();
  readonly #keys = new Set<string>();
  #quorum: { readonly name: string | undefined } | undefined;

  take([keyword, ...items]: readonly string[]): void {
    if (keyword === 'log') this.#logs.push(this.#party('log', items, SIGNATURE_TYPE.ed25519));
    else if (keyword === 'witness') this.#witness(items);
    else if (keyword === 'group') this.#group(items);
    else if (keyword === 'quorum') this.#setQuorum(items);
    else throw this.#malformed('log, witness, group or quorum');
  }

  finish(): WitnessPolicy {
    if (this.#quorum === undefined) throw malformed(this.line, 'a quorum line');
    return { logs: this.#logs, witnesses: this.#witnesses, groups: this.#groups, quorum: this.#quorum.name };
  }

  #party(kind: string, [vkey = '', url, ...more]: readonly string[], type: SignatureType): PolicyParty {
    if (vkey === '' || more.length > 0) throw this.#malformed('a verifier key and perhaps an address');
    const key = this.#key(vkey, type);
    const identity = `${kind} ${bytesToBase64(key.publicKey)}`;
    if (this.#keys.has(identity)) throw this.#malformed(`each ${kind} once`);
    this.#keys.add(identity);
    return url === undefined ? { key } : { key, url };
  }

  #key(vkey: string, type: SignatureType): VerifierKey {
    try {
      const key = parseVerifierKey(vkey);
      if (key.type === type) return key;
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
    }
    throw this.#malformed(`a verifier key of type ${String(type)}`);
  }

  #witness([name = '', ...rest]: readonly string[]): void {
    this.#newName(name);
    this.#witnesses.set(name, this.#party('witness', rest, SIGNATURE_TYPE.cosignature));
  }

  #group([name = '', count = '', ...members]: readonly string[]): void {
    this.#newName(name);
    if (members.length === 0) throw this.#malformed('at least one member');
    for (const member of members) {
      this.#known(member);
      if (this.#members.has(member)) throw this.#malformed('each name in one group, once');
      this.#members.add(member);
    }
    this.#groups.set(name, { least: this.#least(count, members.length), members });
  }

  #least(count: string, members: number): number {
    if (count === 'any') return 1;
    if (count === 'all') return members;
    const least = /^[1-9]\d{0,3}$/.test(count) ? Number(count) : 0;
    if (least < 1 || least > members) throw this.#malformed('any, all, or a number from 1 to that of the members');
    return least;
  }

  #setQuorum([name = '', ...more]: readonly string[]): void {
    if (this.#quorum !== undefined || name === '' || more.length > 0) throw this.#malformed('one quorum line with one name');
    if (name !== NO_QUORUM) this.#known(name);
    this.#quorum = { name: name === NO_QUORUM ? undefined : name };
  }

  #newName(name: string): void {
    if (name === '' || name === NO_QUORUM || this.#isKnown(name)) throw this.#malformed('a name of its own');
  }

  #known(name: string): void {
    if (!this.#isKnown(name)) throw this.#malformed(`a name defined above, not ${name}`);
  }

  #isKnown(name: string): boolean {
    return this.#witnesses.has(name) || this.#groups.has(name);
  }

  #malformed(wanted: string): LedgerError {
    return malformed(this.line, wanted);
  }
}

function malformed(line: number, wanted: string): LedgerError {
  return new LedgerError('POLICY_MALFORMED', { path: `line ${String(line)}`, wanted });
}
