import { randomBytes } from 'node:crypto';
import {
  basisRule,
  checkGrant,
  formatTime,
  LedgerError,
  MS_PER_DAY,
  parseTime,
  type GrantChange,
  type GrantFacts,
  type GrantRight,
  type JsonValue,
} from '@lianpiao/chaincode/domain';
import type { Actor, ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader, PlacedEntry } from '../ledger/ledger';
import { checkConditions, type Condition, type Field } from './condition';
import type { Decider } from './decide';
import { checkHandling, refuseMasked } from './handling';
import { viewOf } from './ledger-view';
import type { GrantTerms, SourceReference } from './terms';
import type { TermsReader } from './terms-reader';

/** Looks a source over before a resource rests on it. */
export interface SourceInspector {
  /**
   * The fields as the source has them, with their types.
   * @throws LedgerError SOURCE_INVALID, SOURCE_UNAVAILABLE.
   */
  inspect(source: SourceReference, organisation: string, fields: readonly Field[]): Promise<readonly Field[]>;
}

export interface ResourceRegistration {
  readonly resource: string;
  readonly owner: string;
  readonly title: string;
  readonly description: string | null;
  readonly source: SourceReference;
  readonly fields: readonly Field[];
  /** It holds data on persons. */
  readonly personal?: true | undefined;
}

export interface GrantRequest {
  /** Made by us when absent. A caller that names it may repeat the request safely. */
  readonly grant: string | undefined;
  readonly resource: string;
  readonly consumer: string;
  readonly right: GrantRight;
  readonly parent: string | undefined;
  readonly from: string | undefined;
  readonly until: string;
  readonly terms: GrantTerms;
  /** What the ledger's rules see of the conditions, beside those of the record. */
  readonly bounds?: GrantBounds | undefined;
}

/** The public part of a grant's conditions. */
export interface GrantBounds {
  readonly keepDays: number;
  /** ISO 3166-1 alpha-2. */
  readonly region: string;
  readonly consent?: string | undefined;
  readonly approval?: string | undefined;
}

interface GrantDeskParts {
  readonly ledger: LedgerReader;
  readonly acts: ActRecorder;
  readonly terms: TermsReader;
  readonly decider: Decider;
  readonly sources: SourceInspector;
  readonly clock: () => number;
}

/** Where resources are registered and handed on, and access is granted, paused, resumed and revoked. */
export class GrantDesk {
  readonly #parts: GrantDeskParts;

  constructor(parts: GrantDeskParts) {
    this.#parts = parts;
  }

  async register(caller: string, registration: ResourceRegistration, actor: Actor): Promise<PlacedEntry> {
    const { resource, owner, title, description, source, personal } = registration;
    const fields = await this.#parts.sources.inspect(source, caller, registration.fields);
    const said = personal === undefined ? undefined : { personal };
    return this.#parts.acts.record(caller, { type: 'resource.registered', resource, owner, controller: caller, ...said }, actor, {
      about: { title, description },
      source: { ...source },
      fields: fields.map((field) => ({ ...field })),
    });
  }

  transfer(caller: string, resource: string, to: { owner: string; controller: string }, actor: Actor): Promise<PlacedEntry> {
    return this.#parts.acts.record(caller, { type: 'resource.transferred', resource, ...to }, actor);
  }

  /** @throws LedgerError for what the ledger's rules refuse, GRANT_SCOPE_WIDER, FILTER_INVALID, FIELD_INVALID. */
  async grant(caller: string, request: GrantRequest, actor: Actor): Promise<PlacedEntry> {
    const { resource, consumer, right, parent, until, terms } = request;
    this.checkTerms(resource, parent, terms);
    return this.#parts.acts.record(
      caller,
      {
        type: 'grant.granted',
        grant: request.grant ?? `grant-${randomBytes(12).toString('hex')}`,
        resource,
        provider: caller,
        consumer,
        right,
        ...(parent === undefined ? undefined : { parent }),
        from: request.from ?? formatTime(this.#parts.clock()),
        until,
        ...factsOf(request),
      },
      actor,
      recordOf(terms),
    );
  }

  change(caller: string, change: GrantChange, grant: string, actor: Actor): Promise<PlacedEntry> {
    return this.#parts.acts.record(caller, { type: change, grant }, actor);
  }

  /**
   * What the ledger's rules cannot see, because it is private: fields exist, conditions fit them, and a sub-grant names no
   * field that is not granted above it, so that not even its conditions tell of one.
   */
  checkTerms(resource: string, parent: string | undefined, { fields, rows, handling, conditions }: GrantTerms): void {
    const { ledger, terms, decider, clock } = this.#parts;
    if (ledger.acts({ subject: resource, type: 'resource.registered', limit: 1 }).length === 0)
      throw new LedgerError('RESOURCE_UNKNOWN', { path: '/resource' });
    const types = new Map(terms.resource(resource).fields.map(({ name, type }) => [name, type]));
    const unknown = fields.findIndex((field) => !types.has(field));
    if (unknown >= 0)
      throw new LedgerError('FIELD_INVALID', { path: `/fields/${String(unknown)}`, wanted: 'a field of the resource' });
    checkConditions(rows, types, '/rows');
    checkHandling(handling, fields, types);
    if (parent === undefined) return;
    checkGrant(viewOf(ledger), parent, clock());
    const reach = decider.reach(parent);
    requireWithin(fields, reach.fields, '/fields');
    requireWithin(conditions?.modes ?? [], reach.modes, '/conditions/modes');
    requireWithin(
      rows.map(({ field }: Condition) => field),
      reach.fields,
      '/rows',
    );
    refuseMasked(rows, reach.masks, '/rows');
  }
}

/** What a record says of terms. */
export function recordOf({
  purpose,
  fields,
  rows,
  liability,
  handling,
  conditions,
}: GrantTerms): Readonly<Record<string, JsonValue>> {
  return {
    purpose,
    fields,
    rows,
    liability,
    handling: { ...handling },
    ...(conditions === undefined ? undefined : { conditions: conditions as unknown as JsonValue }),
  };
}

/** Grants with conditions are of version 2; of an emergency, the review is due as late as the rules allow. */
function factsOf({ terms: { conditions }, bounds, until }: GrantRequest): GrantFacts {
  const { consent, approval } = bounds ?? {};
  const rests = { ...(consent === undefined ? undefined : { consent }), ...(approval === undefined ? undefined : { approval }) };
  if (conditions === undefined || bounds === undefined) return rests;
  const basis = conditions.basis.kind;
  const { reviewDays } = basisRule(basis);
  const reviewBy = reviewDays === undefined ? undefined : formatTime((parseTime(until) ?? 0) + reviewDays * MS_PER_DAY);
  return {
    version: 2,
    basis,
    keepDays: bounds.keepDays,
    region: bounds.region,
    ...(reviewBy === undefined ? undefined : { reviewBy }),
    ...rests,
  };
}

function requireWithin(names: readonly string[], reach: ReadonlySet<string>, path: string): void {
  const place = names.findIndex((name) => !reach.has(name));
  if (place >= 0) throw new LedgerError('GRANT_SCOPE_WIDER', { path: `${path}/${String(place)}` });
}
