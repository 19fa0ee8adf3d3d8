import { randomBytes } from 'node:crypto';
import {
  checkGrant,
  formatTime,
  LedgerError,
  type GrantChange,
  type GrantRight,
  type JsonValue,
} from '@lianpiao/chaincode/domain';
import type { Actor, ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader, PlacedEntry } from '../ledger/ledger';
import { checkConditions, type Condition, type Field } from './condition';
import type { Decider } from './decide';
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
    const { resource, owner, title, description, source } = registration;
    const fields = await this.#parts.sources.inspect(source, caller, registration.fields);
    return this.#parts.acts.record(caller, { type: 'resource.registered', resource, owner, controller: caller }, actor, {
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
    this.#checkTerms(resource, parent, terms);
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
      },
      actor,
      {
        purpose: terms.purpose,
        fields: terms.fields,
        rows: terms.rows as readonly JsonValue[],
        liability: terms.liability,
      },
    );
  }

  change(caller: string, change: GrantChange, grant: string, actor: Actor): Promise<PlacedEntry> {
    return this.#parts.acts.record(caller, { type: change, grant }, actor);
  }

  /**
   * What the ledger's rules cannot see, because it is private: fields exist, conditions fit them, and a sub-grant names no
   * field that is not granted above it, so that not even its conditions tell of one.
   */
  #checkTerms(resource: string, parent: string | undefined, { fields, rows }: GrantTerms): void {
    const { ledger, terms, decider, clock } = this.#parts;
    if (ledger.acts({ subject: resource, type: 'resource.registered', limit: 1 }).length === 0)
      throw new LedgerError('RESOURCE_UNKNOWN', { path: '/resource' });
    const types = new Map(terms.resource(resource).fields.map(({ name, type }) => [name, type]));
    const unknown = fields.findIndex((field) => !types.has(field));
    if (unknown >= 0)
      throw new LedgerError('FIELD_INVALID', { path: `/fields/${String(unknown)}`, wanted: 'a field of the resource' });
    checkConditions(rows, types, '/rows');
    if (parent === undefined) return;
    checkGrant(viewOf(ledger), parent, clock());
    const reach = decider.reach(parent);
    requireWithin(fields, reach, '/fields');
    requireWithin(
      rows.map(({ field }: Condition) => field),
      reach,
      '/rows',
    );
  }
}

function requireWithin(fields: readonly string[], reach: ReadonlySet<string>, path: string): void {
  const place = fields.findIndex((field) => !reach.has(field));
  if (place >= 0) throw new LedgerError('GRANT_SCOPE_WIDER', { path: `${path}/${String(place)}` });
}
