import { checkPolicy, LedgerError, parsePolicy, type JsonValue } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { parseWith } from '../middleware/parse';
import { text } from '../routes/schemas';
import { DSP_CONTEXT, PLURAL, type Kind, type Side } from './protocol';

/** The messages of the Dataspace Protocol as they are read; what a message holds beyond is left unread, as JSON-LD wants it. */
const pid = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[!-~]+$/);
const address = z.string().min(1).max(500);
/** Deep enough for every policy that people write; a bound, so that reading one ends. */
const MAX_DEPTH = 12;

const RULES = ['permission', 'prohibition', 'obligation'];

const policy = z.looseObject({ '@id': pid, '@type': z.literal('Offer').optional(), target: pid.optional() });
const agreement = z.looseObject({ '@id': pid, '@type': z.literal('Agreement'), target: pid, assigner: pid, assignee: pid });
const base = { '@context': z.unknown(), '@type': z.string() };
const reasons = z
  .array(z.union([text(1000), z.looseObject({})]))
  .max(20)
  .optional();

export const contractRequest = z.looseObject({
  ...base,
  consumerPid: pid,
  providerPid: pid.optional(),
  offer: policy,
  callbackAddress: address.optional(),
});
export const transferRequest = z.looseObject({
  ...base,
  consumerPid: pid,
  agreementId: pid,
  format: text(100),
  callbackAddress: address,
});
const processMessage = {
  ...base,
  consumerPid: pid,
  providerPid: pid,
};
/** Every message about a process that is there. */
export const anyMessage = z.looseObject({
  ...processMessage,
  eventType: z.string().max(40).optional(),
  offer: policy.optional(),
  agreement: agreement.optional(),
  dataAddress: z.looseObject({}).optional(),
  code: z.string().max(100).optional(),
  reason: reasons,
});
export type AnyMessage = z.output<typeof anyMessage>;
export const catalogueRequest = z.looseObject({ ...base, filter: z.array(z.unknown()).max(20).optional() });
/** What the other side answers to a first message. */
const processAnswer = z.looseObject({ providerPid: pid, consumerPid: pid });

/**
 * Reads a message of one type. Its JSON-LD context must be the protocol's own, which is known by heart: no context is ever
 * fetched, whoever names it.
 * @throws LedgerError CONTEXT_UNSUPPORTED, FIELD_MISSING, FIELD_INVALID, USAGE_POLICY_MALFORMED, USAGE_POLICY_CONTRADICTORY.
 */
export function readMessage<Schema extends z.ZodType<{ '@type': string }>>(
  schema: Schema,
  type: string,
  body: unknown,
): z.output<Schema> {
  requireKnownContexts(body, 0);
  const message = parseWith(schema, body);
  const contexts = (message as Record<string, unknown>)['@context'];
  const named = Array.isArray(contexts) ? (contexts as unknown[]) : [contexts];
  if (named.length === 0 || !named.every((each) => each === DSP_CONTEXT))
    throw new LedgerError('CONTEXT_UNSUPPORTED', { path: '/@context', wanted: DSP_CONTEXT });
  if (message['@type'] !== type) throw new LedgerError('FIELD_INVALID', { path: '/@type', wanted: type });
  for (const name of ['offer', 'agreement']) requireSoundPolicy((message as Record<string, unknown>)[name], `/${name}`);
  return message;
}

/**
 * The rules of an offer or an agreement are ones of ODRL that are understood here and do not contradict each other. An offer that is known by
 * its id alone says none.
 */
function requireSoundPolicy(policy: unknown, path: string): void {
  if (typeof policy !== 'object' || policy === null || !RULES.some((kind) => kind in policy)) return;
  try {
    checkPolicy(parsePolicy(policy));
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    throw new LedgerError(cause.code, { ...cause.detail, path: `${path}${cause.detail.path ?? ''}` }, { cause });
  }
}

/** Contexts can stand anywhere in a document; within, none is taken. */
function requireKnownContexts(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw new LedgerError('FIELD_INVALID', { wanted: `at most ${String(MAX_DEPTH)} levels` });
  for (const [key, member] of Object.entries(value)) {
    if (key === '@context' && depth > 0) throw new LedgerError('CONTEXT_UNSUPPORTED', { wanted: 'one context, at the top' });
    if (key !== '@context') requireKnownContexts(member, depth + 1);
  }
}

/** The other side's id out of its answer to a first message. @throws LedgerError PEER_REFUSED when there is none. */
export function readAnsweredPid(answer: unknown, side: Side): string {
  const read = processAnswer.safeParse(answer);
  if (!read.success) throw new LedgerError('PEER_REFUSED', { found: 'an answer without the ids of the process' });
  return side === 'consumer' ? read.data.providerPid : read.data.consumerPid;
}

export function messageOf(type: string, members: Readonly<Record<string, JsonValue>>): Readonly<Record<string, JsonValue>> {
  return { '@context': [DSP_CONTEXT], '@type': type, ...members };
}

const ANSWERS: Readonly<Record<Kind, string>> = { negotiation: 'ContractNegotiation', transfer: 'TransferProcess' };
const ERRORS: Readonly<Record<Kind, string>> = { negotiation: 'ContractNegotiationError', transfer: 'TransferError' };

export interface Pids {
  readonly providerPid: string;
  readonly consumerPid: string;
}

/** A process as the protocol shows it. */
export function processMessageOf(kind: Kind, { providerPid, consumerPid }: Pids, state: string): JsonValue {
  return messageOf(ANSWERS[kind], { providerPid, consumerPid, state });
}

/** A refusal as the protocol says it, with our stable code. */
export function errorMessageOf(
  kind: Kind | 'catalogue',
  code: string,
  reason: readonly string[],
  pids: Partial<Pids>,
): Readonly<Record<string, JsonValue>> {
  if (kind === 'catalogue') return messageOf('CatalogError', { code, reason: [...reason] });
  const { providerPid = 'unknown', consumerPid = 'unknown' } = pids;
  return messageOf(ERRORS[kind], { providerPid, consumerPid, code, reason: [...reason] });
}

export function pathOf(kind: Kind, id: string, path: string): string {
  return `${PLURAL[kind]}/${encodeURIComponent(id)}/${path}`;
}
