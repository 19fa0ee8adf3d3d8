import { isErrorCode, LedgerError, type ErrorDetail } from '@lianpiao/chaincode/domain';

/** Where a transaction failed: before anything was asked (`connect`), or there; `read` is for all that changes nothing. */
export type Stage = 'commit' | 'connect' | 'endorse' | 'read' | 'submit';

/**
 * - `refused`: the chaincode ran and refused.
 * - `stranger`: the network does not let the caller's certificate in.
 * - `disagreed`: endorsers came to different results, as when one of them is a block behind.
 * - `unavailable`, `late`: nobody answered, or not in time.
 * - `invalid`: ordered, and marked as not valid; `validation` says why.
 */
export type Problem = 'disagreed' | 'invalid' | 'late' | 'refused' | 'stranger' | 'unavailable';

export interface ChannelFault {
  readonly stage: Stage;
  readonly problem: Problem;
  readonly txId?: string;
  /** What the endorsers said, one text each. */
  readonly messages?: readonly string[];
  /** Name of the validation code, such as `MVCC_READ_CONFLICT`. */
  readonly validation?: string;
}

/** What goes wrong on the way through a Fabric network, in the same words for every client. */
export class ChannelError extends Error {
  readonly stage: Stage;
  readonly problem: Problem;
  readonly txId: string | undefined;
  readonly messages: readonly string[];
  readonly validation: string | undefined;

  constructor({ stage, problem, txId, messages = [], validation }: ChannelFault, options?: ErrorOptions) {
    super([`${stage}: ${problem}`, validation, ...messages].filter((text) => text !== undefined).join('; '), options);
    this.name = 'ChannelError';
    this.stage = stage;
    this.problem = problem;
    this.txId = txId;
    this.messages = messages;
    this.validation = validation;
  }

  /** The same, understood better. */
  as(problem: Problem): ChannelError {
    const { stage, txId, messages, validation } = this;
    const known = { ...(txId === undefined ? {} : { txId }), ...(validation === undefined ? {} : { validation }) };
    return new ChannelError({ stage, problem, messages, ...known }, { cause: this.cause });
  }
}

/** What may be tried after an error. */
export type Retry = 'never' | 'new-transaction' | 'same-transaction';

/** Validation codes that say: somebody else was faster; what was read has changed. */
const OVERTAKEN = new Set(['MVCC_READ_CONFLICT', 'PHANTOM_READ_CONFLICT']);

/**
 * What to do after an error, by the error alone. Before `submit` nothing can have happened, so a new transaction is safe;
 * from `submit` on the same one must be looked up first.
 */
export function retryAfter({ stage, problem, validation }: ChannelError): Retry {
  if (problem === 'refused' || problem === 'stranger') return 'never';
  if (problem === 'invalid') {
    if (validation === 'DUPLICATE_TXID') return 'same-transaction';
    return OVERTAKEN.has(validation ?? '') ? 'new-transaction' : 'never';
  }
  return stage === 'connect' || stage === 'endorse' ? 'new-transaction' : 'same-transaction';
}

/** What a peer, its gateway or an SDK puts before the message of a chaincode. */
const REFUSAL =
  /^(?:chaincode response \d+, )?(?:error in simulation: transaction returned with failure: )?(?:Error: )?([A-Z][A-Z_]*): (.*)$/s;

/** The refusal that a chaincode's message `CODE: {detail}` stands for; only codes of our table count. */
export function parseRefusal(message: string): LedgerError | undefined {
  const [, code = '', rest = ''] = REFUSAL.exec(message) ?? [];
  return isErrorCode(code) ? new LedgerError(code, parseDetail(rest)) : undefined;
}

const DETAIL_MEMBERS = ['path', 'rule', 'found', 'wanted'] as const;

function parseDetail(text: string): ErrorDetail {
  if (!text.startsWith('{')) return {};
  try {
    const value = JSON.parse(text) as Partial<Record<string, unknown>>;
    const known = DETAIL_MEMBERS.filter((name) => typeof value[name] === 'string');
    return Object.fromEntries(known.map((name) => [name, value[name]]));
  } catch {
    return {};
  }
}

/** What the ledger's callers get to see: the chaincode's own refusal, or which part of the network failed. */
export function ledgerErrorOf(error: ChannelError): LedgerError {
  for (const message of error.messages) {
    const refusal = parseRefusal(message);
    if (refusal !== undefined) return refusal;
  }
  const options = { cause: error };
  if (error.problem === 'stranger')
    return new LedgerError('CERTIFICATE_REFUSED', { rule: 'certificate-of-the-network' }, options);
  if (error.problem === 'late') return new LedgerError('DEADLINE_EXCEEDED', {}, options);
  // One of them is behind: soon it will not be.
  if (error.problem === 'disagreed') return new LedgerError('LEDGER_UNAVAILABLE', { rule: 'endorsers-agree' }, options);
  if (error.problem === 'unavailable') return new LedgerError('LEDGER_UNAVAILABLE', {}, options);
  if (OVERTAKEN.has(error.validation ?? '')) return new LedgerError('LEDGER_CONTENDED', {}, options);
  return new LedgerError('ENDORSEMENT_MISSING', error.validation === undefined ? {} : { found: error.validation }, options);
}
