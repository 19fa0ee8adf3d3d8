import { randomBytes, randomUUID } from 'node:crypto';
import { formatTime, LedgerError, stateKeys, type GrantState, type JsonValue } from '@lianpiao/chaincode/domain';
import type { GrantDesk } from '../access/grant-desk';
import type { Actor } from '../issuing/act-recorder';
import type { LedgerReader } from '../ledger/ledger';
import type { AnyMessage, contractRequest } from './messages';
import { policyOf } from './offer';
import type { OfferDesk } from './offer-desk';
import type { Offer } from './offer-store';
import type { Peers } from './peers';
import { idsOf, type ProcessDesk } from './process-desk';
import type { Process } from './process-store';
import { STEPS, type Step, type StepName } from './protocol';
import type { z } from 'zod';

interface NegotiationDeskParts {
  readonly ledger: LedgerReader;
  readonly grants: GrantDesk;
  readonly offers: OfferDesk;
  readonly processes: ProcessDesk;
  readonly peers: Peers;
  /** Base address of our own connector: where the other side sends its messages. */
  readonly address: string;
  readonly clock: () => number;
}

/** What a consumer asks another connector for. */
export interface NegotiationRequest {
  /** `urn:uuid:…`; a new one when absent. */
  readonly negotiation?: string | undefined;
  readonly providerId: string;
  readonly connectorAddress: string;
  readonly datasetId: string;
  readonly offerId: string;
}

/** What people add to a step: another offer, the words of an end. */
export interface StepWords {
  readonly offer?: string | undefined;
  readonly reason: string;
}

type Members = Readonly<Record<string, JsonValue>>;

/**
 * Contract negotiations on either side. The terms of an agreement are always those of an offer that the provider published;
 * what a consumer writes into a request is its wish, and becomes an agreement only as an offer of the provider's. The
 * agreement becomes a grant on the ledger before the consumer is told that it is final.
 */
export class NegotiationDesk {
  readonly #parts: NegotiationDeskParts;

  constructor(parts: NegotiationDeskParts) {
    this.#parts = parts;
  }

  /** A consumer's first message to one of our providers. @throws LedgerError OFFER_UNKNOWN, PEER_UNKNOWN, NEGOTIATION_EXISTS. */
  requested(caller: string, message: z.output<typeof contractRequest>): Process {
    if (message.callbackAddress === undefined) throw new LedgerError('FIELD_MISSING', { path: '/callbackAddress' });
    const offer = this.#parts.offers.standing(message.offer['@id']);
    if (message.offer.target !== undefined && message.offer.target !== offer.resource)
      throw new LedgerError('MESSAGE_MISMATCH', { path: '/offer/target', wanted: offer.resource });
    if (offer.provider === caller) throw new LedgerError('FIELD_INVALID', { path: '/offer', wanted: "another organisation's" });
    const callback = this.#parts.peers.admit(caller, message.callbackAddress);
    const process = {
      pid: `urn:uuid:${randomUUID()}`,
      kind: 'negotiation',
      side: 'provider',
      organisation: offer.provider,
      peer: caller,
      peerPid: message.consumerPid,
      callback,
      subject: offer.resource,
      state: 'REQUESTED',
      pending: null,
      document: { offer: offer.offer, policy: message.offer as JsonValue },
    } as const;
    return this.#parts.processes.begin(process, message as JsonValue);
  }

  /** Asks a provider's connector; the negotiation exists when its connector has taken the message. */
  async request(
    organisation: string,
    { negotiation, providerId, connectorAddress, datasetId, offerId }: NegotiationRequest,
  ): Promise<Process> {
    const { processes, peers, address } = this.#parts;
    const policy = { '@type': 'Offer', '@id': offerId, target: datasetId, permission: [{ action: 'use' }] };
    const process = {
      pid: negotiation ?? `urn:uuid:${randomUUID()}`,
      kind: 'negotiation',
      organisation,
      peer: providerId,
      callback: peers.admit(providerId, connectorAddress),
      subject: datasetId,
      document: { offer: offerId, policy },
    } as const;
    return processes.initiate(process, 'ContractRequestMessage', { offer: policy, callbackAddress: address });
  }

