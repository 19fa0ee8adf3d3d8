import {
  checkGrant,
  grantChain,
  isQuarantined,
  LedgerError,
  stateKeys,
  type GrantState,
  type LedgerState,
  type PlacedGrant,
  type ResourceState,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';
import { checkConditions, type Condition, type FieldType } from './condition';
import { refuseMasked, strictest, type Handling } from './handling';
import { viewOf } from './ledger-view';
import type { Allowance, Ticket } from '../stores/spending-table';
import type { GrantTerms, ResourceTerms } from './terms';
import type { TermsReader } from './terms-reader';
import { allowancesOf, modesOf, requireMode, type Use } from './use';

/** Who asks for what. */
export interface Asked {
  readonly grant: string;
  readonly organisation: string;
  readonly keyId: string;
  /** The grant that the caller's token is for; absent with an API key. */
  readonly tokenFor?: string;
  /** What was shown, and is not shown again; `unproven` for a token whose key was not shown to be the caller's. */
  readonly ticket?: Ticket | 'unproven';
  /** What was shown is bound to a client certificate that the connection does not prove. */
  readonly uncertified?: true;
  /** All that is granted, when absent. */
  readonly fields?: readonly string[];
  readonly where: readonly Condition[];
}

/** What may be read: the fields asked for, and every condition, those of the grants included. */
export interface Permit {
  readonly resource: string;
  readonly source: ResourceTerms['source'];
  readonly registrant: string;
  readonly fields: readonly string[];
  readonly types: ReadonlyMap<string, FieldType>;
  readonly where: readonly Condition[];
  /** The conditions of the grants alone. */
  readonly granted: readonly Condition[];
  readonly handling: Handling;
  /** How often the grants may be read from. */
  readonly allowances: readonly Allowance[];
}

/** A decision, with what an audit entry says of it. */
export interface Decision {
  /** Entries of the ledger when the state was read: an allowed check never knew of a revocation at or after this place. */
  readonly height: number;
  readonly state: GrantState | undefined;
  readonly purpose: string | undefined;
  /** Who controls the resource. */
  readonly provider: string | undefined;
  readonly outcome: Permit | LedgerError;
}

/** How far a grant goes. */
export interface Reach {
  readonly fields: ReadonlySet<string>;
  /** What leaves of some of them. */
  readonly masks: Handling['masks'];
  readonly modes: ReadonlySet<string>;
}

/** Decides on access by the ledger's state as it is now, in whichever process it was last written. */
export class Decider {
  readonly #ledger: LedgerReader;
  readonly #terms: TermsReader;
  readonly #clock: () => number;
  readonly #isLiveKey: (keyId: string) => boolean;
  readonly #state: Pick<LedgerState, 'get'>;

  constructor(ledger: LedgerReader, terms: TermsReader, clock: () => number, isLiveKey: (keyId: string) => boolean) {
    this.#ledger = ledger;
    this.#terms = terms;
    this.#clock = clock;
    this.#isLiveKey = isLiveKey;
    this.#state = viewOf(ledger);
  }

  /** The whole decision; a refusal is an outcome, a fault of ours is thrown. */
  decide(asked: Asked, use: Use): Decision {
    // Before the state: what the state then shows is at least as new as this height.
    const height = this.#ledger.length();
    const state = this.#ledger.state(stateKeys.grant(asked.grant)) as GrantState | undefined;
    let purpose: string | undefined;
    const provider = this.#controllerOf(state);
    try {
      const chain = this.#holds(asked, state);
      const terms = chain.map(({ id }) => this.#terms.grant(id));
      purpose = terms[0]?.purpose.code;
      return { height, state, purpose, provider, outcome: this.#permit(asked, use, chain, terms) };
    } catch (error) {
      if (error instanceof LedgerError) return { height, state, purpose, provider, outcome: error };
      throw error;
    }
  }

  /** Whether access that was allowed before still is: the short form, for what runs on. @throws LedgerError. */
  confirm(asked: Asked): void {
    this.#holds(asked, this.#ledger.state(stateKeys.grant(asked.grant)) as GrantState | undefined);
  }

  #holds(asked: Asked, state: GrantState | undefined): PlacedGrant[] {
    if (state === undefined) throw new LedgerError('GRANT_UNKNOWN');
    if (state.consumer !== asked.organisation) throw new LedgerError('GRANT_NOT_YOURS');
    if (asked.tokenFor !== undefined && asked.tokenFor !== asked.grant) throw new LedgerError('TOKEN_OF_ANOTHER_GRANT');
    if (asked.uncertified === true) throw new LedgerError('CERTIFICATE_UNPROVEN');
    if (asked.ticket === 'unproven') throw new LedgerError('PROOF_INVALID');
    if (!this.#isLiveKey(asked.keyId)) throw new LedgerError('CREDENTIALS_INVALID');
    if (isQuarantined(this.#state, state.resource)) throw new LedgerError('RESOURCE_QUARANTINED');
    return checkGrant(this.#state, asked.grant, this.#clock());
  }

  #permit(asked: Asked, use: Use, chain: readonly PlacedGrant[], terms: readonly GrantTerms[]): Permit {
    requireMode(use, terms);
    const resource = (chain[0] as PlacedGrant).grant.resource;
    const { fields, source, registrant } = this.#terms.resource(resource);
    const types = new Map(fields.map(({ name, type }) => [name, type]));
    const granted = grantedFields(terms);
    const wanted = asked.fields ?? [...granted];
    requireGranted(wanted, granted, '/fields');
    requireGranted(
      asked.where.map(({ field }) => field),
      granted,
      '/where',
    );
    checkConditions(asked.where, types, '/where');
    const handling = strictest(terms.map((each) => each.handling));
    requireLevel(asked, use, handling);
    requireUnmaskedRows(terms);
    const rows = terms.flatMap((each) => each.rows);
    const where = [...asked.where, ...rows];
    const grants = chain.map(({ id }) => id);
    const allowances = allowancesOf(use, grants, terms, this.#clock());
    return { resource, source, registrant, fields: wanted, types, where, granted: rows, handling, allowances };
  }

  #controllerOf(state: GrantState | undefined): string | undefined {
    if (state === undefined) return undefined;
    return (this.#ledger.state(stateKeys.resource(state.resource)) as ResourceState | undefined)?.controller;
  }

  /** Fields and modes that a grant gives, and all grants above it. @throws LedgerError GRANT_UNKNOWN, GRANT_RECORD_BROKEN. */
  reach(id: string): Reach {
    const terms = grantChain(this.#state, id).map((placed) => this.#terms.grant(placed.id));
    const { masks } = strictest(terms.map((each) => each.handling));
    return { fields: grantedFields(terms), masks, modes: new Set(modesOf(terms)) };
  }
}

/** A sub-grant gives nothing that a grant above it does not give, whatever its own record says. */
function grantedFields(terms: readonly GrantTerms[]): ReadonlySet<string> {
  const [own, ...above] = terms;
  return new Set(own?.fields.filter((field) => above.every(({ fields }) => fields.includes(field))));
}

function requireLevel({ where }: Asked, use: Use, { level, masks }: Handling): void {
  if (use === 'run') return;
  if (level === 'aggregate') throw new LedgerError('LEVEL_AGGREGATE_ONLY');
  refuseMasked(where, masks, '/where');
}

/** Whoever sees a mask would grant itself, or a friend, the rows of a guess. */
function requireUnmaskedRows(chain: readonly GrantTerms[]): void {
  chain.forEach(({ rows }, place) => {
    const above = chain.slice(place + 1).map(({ handling }) => handling);
    refuseMasked(rows, strictest(above).masks, '/rows');
  });
}

function requireGranted(wanted: readonly string[], granted: ReadonlySet<string>, path: string): void {
  const place = wanted.findIndex((field) => !granted.has(field));
  if (place >= 0) throw new LedgerError('FIELD_NOT_GRANTED', { path: `${path}/${String(place)}` });
}
