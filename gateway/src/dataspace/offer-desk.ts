import { randomBytes } from 'node:crypto';
import { formatTime, LedgerError, stateKeys, type ResourceState } from '@lianpiao/chaincode/domain';
import type { GrantDesk } from '../access/grant-desk';
import type { Actor, ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader } from '../ledger/ledger';
import { policyOf, type OfferTerms } from './offer';
import type { Offer, OfferStore } from './offer-store';

interface OfferDeskParts {
  readonly ledger: LedgerReader;
  readonly acts: ActRecorder;
  readonly grants: GrantDesk;
  readonly store: OfferStore;
  readonly clock: () => number;
}

/** Where providers say on which terms their resources may be had; that they did stands on the ledger. */
export class OfferDesk {
  readonly #parts: OfferDeskParts;

  constructor(parts: OfferDeskParts) {
    this.#parts = parts;
  }

  /** @throws LedgerError OFFER_EXISTS, RESOURCE_UNKNOWN, RESOURCE_NOT_YOURS, FIELD_INVALID, FILTER_INVALID. */
  async publish(provider: string, id: string | undefined, resource: string, terms: OfferTerms, actor: Actor): Promise<Offer> {
    const { acts, grants, store } = this.#parts;
    grants.checkTerms(resource, undefined, terms.terms);
    this.#requireControl(provider, resource);
    const offer = id ?? `offer-${randomBytes(12).toString('hex')}`;
    if (store.find(offer) !== undefined) throw new LedgerError('OFFER_EXISTS', { path: '/offer' });
    const policy = policyOf(terms);
    const act = { type: 'act.recorded', act: 'offer.published', subject: offer } as const;
    const { sequence } = await acts.record(provider, act, actor, { resource, policy });
    const made: Offer = { offer, provider, resource, terms, withdrawnAt: null, sequence };
    if (!store.insert(made)) throw new LedgerError('OFFER_EXISTS', { path: '/offer' });
    return made;
  }

  /** An offer that stands and whose provider still controls the resource. @throws LedgerError OFFER_UNKNOWN. */
  standing(id: string): Offer {
    const offer = this.#parts.store.find(id);
    if (offer?.withdrawnAt !== null || !this.#controls(offer.provider, offer.resource))
      throw new LedgerError('OFFER_UNKNOWN', { path: '/offer' });
    return offer;
  }

  ofResource(resource: string): Offer[] {
    return this.#parts.store.ofResource(resource).filter(({ provider }) => this.#controls(provider, resource));
  }

  resources(after: string, limit: number): string[] {
    return this.#parts.store.resources(after, limit);
  }

  /** @throws LedgerError OFFER_UNKNOWN for others' offers, too. */
  async withdraw(provider: string, id: string, actor: Actor): Promise<void> {
    const offer = this.#parts.store.find(id);
    if (offer?.provider !== provider) throw new LedgerError('OFFER_UNKNOWN', { path: '/offer' });
    if (offer.withdrawnAt !== null) return;
    await this.#parts.acts.record(provider, { type: 'act.recorded', act: 'offer.withdrawn', subject: id }, actor);
    this.#parts.store.withdraw(id, formatTime(this.#parts.clock()));
  }

  #requireControl(provider: string, resource: string): void {
    if (!this.#controls(provider, resource)) throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
  }

  #controls(provider: string, resource: string): boolean {
    return (this.#parts.ledger.state(stateKeys.resource(resource)) as ResourceState | undefined)?.controller === provider;
  }
}
