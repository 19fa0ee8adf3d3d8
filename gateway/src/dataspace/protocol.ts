/** Dataspace Protocol 2025-1: its states, and which message leads from which to which. A table, so that tests can walk it. */
export const DSP_VERSION = '2025-1';
/** Where this gateway speaks the protocol. */
export const DSP_PATH = '/dsp/2025-1';
export const DSP_CONTEXT = 'https://w3id.org/dspace/2025/1/context.jsonld';

export type Side = 'consumer' | 'provider';
export type Kind = 'negotiation' | 'transfer';

export type NegotiationState = 'ACCEPTED' | 'AGREED' | 'FINALIZED' | 'OFFERED' | 'REQUESTED' | 'TERMINATED' | 'VERIFIED';
export type TransferState = 'COMPLETED' | 'REQUESTED' | 'STARTED' | 'SUSPENDED' | 'TERMINATED';
export type ProcessState = NegotiationState | TransferState;

/** What a message does to a process. */
export interface Step {
  readonly kind: Kind;
  /** The JSON-LD type of the message. */
  readonly message: string;
  /** Member `eventType` of the messages that have one. */
  readonly event?: string;
  /** Path behind `/negotiations/<pid>` or `/transfers/<pid>` of the side that receives it. */
  readonly path: string;
  /** From which states each side may send it. A side that is absent may not. */
  readonly from: Readonly<Partial<Record<Side, readonly ProcessState[]>>>;
  readonly to: ProcessState;
}

const negotiation = (step: Omit<Step, 'kind'>): Step => ({ kind: 'negotiation', ...step });
const transfer = (step: Omit<Step, 'kind'>): Step => ({ kind: 'transfer', ...step });

/** The state machines (specification, "Contract Negotiation Protocol" and "Transfer Process Protocol", figures of the states). */
export const STEPS = {
  counter: negotiation({
    message: 'ContractRequestMessage',
    path: 'request',
    from: { consumer: ['OFFERED'] },
    to: 'REQUESTED',
  }),
  offer: negotiation({ message: 'ContractOfferMessage', path: 'offers', from: { provider: ['REQUESTED'] }, to: 'OFFERED' }),
  accept: negotiation({
    message: 'ContractNegotiationEventMessage',
    event: 'ACCEPTED',
    path: 'events',
    from: { consumer: ['OFFERED'] },
    to: 'ACCEPTED',
  }),
  agree: negotiation({
    message: 'ContractAgreementMessage',
    path: 'agreement',
    from: { provider: ['REQUESTED', 'ACCEPTED'] },
    to: 'AGREED',
  }),
  verify: negotiation({
    message: 'ContractAgreementVerificationMessage',
    path: 'agreement/verification',
    from: { consumer: ['AGREED'] },
    to: 'VERIFIED',
  }),
  finalize: negotiation({
    message: 'ContractNegotiationEventMessage',
    event: 'FINALIZED',
    path: 'events',
    from: { provider: ['VERIFIED'] },
    to: 'FINALIZED',
  }),
  terminateNegotiation: negotiation({
    message: 'ContractNegotiationTerminationMessage',
    path: 'termination',
    from: { consumer: ['REQUESTED', 'OFFERED', 'AGREED'], provider: ['REQUESTED', 'OFFERED', 'ACCEPTED', 'VERIFIED'] },
    to: 'TERMINATED',
  }),
  start: transfer({
    message: 'TransferStartMessage',
    path: 'start',
    from: { provider: ['REQUESTED', 'SUSPENDED'], consumer: ['SUSPENDED'] },
    to: 'STARTED',
  }),
  suspend: transfer({
    message: 'TransferSuspensionMessage',
    path: 'suspension',
    from: { provider: ['STARTED'], consumer: ['STARTED'] },
    to: 'SUSPENDED',
  }),
  complete: transfer({
    message: 'TransferCompletionMessage',
    path: 'completion',
    from: { provider: ['STARTED'], consumer: ['STARTED'] },
    to: 'COMPLETED',
  }),
  terminateTransfer: transfer({
    message: 'TransferTerminationMessage',
    path: 'termination',
    from: { provider: ['REQUESTED', 'STARTED', 'SUSPENDED'], consumer: ['REQUESTED', 'STARTED', 'SUSPENDED'] },
    to: 'TERMINATED',
  }),
} as const satisfies Readonly<Record<string, Step>>;

export type StepName = keyof typeof STEPS;

/** Paths of a process in the plural form of the protocol. */
export const PLURAL: Readonly<Record<Kind, string>> = { negotiation: 'negotiations', transfer: 'transfers' };

export function otherSide(side: Side): Side {
  return side === 'consumer' ? 'provider' : 'consumer';
}
