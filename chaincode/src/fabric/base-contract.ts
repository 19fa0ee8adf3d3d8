import { Contract } from 'fabric-contract-api';
import { canonicalJson, ERROR_CODES, invariant, LedgerError } from '../domain';
import { guardTransaction } from './guard-transaction';
import { LedgerContext } from './ledger-context';

type Around = Parameters<Contract['aroundTransaction']>;

/** What all contracts share: their context, their guard, and the one place that gives errors their form on the wire. */
export abstract class LedgerContract extends Contract {
  override createContext(): LedgerContext {
    return new LedgerContext();
  }

  override aroundTransaction(...[ctx, transaction, parameters]: Around): Promise<void> {
    invariant(ctx instanceof LedgerContext, 'contexts are made above');
    return guardTransaction(ctx)
      .then(() => super.aroundTransaction(ctx, transaction, parameters))
      .catch((error: unknown) => {
        if (!(error instanceof LedgerError)) ctx.reportFault(error);
        throw wireError(error);
      });
  }

  override unknownTransaction(): Promise<void> {
    return Promise.reject(wireError(new LedgerError('NOT_FOUND', { wanted: 'a transaction of this contract' })));
  }
}

/**
 * Only the message of an error crosses a peer: `CODE: {detail as RFC 8785 JSON}`, or `CODE: text` without a detail. Of what
 * is no refusal nothing but its kind is told, because its message may quote private content.
 */
export function wireError(error: unknown): Error {
  if (!(error instanceof LedgerError)) return new Error(`INTERNAL: ${ERROR_CODES.INTERNAL.en}`);
  const detail = canonicalJson({ ...error.detail });
  return new Error(`${error.code}: ${detail === '{}' ? ERROR_CODES[error.code].en : detail}`);
}
