import { status } from '@grpc/grpc-js';
import { GatewayError } from '@hyperledger/fabric-gateway';
import { ChannelError, type Problem, type Stage } from './channel-error';
import { isDenial, problemSaid } from './peer-words';

/** gRPC statuses under which nobody decided anything. FAILED_PRECONDITION: the Gateway finds no peers that would do. */
const LATE: number = status.DEADLINE_EXCEEDED;
const NOBODY_DECIDED: readonly number[] = [
  status.UNAVAILABLE,
  status.CANCELLED,
  status.RESOURCE_EXHAUSTED,
  status.FAILED_PRECONDITION,
];

/** What `@hyperledger/fabric-gateway` threw, in the words of every client. */
export function gatewayFault(stage: Stage, txId: string | undefined, error: unknown): ChannelError {
  if (error instanceof ChannelError) return error;
  const options = { cause: error };
  const told = { stage, ...(txId === undefined ? {} : { txId }) };
  if (!(error instanceof GatewayError)) return new ChannelError({ ...told, problem: 'unavailable' }, options);
  const messages = error.details.length > 0 ? error.details.map(({ message }) => message) : [error.cause.details];
  return new ChannelError({ ...told, problem: problemOf(error), messages }, options);
}

/** MSPs whose peers did not let the caller's certificate in. */
export function gatewayDeniers({ cause }: ChannelError): string[] {
  if (!(cause instanceof GatewayError)) return [];
  return cause.details.filter(({ message }) => isDenial(message)).map(({ mspId }) => mspId);
}

/** A peer's Gateway says ABORTED when endorsers refused, when it did not reach them, and when their results differ. */
function problemOf({ code, details, cause }: GatewayError): Problem {
  if (code === LATE) return 'late';
  if (NOBODY_DECIDED.includes(code)) return 'unavailable';
  return problemSaid([cause.details, ...details.map(({ message }) => message)]);
}
