import type { Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import { isIdentifier } from '../encoding/identifier';
import type { InvoiceIssued } from '../record/entry';
import { isExactTime, type OfflineFacts, type OutageClosed } from './offline-entries';

/** What a till signs when it issues an invoice without the network. docs/formats.md, "Tills that issue offline". */
export interface OfflineStatement {
  readonly commitment: Digest;
  readonly counter: number;
  readonly key: string;
  readonly number: string;
  /** Hash of the till's invoice before this one. */
  readonly previous: Digest;
  readonly reference: Digest;
  readonly rules: string;
  readonly till: string;
  /** RFC 3339 UTC with milliseconds, by the till's clock. */
  readonly time: string;
}

/** What of an entry its statement is made of. */
export type Stated = Pick<InvoiceIssued, 'commitment' | 'counter' | 'number' | 'previous' | 'reference' | 'till'>;

/**
 * The one text (RFC 8785) of a statement; the till signs its bytes, and its RFC 6962 leaf hash is the invoice's place in the
 * till's chain. It is made of the public entry alone, so that whoever has the ledger can make it again.
 */
export function statementText(
  { commitment, counter, number, previous, reference, till }: Stated,
  { key, rules, time }: Omit<OfflineFacts, 'signature'>,
): string {
  // Every value is plain ASCII by its form.
  return (
    `{"commitment":"${commitment}","counter":${String(counter)},"key":"${key}","number":"${number}","previous":"${previous}",` +
    `"reference":"${reference}","rules":"${rules}","till":"${till}","time":"${time}","type":"invoice.issued-offline"}`
  );
}

const STATEMENT =
  /^\{"commitment":"([0-9a-f]{64})","counter":([1-9]\d{0,15}),"key":"([0-9a-f]{16})","number":"(\d{20})","previous":"([0-9a-f]{64})","reference":"([0-9a-f]{64})","rules":"([0-9A-Za-z.#-]{1,80})","till":"([a-z0-9-]{1,64})","time":"([^"]{24})","type":"invoice\.issued-offline"\}$/;

/** Reads the one text of a statement. @throws LedgerError OFFLINE_STATEMENT_MALFORMED. */
export function parseStatementText(text: unknown): OfflineStatement {
  const parts = typeof text === 'string' ? STATEMENT.exec(text) : null;
  if (parts === null) throw malformed();
  // The form has all of these; digests are 64 hexadecimal digits by it.
  const [, commitment, counter, key, number, previous, reference, rules, till, time] = parts as unknown as Parts;
  if (!Number.isSafeInteger(Number(counter)) || !isIdentifier(till) || !isExactTime(time)) throw malformed();
  return { commitment, counter: Number(counter), key, number, previous, reference, rules, till, time };
}

type Parts = readonly [string, Digest, string, string, string, Digest, Digest, string, string, string];

function malformed(): LedgerError {
  return new LedgerError('OFFLINE_STATEMENT_MALFORMED', { path: '/statement' });
}

/** What a till signs to end an outage, RFC 8785. */
export function outageText(
  facts: Pick<OutageClosed, 'count' | 'first' | 'from' | 'key' | 'last' | 'signedAt' | 'till' | 'to'>,
): string {
  const { count, first, from, key, last, signedAt, till, to } = facts;
  return (
    `{"count":${String(count)},"first":"${first}","from":${String(from)},"key":"${key}","last":"${last}",` +
    `"signedAt":"${signedAt}","till":"${till}","to":${String(to)},"type":"outage.closed"}`
  );
}
