import {
  executeCommand,
  LedgerError,
  readArray,
  type Accepted,
  type ErrorCode,
  type IssueInvoice,
  type PartyOpening,
} from '../domain';
import { fetchBatch } from './fetch-batch';
import type { LedgerContext } from './ledger-context';
import { nodeSignatures } from './node-signatures';
import { readMembers, readOpening, readRecord, readSlip } from './read-private';

/** Invoices that one transaction carries at most. */
export const MAX_BATCH = 5000;

/** A refusal as everybody may read it. */
export type PublicDetail = { readonly path?: string; readonly rule?: string };

/** What became of one invoice of a batch. The text of an accepted one stands once, under the transaction's batch key. */
export type PublicVerdict =
  { readonly accepted: true } | { readonly accepted: false; readonly code: ErrorCode; readonly detail: PublicDetail };

/**
 * Issues the invoices of the transient list `batch`, in its order: `[{"request":…,"seller":{"text":…,"salt":…},"seed":…}]`;
 * a red invoice also carries `correction`, the record of the request for it, and one that its till has issued without the
 * network `offline`, `{"statement":…,"signature":…}`.
 * Each has a verdict of its own; a refused one leaves nothing behind, and what one writes the next ones see.
 * @throws LedgerError when there is no list, or none of 1 to {@link MAX_BATCH} members.
 */
export async function issueBatch(ctx: LedgerContext): Promise<PublicVerdict[]> {
  const batch = readBatch(ctx.transient('batch'));
  const { state } = ctx;
  await fetchBatch(state, batch);
  const openings = new Map<string, PartyOpening>();
  const verdicts: PublicVerdict[] = [];
  const accepted: Accepted[] = [];
  for (const item of batch) {
    const outcome = await state.run((view) => executeCommand(view, readIssue(item, openings), nodeSignatures));
    if ('result' in outcome) accepted.push(outcome.result);
    verdicts.push('result' in outcome ? { accepted: true } : refusal(ctx, outcome.thrown));
  }
  await ctx.accept(accepted);
  return verdicts;
}

function readBatch(value: unknown): readonly unknown[] {
  if (Array.isArray(value) && value.length > MAX_BATCH) throw new LedgerError('BATCH_TOO_LONG', { path: '/batch' });
  return readArray(value, 1, MAX_BATCH, '/batch');
}

/** The rule remembers the digest of an opening by its identity, so equal openings of a batch become one. */
function readIssue(item: unknown, openings: Map<string, PartyOpening>): IssueInvoice {
  const more = ['correction', 'offline'] as const;
  const given = more.filter((name) => (item as Readonly<Record<string, unknown>> | null)?.[name] !== undefined);
  const names = ['request', 'seller', 'seed', ...given] as const;
  const members = readMembers<(typeof names)[number]>(item, names, '');
  const { request, seller, seed, correction, offline } = members as Readonly<Record<string, unknown>>;
  const read = readOpening(seller, '/seller');
  const key = `${read.salt} ${read.text}`;
  const opening = openings.get(key) ?? read;
  openings.set(key, opening);
  return {
    type: 'invoice.issue',
    request,
    seller: opening,
    seed: seed as string,
    ...(correction === undefined ? undefined : { correction: readRecord(correction, '/correction') }),
    ...(offline === undefined ? undefined : { offline: readSlip(offline, '/offline') }),
  };
}

/** A fault of ours while one invoice was decided is that invoice's verdict; its neighbours go on. */
function refusal(ctx: LedgerContext, thrown: unknown): PublicVerdict {
  if (thrown instanceof LedgerError) return { accepted: false, code: thrown.code, detail: publicDetail(thrown) };
  ctx.reportFault(thrown);
  return { accepted: false, code: 'INTERNAL', detail: {} };
}

/**
 * The answer of a transaction stands in its block for ever. What was found and wanted may quote amounts, and the name of an
 * unknown field is whatever the caller wrote: neither is told here. Whoever holds the request learns them from the same
 * rules, run before the transaction is sent.
 */
function publicDetail({ code, detail: { path, rule } }: LedgerError): PublicDetail {
  const echoed = code === 'FIELD_UNKNOWN' && rule === undefined;
  const told = echoed ? path?.slice(0, path.lastIndexOf('/')) : path;
  return { ...(told === undefined ? undefined : { path: told }), ...(rule === undefined ? undefined : { rule }) };
}
