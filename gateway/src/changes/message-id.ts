/**
 * The id of the message that carries an event to a webhook: the same in every attempt, so that a receiver can drop what it
 * has already. No full stop in it: Standard Webhooks signs `id.timestamp.payload`.
 */
export function messageId(webhook: string, cursor: number): string {
  return `${webhook}-${String(cursor)}`;
}
