import { status } from '@grpc/grpc-js';
import type { ProposalResponse } from 'fabric-common';
import { ChannelError, type Problem, type Stage } from './channel-error';
import { isDenial, problemSaid } from './peer-words';

/** Statuses of a chaincode's answer, like HTTP's. */
const REFUSED_FROM = 400;
/** Without a payload: the peer says it, and no chaincode has run to its end. */
const PEERS_OWN = 500;

/** What an endorser, a committer or a timer of `fabric-network` ends with instead of an answer. */
interface ClientFault {
  readonly message?: string;
  /** A gRPC status. */
  readonly code?: unknown;
  /** Name of the endpoint, which is its MSP. */
  readonly peer?: string;
}

type Answer = ProposalResponse['responses'][number];

/**
 * What `fabric-network` threw, in the words of every client. It throws texts for what its timers and connections say, and
 * gRPC's own errors; what nobody here knows is no refusal, because nobody is known to have decided.
 */
export function networkFault(stage: Stage, txId: string | undefined, error: unknown): ChannelError {
  if (error instanceof ChannelError) return error;
  return failure(stage, txId, [error as ClientFault], []);
}

/**
 * What all endorsers answered.
 * @throws ChannelError when one of them did not, refused, or came to something else.
 */
export function agreedAnswer(stage: Stage, txId: string | undefined, { errors, responses }: ProposalResponse): Buffer {
  const refusals = responses.filter(({ response }) => response.status >= REFUSED_FROM);
  if (errors.length + refusals.length > 0) throw failure(stage, txId, errors, refusals);
  const [first, ...others] = responses;
  if (first === undefined) throw fault(stage, txId, 'unavailable', []);
  if (others.some(({ payload }) => !first.payload.equals(payload))) throw fault(stage, txId, 'disagreed', []);
  return first.response.payload;
}

/** MSPs whose peers did not let the caller's certificate in. */
export function networkDeniers({ cause }: ChannelError): (string | undefined)[] {
  const faults = cause instanceof AggregateError ? (cause.errors as readonly ClientFault[]) : [];
  return faults.filter(({ message = '' }) => isDenial(message)).map(({ peer }) => peer);
}

/** The work's end, or `late` when there is none in time; what comes of it later is nobody's any more. */
export async function inTime<Result>(
  { stage, txId, milliseconds }: { readonly stage: Stage; readonly txId?: string; readonly milliseconds: number },
  work: () => Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fault(stage, txId, 'late', [])), milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    throw networkFault(stage, txId, error);
  } finally {
    clearTimeout(timer);
  }
}

function failure(
  stage: Stage,
  txId: string | undefined,
  faults: readonly ClientFault[],
  refusals: readonly Answer[],
): ChannelError {
  const messages = [...refusals.map(saidBy), ...faults.map(({ message }) => message ?? '')];
  const said = problemSaid(messages);
  const problem = said === 'unavailable' && faults.some(isLate) ? 'late' : said;
  return fault(stage, txId, problem, messages, new AggregateError(faults));
}

/** In the words that a peer's Gateway has for the same: the chaincode's own answer comes with a payload. */
function saidBy({ response: { status: code, message }, payload }: Answer): string {
  const isPeersOwn = code === PEERS_OWN && payload.length === 0;
  return isPeersOwn ? message : `chaincode response ${String(code)}, ${message}`;
}

function isLate({ message = '', code }: ClientFault): boolean {
  return message.includes('TIMEOUT') || code === status.DEADLINE_EXCEEDED;
}

function fault(
  stage: Stage,
  txId: string | undefined,
  problem: Problem,
  messages: readonly string[],
  cause?: unknown,
): ChannelError {
  const told = { stage, problem, messages, ...(txId === undefined ? {} : { txId }) };
  return new ChannelError(told, cause === undefined ? undefined : { cause });
}
