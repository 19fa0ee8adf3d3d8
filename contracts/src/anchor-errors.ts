/**
 * What a caller may do after an error: send the very same transaction again, decide and sign a new one, or never: the
 * request itself is wrong, or a person has to look.
 */
export type Retry = 'same-transaction' | 'new-transaction' | 'never';

/** Every code of this package with its meaning and what may follow. Codes are never renamed. */
export const ANCHOR_ERRORS = {
  ANCHOR_SIZE_DECREASED: { text: 'The chain already holds a larger size of this log.', retry: 'never' },
  ANCHOR_ROOT_CONFLICT: { text: 'The chain holds another root for this size of the log.', retry: 'never' },
  ANCHOR_ROOT_INVALID: { text: 'No tree of this size has this root.', retry: 'never' },
  ANCHOR_CALLER_REFUSED: { text: 'This account is not the publisher of the anchor contract.', retry: 'never' },
  ANCHOR_PUBLISHER_INVALID: { text: 'The zero address cannot be the publisher.', retry: 'never' },
  CHAIN_TIMEOUT: { text: 'The node did not answer in time; what was sent may have been accepted.', retry: 'same-transaction' },
  CHAIN_UNREACHABLE: { text: 'The node cannot be reached; what was sent may have been accepted.', retry: 'same-transaction' },
  CHAIN_ANSWER_INVALID: { text: 'The node answered with something that cannot be true.', retry: 'same-transaction' },
  CHAIN_NONCE_USED: { text: 'Another transaction of this account was mined with this nonce.', retry: 'new-transaction' },
  CHAIN_FEE_TOO_LOW: { text: 'The node wants a higher fee for this nonce.', retry: 'new-transaction' },
  CHAIN_FUNDS_MISSING: { text: 'The account cannot pay for the transaction.', retry: 'same-transaction' },
  CHAIN_REFUSED: { text: 'The node refused the request.', retry: 'same-transaction' },
  CHAIN_REVERTED: { text: 'The transaction was undone by the contract.', retry: 'never' },
  CHAIN_ID_MISMATCH: { text: 'The node serves another chain than the configured one.', retry: 'never' },
  CHAIN_CONTRACT_UNKNOWN: { text: 'The configured address does not hold the code of the anchor contract.', retry: 'never' },
} as const satisfies Record<string, { text: string; retry: Retry }>;

/** One of the codes of {@link ANCHOR_ERRORS}. */
export type AnchorErrorCode = keyof typeof ANCHOR_ERRORS;

/** The one error that this package throws at its callers; `cause` holds what was found underneath. */
export class AnchorError extends Error {
  override readonly name = 'AnchorError';

  constructor(
    readonly code: AnchorErrorCode,
    detail?: string,
    options?: ErrorOptions,
  ) {
    super(detail === undefined ? ANCHOR_ERRORS[code].text : `${ANCHOR_ERRORS[code].text} ${detail}`, options);
  }

  /** What may follow; a pure function of the code. */
  get retry(): Retry {
    return ANCHOR_ERRORS[this.code].retry;
  }
}
