import { randomUUID } from 'node:crypto';
import { checkGrant, formatTime, isIdentifier, LedgerError, type JsonValue, type Role } from '@lianpiao/chaincode/domain';
import type { z } from 'zod';
import type { GrantTokens } from '../access/grant-token';
import { viewOf } from '../access/ledger-view';
import type { LedgerReader } from '../ledger/ledger';
import type { Principal } from '../stores/access-store';
import type { AnyMessage, transferRequest } from './messages';
import type { Peers } from './peers';
import { idsOf, type ProcessDesk } from './process-desk';
import type { Process } from './process-store';
import { STEPS, type StepName } from './protocol';

/** Data is fetched by the consumer: the format's usual name. */
export const PULL = 'HttpData-PULL';
const TOKEN_MS = 300_000;

interface TransferDeskParts {
  readonly ledger: LedgerReader;
  readonly processes: ProcessDesk;
  readonly peers: Peers;
  readonly tokens: GrantTokens;
  readonly address: string;
  readonly publicUrl: string;
  readonly clock: () => number;
}

/** What a consumer asks another connector for. */
export interface TransferRequest {
  readonly providerId: string;
  readonly connectorAddress: string;
  readonly agreementId: string;
  readonly format: string;
}

/** Transfers under agreements. An agreement of ours is a grant on the ledger: without one that holds, nothing starts. */
export class TransferDesk {
  readonly #parts: TransferDeskParts;

  constructor(parts: TransferDeskParts) {
    this.#parts = parts;
  }

  /** A consumer's first message. @throws LedgerError for a grant that does not hold, PEER_UNKNOWN, FIELD_INVALID. */
  requested({ organisation: caller, keyId, role }: Principal, message: z.output<typeof transferRequest>): Process {
    const { agreementId, format, callbackAddress, consumerPid } = message;
    if (format !== PULL) throw new LedgerError('FIELD_INVALID', { path: '/format', wanted: PULL });
    const grant = this.#holding(agreementId, caller);
    const process = {
      pid: `urn:uuid:${randomUUID()}`,
      kind: 'transfer',
      side: 'provider',
      organisation: grant.provider,
      peer: caller,
      peerPid: consumerPid,
      callback: this.#parts.peers.admit(caller, callbackAddress),
      subject: agreementId,
      state: 'REQUESTED',
      pending: null,
      document: { format, keyId, role },
    } as const;
    return this.#parts.processes.begin(process, message as JsonValue);
  }

  /** Asks a provider's connector for the data of an agreement. */
  async request(organisation: string, asked: TransferRequest): Promise<Process> {
    const { processes, peers, address } = this.#parts;
    const { providerId, connectorAddress, agreementId, format } = asked;
    const process = {
      pid: `urn:uuid:${randomUUID()}`,
      kind: 'transfer',
      organisation,
      peer: providerId,
      callback: peers.admit(providerId, connectorAddress),
      subject: agreementId,
      document: { format },
    } as const;
    return processes.initiate(process, 'TransferRequestMessage', { agreementId, format, callbackAddress: address });
  }

  /** The other side's message about a transfer. */
  received(process: Process, name: StepName, message: AnyMessage): void {
    // A consumer goes on with what it suspended, while the grant holds.
    if (name === 'start' && process.side === 'provider') this.#holding(process.subject, process.peer);
    this.#parts.processes.receive(process, STEPS[name], message, {
      ...(message.dataAddress === undefined ? undefined : { dataAddress: message.dataAddress as JsonValue }),
      ...(message.reason === undefined ? undefined : { reason: message.reason as JsonValue }),
    });
  }

  /** A step of ours, as people decided it. */
  async take(process: Process, name: StepName, reason: string): Promise<void> {
    const members = this.#membersOf(process, name, reason);
    await this.#parts.processes.send(process, STEPS[name], members);
  }

  #membersOf(process: Process, name: StepName, reason: string): Readonly<Record<string, JsonValue>> {
    if (name === 'start' && process.side === 'provider') return { dataAddress: this.#dataAddress(process) };
    return name === 'suspend' || name === 'terminateTransfer' ? { code: 'ended', reason: [reason] } : {};
  }

  /** Where the data is, and a token for this grant alone, on the key of whoever asked. */
  #dataAddress({ subject, peer, document }: Process): JsonValue {
    const { tokens, publicUrl, clock } = this.#parts;
    this.#holding(subject, peer);
    const { keyId = '', role } = document;
    const token = tokens.make({ grant: subject, organisation: peer, role: role as Role, keyId, expires: clock() + TOKEN_MS });
    const property = (name: string, value: string): JsonValue => ({ '@type': 'EndpointProperty', name, value });
    return {
      '@type': 'DataAddress',
      endpointType: 'https://w3id.org/idsa/v4.1/HTTP',
      endpoint: `${publicUrl}/v1/data/${subject}/rows`,
      endpointProperties: [property('authType', 'bearer'), property('authorization', token)],
    };
  }

  /** @throws LedgerError GRANT_UNKNOWN for another's, too; what the state of the grant says. */
  #holding(grant: string, consumer: string): { readonly provider: string } {
    const { ledger, clock } = this.#parts;
    if (!isIdentifier(grant)) throw new LedgerError('GRANT_UNKNOWN', { path: '/agreementId' });
    const [own] = checkGrant(viewOf(ledger), grant, clock());
    if (own?.grant.consumer !== consumer) throw new LedgerError('GRANT_UNKNOWN', { path: '/agreementId' });
    return own.grant;
  }
}

/** A transfer as our own people see it. The address holds a token: it is the consumer's alone. */
export function transferView(process: Process): Readonly<Record<string, JsonValue>> {
  const { kind: _, peerPid: _peerPid, pid, document, created, updated, subject, ...rest } = process;
  return {
    transfer: pid,
    ...idsOf(process),
    agreement: subject,
    ...rest,
    format: document.format ?? null,
    dataAddress: document.dataAddress ?? null,
    reason: document.reason ?? null,
    createdAt: formatTime(created),
    updatedAt: formatTime(updated),
  };
}
