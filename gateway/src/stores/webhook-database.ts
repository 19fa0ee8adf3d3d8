import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@lianpiao/chaincode/domain';
import type { SealedColumn } from './reseal-column';
import { openSqlite, type Sqlite } from './sqlite';
import { StorageKeys } from './storage-keys';

/** `paused`: until its owner resumes it, with an event at its head that was given up, or by its owner's wish. */
export type WebhookStatus = 'active' | 'paused' | 'disabled';
/** Why it is not active. `gone`: the receiver answered 410. */
export type WebhookStop = 'owner' | 'given-up' | 'gone';

/** A webhook as its row says, without the secrets. Times are milliseconds since 1970. */
export interface Webhook {
  readonly id: string;
  /** In whose name, and with whose rights, the feed is read. */
  readonly organisation: string;
  readonly role: Role;
  readonly url: string;
  /** Types of entries that are delivered; null for all. */
  readonly types: readonly string[] | null;
  readonly status: WebhookStatus;
  readonly stop: WebhookStop | null;
  /** Everything below was delivered, skipped by its owner, or is not for it. */
  readonly cursor: number;
  /** Cursor of the last event that was delivered or skipped; where the webhook starts, at first. */
  readonly previous: number;
  /** Attempts for the event at the head that failed. */
  readonly failures: number;
  /** Not before this is the next attempt. */
  readonly nextAt: number;
  /** How long the last attempt took. */
  readonly lastMs: number;
  /** Attempts so far. */
  readonly attempted: number;
  /** Until then the secret before the last rotation signs too. */
  readonly formerUntil: number | null;
  readonly createdAt: number;
  /** Id of the API key that made it. */
  readonly createdBy: string;
}

type Row = Omit<Webhook, 'types'> & { readonly types: string | null };

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS webhooks (
    id TEXT PRIMARY KEY, organisation TEXT NOT NULL, role TEXT NOT NULL, url TEXT NOT NULL, types TEXT,
    secret BLOB NOT NULL, former BLOB, former_until INTEGER, status TEXT NOT NULL DEFAULT 'active', stop TEXT,
    cursor INTEGER NOT NULL, previous INTEGER NOT NULL, failures INTEGER NOT NULL DEFAULT 0, next_at INTEGER NOT NULL DEFAULT 0,
    last_ms INTEGER NOT NULL DEFAULT 0, attempted INTEGER NOT NULL DEFAULT 0, owner TEXT, lease_until INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS webhooks_organisation ON webhooks (organisation, id);
  CREATE TABLE IF NOT EXISTS attempts (
    webhook TEXT NOT NULL, number INTEGER NOT NULL, cursor INTEGER NOT NULL, type TEXT NOT NULL, at INTEGER NOT NULL,
    ms INTEGER NOT NULL, outcome TEXT NOT NULL, visible_ms INTEGER, PRIMARY KEY (webhook, number)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS attempts_visible ON attempts (at, visible_ms) WHERE visible_ms IS NOT NULL;
  CREATE TABLE IF NOT EXISTS dead_letters (
    webhook TEXT NOT NULL, cursor INTEGER NOT NULL, previous INTEGER NOT NULL, type TEXT NOT NULL, at INTEGER NOT NULL,
    attempts INTEGER NOT NULL, outcome TEXT NOT NULL, wanted INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (webhook, cursor)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS dead_letters_wanted ON dead_letters (webhook) WHERE wanted = 1;
`;

export const WEBHOOK_COLUMNS = `w.id, w.organisation, w.role, w.url, w.types, w.status, w.stop, w.cursor, w.previous, w.failures,
  w.next_at AS nextAt, w.last_ms AS lastMs, w.attempted, w.former_until AS formerUntil, w.created_at AS createdAt,
  w.created_by AS createdBy`;

export interface WebhookDatabase {
  readonly database: Sqlite;
  /** Encrypt the webhooks' secrets; they lie apart from the database. */
  readonly keys: StorageKeys;
}

/** Secrets in `webhooks.db`, for a rotation of its keys. */
export const SEALED_WEBHOOKS: readonly SealedColumn[] = ['secret', 'former'].map((column) => ({
  table: 'webhooks',
  column,
  order: 'id',
  place: 'id',
}));

/** Opens `webhooks.db`; durable, because a cursor that went back would deliver again. */
export function openWebhookDatabase(folder: string): WebhookDatabase {
  const path = join(folder, 'webhooks.db');
  // A ledger may be older than its webhooks: the key is lost only when there is something that it opens.
  const keys = new StorageKeys({ folder, stem: 'webhook', make: true, needed: existsSync(path) });
  const database = openSqlite(path, 'FULL');
  database.exec(SCHEMA);
  return { database, keys };
}

export function readWebhook(row: unknown): Webhook | undefined {
  if (row === undefined) return undefined;
  const { types, ...rest } = row as Row;
  return { ...rest, types: types === null ? null : (JSON.parse(types) as string[]) };
}