  /** The other side's message about a negotiation. */
  received(process: Process, name: StepName, message: AnyMessage): void {
    const step = STEPS[name];
    const said = message.offer ?? message.agreement;
    if (name === 'agree' && message.agreement?.target !== process.subject)
      throw new LedgerError('MESSAGE_MISMATCH', { path: '/agreement/target', wanted: process.subject });
    this.#parts.processes.receive(process, step, message, {
      ...(said === undefined ? undefined : { policy: said as JsonValue }),
      ...(name === 'agree' ? { agreement: message.agreement as JsonValue } : undefined),
      ...(message.reason === undefined ? undefined : { reason: message.reason as JsonValue }),
    });
  }

  /** A step of ours, as people decided it. */
  async take(process: Process, name: StepName, words: StepWords, actor: Actor): Promise<void> {
    const step: Step = STEPS[name];
    const members = this.#membersOf(process, name, words);
    if (name === 'terminateNegotiation' && process.pending === 'FINALIZED')
      throw new LedgerError('NEGOTIATION_STATE_WRONG', { found: 'a grant on the ledger', wanted: 'FINALIZED' });
    if (name === 'finalize') await this.#grant(process, actor);
    await this.#parts.processes.send(process, step, members, {
      ...(name === 'agree' ? { agreement: members['agreement'] as JsonValue } : undefined),
      ...(words.offer === undefined ? undefined : { offer: words.offer }),
      ...(name === 'terminateNegotiation' ? { reason: [words.reason] } : undefined),
    });
  }

  #membersOf(process: Process, name: StepName, { offer, reason }: StepWords): Members {
    const event = STEPS[name].event;
    if (event !== undefined) return { eventType: event };
    if (name === 'agree') return { agreement: this.#agreement(process, this.#offerFor(process, offer)) };
    if (name === 'offer') return { offer: this.#message(process, this.#offerFor(process, offer)) };
    if (name === 'counter')
      return { offer: { ...(process.document.policy as object), '@type': 'Offer', target: process.subject } };
    return name === 'terminateNegotiation' ? { code: 'ended', reason: [reason] } : {};
  }

  #offerFor({ document, organisation, subject }: Process, named: string | undefined): Offer {
    const offer = this.#parts.offers.standing(named ?? document.offer ?? '');
    if (offer.resource !== subject || offer.provider !== organisation)
      throw new LedgerError('OFFER_UNKNOWN', { path: '/offer', wanted: 'an offer of this resource' });
    return offer;
  }

  #message({ organisation, peer }: Process, { offer, resource, terms }: Offer): JsonValue {
    return { '@type': 'Offer', '@id': offer, target: resource, assigner: organisation, assignee: peer, ...policyOf(terms) };
  }

  #agreement(process: Process, { resource, terms }: Offer): JsonValue {
    const { organisation, peer, document } = process;
    // Sent again, it is the same agreement.
    if (process.pending === 'AGREED' && document.agreement !== undefined) return document.agreement;
    return {
      '@type': 'Agreement',
      '@id': `agreement-${randomBytes(12).toString('hex')}`,
      target: resource,
      assigner: organisation,
      assignee: peer,
      timestamp: formatTime(this.#parts.clock()),
      ...policyOf(terms),
    };
  }

  /** The agreement becomes a grant, once: a second try finds the grant of the first. */
  async #grant(process: Process, actor: Actor): Promise<void> {
    const { ledger, grants, offers } = this.#parts;
    if (process.state !== 'VERIFIED' || process.side !== 'provider') return;
    const grant = (process.document.agreement as { readonly '@id': string })['@id'];
    const stands = ledger.state(stateKeys.grant(grant)) as GrantState | undefined;
    if (stands !== undefined) return;
    const { terms, resource } = offers.standing(process.document.offer ?? '');
    const request = { grant, resource, consumer: process.peer, parent: undefined, from: undefined };
    await grants.grant(process.organisation, { ...request, ...terms }, actor);
  }
}

/** A negotiation as our own people see it. */
export function negotiationView(process: Process): Members {
  const { kind: _, peerPid: _peerPid, pid, document, created, updated, subject, ...rest } = process;
  return {
    negotiation: pid,
    ...idsOf(process),
    dataset: subject,
    ...rest,
    offer: document.offer ?? null,
    policy: document.policy ?? null,
    agreement: document.agreement ?? null,
    reason: document.reason ?? null,
    createdAt: formatTime(created),
    updatedAt: formatTime(updated),
  };
}
