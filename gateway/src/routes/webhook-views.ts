import { messageId } from '../changes/message-id';
import type { Webhook } from '../stores/webhook-database';
import type { Attempt, DeadLetter } from '../stores/webhook-log';

const instant = (at: number): string => new Date(at).toISOString();

/** A webhook as answers show it: never a secret. */
export function webhookView(webhook: Webhook): Record<string, unknown> {
  const { id, url, types, status, stop, cursor, failures, nextAt, formerUntil, createdAt, createdBy } = webhook;
  return {
    id,
    url,
    types,
    status,
    stop,
    cursor: String(cursor),
    failures,
    nextAttemptAt: failures > 0 && status === 'active' ? instant(nextAt) : null,
    formerSecretUntil: formerUntil === null ? null : instant(formerUntil),
    createdAt: instant(createdAt),
    createdBy,
  };
}

export function attemptView({ id }: Webhook, { number, cursor, type, at, ms, outcome }: Attempt): Record<string, unknown> {
  return { number, message: messageId(id, cursor), cursor: String(cursor), type, at: instant(at), ms, outcome };
}

export function deadLetterView(
  webhook: Webhook,
  { cursor, type, at, attempts, outcome, wanted }: DeadLetter,
): Record<string, unknown> {
  return {
    message: messageId(webhook.id, cursor),
    cursor: String(cursor),
    type,
    givenUpAt: instant(at),
    attempts,
    outcome,
    // What lies behind the webhook's cursor was skipped; what lies before it holds up the rest.
    skipped: cursor <= webhook.cursor,
    redelivering: wanted === 1,
  };
}
