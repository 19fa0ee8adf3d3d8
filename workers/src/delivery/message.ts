import { messageId, type Change } from '@lianpiao/gateway/changes';
import { Webhook as Signer } from 'standardwebhooks';

/** What is sent for one event. docs/formats.md, "Webhooks". */
export interface Message {
  readonly id: string;
  readonly body: string;
}

/**
 * The message of an event for a webhook: the same bytes in every attempt.
 * @param previous cursor of the event before it in this webhook's feed, so that a receiver sees when one is missing.
 */
export function messageOf(webhook: string, change: Change, previous: number): Message {
  const { cursor, type, time } = change;
  return {
    id: messageId(webhook, Number(cursor)),
    body: JSON.stringify({ type, timestamp: time, cursor, previousCursor: String(previous), data: change }),
  };
}

/** The headers of Standard Webhooks: a signature by each secret that counts now. */
export function signedHeaders(message: Message, secrets: readonly string[], at: number): Record<string, string> {
  const signatures = secrets.map((secret) => new Signer(secret).sign(message.id, new Date(at), message.body));
  return {
    'content-type': 'application/json',
    'user-agent': 'Lianpiao-Webhooks/1',
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
