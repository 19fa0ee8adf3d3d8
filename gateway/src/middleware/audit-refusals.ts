import { canonicalJson, hasher, isIdentifier, LedgerError, type JsonValue } from '@lianpiao/chaincode/domain';
import type { ErrorRequestHandler, Request } from 'express';
import type { Gateway } from '../gateway';
import type { IssueOutcome } from '../issuing/issue-desk';
import type { Principal } from '../stores/access-store';
import type { AuditFacts } from '../stores/audit-store';
import { claimantOf } from './authenticate';

/**
 * Of which kind refused changes are: of an invoice's life, or of what is shared and with whom. What the rules, or the caller's rights, refuse is an
 * attempt; of sharing also what has the wrong form: ways out of a folder, queries for names. A fault of ours is none.
 */
const REFUSALS: Readonly<Record<'life' | 'sharing', ReadonlySet<number>>> = {
  life: new Set([403, 404, 409, 422]),
  sharing: new Set([400, 403, 404, 409, 422]),
};
type Kind = keyof typeof REFUSALS;
type Body = Readonly<Record<string, JsonValue>>;
const SUBJECTS_LIMIT = 100;
const NUMBER = /^\d{20}$/;

/**
 * Ends a router of commands: a refused one leaves an entry in the audit log before it is answered, and nothing else.
 * Who, what, the code and when; of what was asked a digest, and never anything of a buyer. Where the entry cannot be written
 * the caller hears that instead, and may ask again.
 */
export const auditRefusals = ({ sharing, ledger }: Pick<Gateway, 'ledger' | 'sharing'>, kind: Kind): ErrorRequestHandler =>
  async function auditRefusal(error: unknown, request, _response, next) {
    const facts = refusalFacts(kind, error, request, ledger.length());
    if (facts !== undefined) await sharing.audit.append(facts);
    next(error);
  };

/** Undefined for what is no refusal of a change that somebody we know has asked for. */
function refusalFacts(kind: Kind, error: unknown, request: Request, height: number): AuditFacts | undefined {
  const principal = claimantOf(request);
  if (!isRefusal(kind, error) || principal === undefined || request.method !== 'POST') return undefined;
  const pattern = String((request.route as { path?: unknown } | undefined)?.path);
  const change = pattern.split('/').filter(isWord).join('/');
  const subjects = kind === 'life' ? subjectsOf(request, pattern) : namesOf(request);
  return factsOf(principal, { event: kind, change, subjects, body: bodyOf(request.body), code: error.code, height });
}

/** The same for a claim that came past the router. */
export async function auditRefusedClaim(
  { sharing, ledger }: Pick<Gateway, 'ledger' | 'sharing'>,
  principal: Principal | undefined,
  asked: unknown,
  error: unknown,
): Promise<void> {
  if (principal === undefined || !isRefusal('life', error)) return;
  const body = bodyOf(asked);
  const facts = { event: 'life', change: 'claims', subjects: invoicesOf(body), body, code: error.code } as const;
  await sharing.audit.append(factsOf(principal, { ...facts, height: ledger.length() }));
}

/**
 * The same for red invoices that somebody sends to be issued past their correction: each that the ledger refuses leaves its entry.
 * Of others, that are not red, nothing is looked at but one field of what was refused.
 */
export async function auditRefusedReds(
  { sharing, ledger }: Gateway,
  principal: Principal,
  requests: readonly unknown[],
  outcomes: readonly IssueOutcome[],
): Promise<void> {
  for (const [index, outcome] of outcomes.entries()) {
    if (!('error' in outcome) || !isRefusal('life', outcome.error)) continue;
    const request = requests[index] as { readonly corrects?: { readonly invoice?: unknown } | null } | null;
    const blue = request?.corrects?.invoice;
    if (typeof blue !== 'string' || !NUMBER.test(blue)) continue;
    const asked = { change: 'invoices', subjects: [blue], body: requests[index] as JsonValue, code: outcome.error.code };
    await sharing.audit.append(factsOf(principal, { event: 'life', ...asked, height: ledger.length() }));
  }
}

function isRefusal(kind: Kind, error: unknown): error is LedgerError {
  // Whoever shows a bound key over another connection has it from somebody.
  return error instanceof LedgerError && (REFUSALS[kind].has(error.status) || error.code === 'CERTIFICATE_UNPROVEN');
}

interface RefusedChange extends Pick<AuditFacts, 'event' | 'height'> {
  readonly change: string;
  readonly subjects: readonly string[];
  readonly body: JsonValue;
  readonly code: string;
}

function factsOf({ organisation, keyId }: Principal, { body, ...refused }: RefusedChange): AuditFacts {
  const query = hasher().sha256(digestible(body));
  return { ...refused, organisation, key: keyId, query, outcome: 'refused' };
}

/** What was asked as a text. One that is no Unicode has no canonical form (RFC 8785 §3.2.2.2), and is an attempt all the same. */
function digestible(body: JsonValue): string {
  try {
    return canonicalJson(body);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return JSON.stringify(body);
  }
}

/** A step of a path that names the operation: neither the version nor a parameter. */
function isWord(step: string): boolean {
  return step !== '' && step !== 'v1' && !step.startsWith(':');
}

/** The id in the path, or the invoices that the body names. */
function subjectsOf(request: Request, pattern: string): string[] {
  const at = pattern.split('/').findIndex((step) => step.startsWith(':'));
  if (at >= 0) return [decodeURIComponent(request.path.split('/')[at] ?? '')];
  return invoicesOf(bodyOf(request.body));
}

function invoicesOf({ invoice, invoices }: Body): string[] {
  const named: unknown[] = Array.isArray(invoices)
    ? invoices.map((each: { invoice?: unknown } | null) => each?.invoice)
    : [invoice];
  return named.filter((each): each is string => typeof each === 'string' && NUMBER.test(each)).slice(0, SUBJECTS_LIMIT);
}

/** What a request about sharing is about, by the names in its path and its body; what is no name is not repeated. */
function namesOf(request: Request): string[] {
  const { resource, entry, grant, offer } = bodyOf(request.body);
  return [...Object.values(request.params), resource, entry, grant, offer].filter(isIdentifier).slice(0, SUBJECTS_LIMIT);
}

/** What was asked, where it was JSON. */
function bodyOf(body: unknown): Body {
  return typeof body === 'object' && body !== null ? (body as Body) : {};
}
