import { randomBytes } from 'node:crypto';
import { sealSecret } from './secret-box';
import { readWebhook, WEBHOOK_COLUMNS, type Webhook, type WebhookDatabase } from './webhook-database';

/** How long the secret before a rotation signs beside the new one. */
export const ROTATION_MS = 24 * 3600 * 1000;

export interface NewWebhook extends Pick<Webhook, 'id' | 'organisation' | 'role' | 'url' | 'types' | 'cursor' | 'createdBy'> {
  readonly createdAt: number;
}

export interface WebhookChange {
  readonly url?: string | undefined;
  readonly types?: readonly string[] | null | undefined;
  readonly status?: 'paused' | undefined;
}

/** Webhooks as their owners see and change them. */
export class WebhookStore {
  readonly #parts: WebhookDatabase;

  constructor(parts: WebhookDatabase) {
    this.#parts = parts;
  }

  static newId(): string {
    return randomBytes(8).toString('hex');
  }

  /** @returns the secret, this once. */
  create(webhook: NewWebhook): string {
    const secret = newSecret();
    const put = this.#parts.database.prepare(
      `INSERT INTO webhooks (id, organisation, role, url, types, secret, cursor, previous, created_at, created_by)
       VALUES (@id, @organisation, @role, @url, @types, @secret, @cursor, @cursor, @createdAt, @createdBy)`,
    );
    this.#sealed(webhook.id, secret, (sealed) => put.run({ ...webhook, types: typesText(webhook.types), secret: sealed }));
    return secret;
  }

  find(id: string): Webhook | undefined {
    return readWebhook(this.#parts.database.prepare(`SELECT ${WEBHOOK_COLUMNS} FROM webhooks w WHERE w.id = ?`).get(id));
  }

  list(organisation: string, after: string, limit: number): Webhook[] {
    return this.#parts.database
      .prepare(`SELECT ${WEBHOOK_COLUMNS} FROM webhooks w WHERE w.organisation = ? AND w.id > ? ORDER BY w.id LIMIT ?`)
      .all(organisation, after, limit)
      .flatMap((row) => readWebhook(row) ?? []);
  }

  count(organisation: string): number {
    const select = this.#parts.database.prepare('SELECT count(*) FROM webhooks WHERE organisation = ?').pluck();
    return select.get(organisation) as number;
  }

  update(id: string, { url, types, status }: WebhookChange): void {
    this.#parts.database
      .prepare(
        `UPDATE webhooks SET url = coalesce(@url, url), next_at = iif(@url IS NULL, next_at, 0), types = iif(@keepTypes, types, @types),
         status = coalesce(@status, status), stop = iif(@status IS NULL, stop, 'owner') WHERE id = @id`,
      )
      .run({ id, url: url ?? null, keepTypes: Number(types === undefined), types: typesText(types), status: status ?? null });
  }

  /** Makes a new secret; the one before signs too, until {@link ROTATION_MS} from now. @returns the new secret, this once. */
  rotate(id: string, now: number): string {
    const secret = newSecret();
    const put = this.#parts.database.prepare('UPDATE webhooks SET former = secret, former_until = ?, secret = ? WHERE id = ?');
    this.#sealed(id, secret, (sealed) => put.run(now + ROTATION_MS, sealed, id));
    return secret;
  }

  /** Delivers from the webhook's cursor on, at once. */
  resume(id: string): void {
    this.#parts.database
      .prepare("UPDATE webhooks SET status = 'active', stop = NULL, failures = 0, next_at = 0 WHERE id = ?")
      .run(id);
  }

  /** Goes on behind the event at the head that was given up, if one was; it stays among the dead letters. */
  skip(id: string): void {
    this.#parts.database
      .prepare(
        `UPDATE webhooks SET status = 'active', stop = NULL, failures = 0, next_at = 0, cursor = d.cursor, previous = d.cursor
         FROM (SELECT webhook, max(cursor) AS cursor FROM dead_letters GROUP BY webhook) d
         WHERE webhooks.id = ? AND d.webhook = webhooks.id AND d.cursor > webhooks.cursor`,
      )
      .run(id);
  }

  remove(id: string): void {
    const { database } = this.#parts;
    database
      .transaction(() => {
        database.prepare('DELETE FROM webhooks WHERE id = ?').run(id);
        for (const table of ['attempts', 'dead_letters']) database.prepare(`DELETE FROM ${table} WHERE webhook = ?`).run(id);
      })
      .immediate();
  }

  close(): void {
    this.#parts.database.close();
  }

  #sealed(id: string, secret: string, put: (sealed: Buffer) => void): void {
    const { database, keys } = this.#parts;
    database.transaction(() => put(sealSecret(keys, id, secret))).immediate();
  }
}

/** As Standard Webhooks writes them: 24 to 64 random bytes in base64. */
function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

function typesText(types: readonly string[] | null | undefined): string | null {
  return types === null || types === undefined ? null : JSON.stringify(types);
}
