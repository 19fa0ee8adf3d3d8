import { randomBytes } from 'node:crypto';
import {
  formatTime,
  HOME_REGION,
  isIdentifier,
  LedgerError,
  MS_PER_DAY,
  parseTime,
  stateKeys,
  type ConsentState,
  type EntryFacts,
  type ErrorCode,
  type JsonValue,
  type RequestState,
  type StandingState,
} from '@lianpiao/chaincode/domain';
import { isSupervisor } from '../access-policy';
import type { Actor, ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader, PlacedEntry } from '../ledger/ledger';
import type { PseudonymAt } from '../sign-in/pseudonyms';
import type { Principal } from '../stores/access-store';
import { recordOf, type GrantDesk } from './grant-desk';
import { isOf } from './sharing-lists';
import type { GrantTerms } from './terms';

/** Who did it, on the record: the consent itself says under which pseudonym. */
const DATA_SUBJECT: Actor = { keyId: 'data-subject', why: 'withdrawn by the data subject' };

interface SharingDeskParts {
  readonly ledger: LedgerReader;
  readonly acts: ActRecorder;
  readonly grants: GrantDesk;
  readonly clock: () => number;
}

/** What a standing grant gives in advance. */
export interface StandingRequest {
  readonly standing: string | undefined;
  readonly resource: string;
  readonly consumer: string;
  readonly days: number;
  readonly until: string;
  readonly keepDays: number;
  readonly terms: GrantTerms;
}

/** Where consents, approvals, requests, standing grants and ends of grants are recorded; the ledger's rules decide. */
export class SharingDesk {
  readonly #parts: SharingDeskParts;

  constructor(parts: SharingDeskParts) {
    this.#parts = parts;
  }

  record(
    caller: string,
    facts: EntryFacts,
    actor: Actor,
    details: Readonly<Record<string, JsonValue>> = {},
  ): Promise<PlacedEntry> {
    return this.#parts.acts.record(caller, facts, actor, details);
  }

  /** @throws LedgerError for what the ledger's rules refuse; FIELD_INVALID, FILTER_INVALID for terms that do not fit. */
  openStanding(provider: string, request: StandingRequest, actor: Actor): Promise<PlacedEntry> {
    const { resource, consumer, days, until, keepDays, terms } = request;
    this.#parts.grants.checkTerms(resource, undefined, terms);
    const basis = terms.conditions?.basis.kind;
    if (basis === undefined) throw new LedgerError('GRANT_CONDITIONS_MISSING', { path: '/conditions' });
    const standing = request.standing ?? madeId('standing');
    const facts = { type: 'standing.opened', standing, resource, provider, consumer, days, until, basis, keepDays } as const;
    return this.record(provider, facts, actor, recordOf(terms));
  }

  /** A grant for the longest term that the standing grant gives. @throws LedgerError STANDING_CLOSED, and what the rules refuse. */
  draw(consumer: string, standing: string, grant: string | undefined, actor: Actor): Promise<PlacedEntry> {
    const signed = this.#state<StandingState>(isIdentifier(standing) ? stateKeys.standing(standing) : undefined);
    if (signed?.consumer !== consumer) throw new LedgerError('STANDING_CLOSED', { path: '/standing' });
    const now = this.#parts.clock();
    const until = Math.min(now + signed.days * MS_PER_DAY, parseTime(signed.until) ?? now);
    const { resource, provider, basis, keepDays } = signed;
    const parties = { grant: grant ?? madeId('grant'), resource, provider, consumer };
    const term = { right: 'use', from: formatTime(now), until: formatTime(until) } as const;
    const facts = { version: 2, basis, keepDays, region: HOME_REGION, standing } as const;
    return this.record(consumer, { type: 'grant.granted', ...parties, ...term, ...facts }, actor);
  }

  /** For whoever recorded it, the resource's controller, and supervisors. @throws LedgerError CONSENT_UNKNOWN. */
  consent(principal: Principal, id: string): ConsentState {
    const consent = this.#state<ConsentState>(isIdentifier(id) ? stateKeys.consent(id) : undefined);
    return this.#shown(principal, consent, consent?.collector, 'CONSENT_UNKNOWN');
  }

  /**
   * A data subject takes a consent back. They have no key on the ledger: it is recorded in the name of whoever recorded the consent, whose
   * rules let it, and says that it was the person.
   * @throws LedgerError CONSENT_UNKNOWN for everybody else's, CONSENT_WITHDRAWN.
   */
  async withdrawOwn(pseudonymAt: PseudonymAt, id: string): Promise<PlacedEntry> {
    const consent = this.#state<ConsentState>(isIdentifier(id) ? stateKeys.consent(id) : undefined);
    if (consent === undefined || !isOf(consent, pseudonymAt)) throw new LedgerError('CONSENT_UNKNOWN');
    return this.record(consent.collector, { type: 'consent.withdrawn', consent: id }, DATA_SUBJECT);
  }

  /** For both sides and supervisors. @throws LedgerError REQUEST_UNKNOWN. */
  request(principal: Principal, id: string): RequestState & { readonly overdue: boolean } {
    const request = this.#state<RequestState>(isIdentifier(id) ? stateKeys.request(id) : undefined);
    const shown = this.#shown(principal, request, request?.consumer, 'REQUEST_UNKNOWN');
    return { ...shown, overdue: shown.status === 'open' && this.#parts.clock() >= (parseTime(shown.due) ?? 0) };
  }

  #shown<State extends { readonly resource: string }>(
    principal: Principal,
    state: State | undefined,
    party: string | undefined,
    code: ErrorCode,
  ): State {
    const controller = state && this.#state<{ readonly controller: string }>(stateKeys.resource(state.resource))?.controller;
    const may = isSupervisor(principal) || [party, controller].includes(principal.organisation);
    if (state === undefined || !may) throw new LedgerError(code);
    return state;
  }

  #state<State>(key: string | undefined): State | undefined {
    return key === undefined ? undefined : (this.#parts.ledger.state(key) as State | undefined);
  }
}

/** An id for something that the caller did not name. */
export function madeId(kind: string): string {
  return `${kind}-${randomBytes(12).toString('hex')}`;
}
