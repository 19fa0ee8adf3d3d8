import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import type { Role } from '@lianpiao/chaincode/domain';
import type { Statement } from 'better-sqlite3';
import { findOrMakeSecret } from '../crypto/keys';
import type { Ticket } from './spending-table';
import { openSqlite, type Sqlite } from './sqlite';

/** Who is behind a request. */
export interface Principal {
  readonly organisation: string;
  readonly role: Role;
  /** Id of the API key; acts are recorded under it. */
  readonly keyId: string;
  /** The one grant that a grant token opens; absent with an API key. */
  readonly grant?: string;
  /** Of a grant token: what is used up by using it; `unproven` when it is bound to a key that was not shown. */
  readonly ticket?: Ticket | 'unproven';
  /** Thumbprint of the client certificate that the key, or the token, is bound to (RFC 8705 §3). */
  readonly certificate?: string;
  /** True when the connection does not prove that certificate: whoever it is may do nothing. */
  readonly uncertified?: true;
}

/** An API key as lists show it: never the secret. */
export interface ApiKeyRow {
  readonly id: string;
  readonly organisation: string;
  readonly role: Role;
  readonly label: string;
  readonly createdAt: number;
  readonly revokedAt: number | null;
  /** Thumbprint of the client certificate that it is bound to. */
  readonly certificate: string | null;
}

const KEY_FORM = /^lp_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;
const SCHEMA = `CREATE TABLE IF NOT EXISTS api_keys (
  id TEXT PRIMARY KEY, organisation TEXT NOT NULL, role TEXT NOT NULL, label TEXT NOT NULL, mac BLOB NOT NULL,
  created_at INTEGER NOT NULL, revoked_at INTEGER, certificate TEXT)`;
const COLUMNS = 'id, organisation, role, label, created_at AS createdAt, revoked_at AS revokedAt, certificate';

interface KeptKey {
  readonly organisation: string;
  readonly role: Role;
  readonly mac: Buffer;
  readonly certificate: string | null;
}

/** Tables of before have no certificates. */
function addCertificate(database: Sqlite): void {
  const columns = database.pragma('table_info(api_keys)') as { readonly name: string }[];
  if (!columns.some(({ name }) => name === 'certificate')) database.exec('ALTER TABLE api_keys ADD COLUMN certificate TEXT');
}

/**
 * API keys: 32 random bytes each, kept only as HMAC-SHA-256 under a key that lies apart from the database, so that neither
 * a copied database nor a dictionary opens anything.
 */
export class AccessStore {
  readonly #database: Sqlite;
  readonly #pepper: Buffer;
  readonly #find: Statement;
  readonly #isLive: Statement;

  constructor(folder: string) {
    this.#pepper = findOrMakeSecret(join(folder, 'keys', 'api-key-pepper.key'), () => randomBytes(32));
    this.#database = openSqlite(join(folder, 'access.db'), 'FULL');
    this.#database.exec(SCHEMA);
    // Several processes open it at once: one of them adds the column.
    this.#database
      .transaction(() => {
        addCertificate(this.#database);
      })
      .immediate();
    this.#find = this.#database.prepare(
      'SELECT organisation, role, mac, certificate FROM api_keys WHERE id = ? AND revoked_at IS NULL',
    );
    this.#isLive = this.#database.prepare('SELECT 1 FROM api_keys WHERE id = ? AND revoked_at IS NULL').pluck();
  }

  /** Makes a key; its secret is returned this once. @param certificate thumbprint of the client certificate that it is bound to. */
  create(
    organisation: string,
    role: Role,
    label: string,
    now: number,
    certificate?: string,
  ): { readonly id: string; readonly apiKey: string } {
    const id = randomBytes(8).toString('hex');
    const secret = randomBytes(32).toString('base64url');
    this.#database
      .prepare('INSERT INTO api_keys (id, organisation, role, label, mac, created_at, certificate) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(id, organisation, role, label, this.#mac(id, secret), now, certificate ?? null);
    return { id, apiKey: `lp_${id}_${secret}` };
  }

  /** Whom a key stands for; undefined for anything that is not a live key. */
  authenticate(apiKey: string): Principal | undefined {
    const [, id = '', secret = ''] = KEY_FORM.exec(apiKey) ?? [];
    const row = this.#find.get(id) as KeptKey | undefined;
    if (row === undefined || !timingSafeEqual(row.mac, this.#mac(id, secret))) return undefined;
    const bound = row.certificate === null ? undefined : { certificate: row.certificate };
    return { organisation: row.organisation, role: row.role, keyId: id, ...bound };
  }

  list(organisation: string | undefined, after: string, limit: number): ApiKeyRow[] {
    return this.#database
      .prepare(`SELECT ${COLUMNS} FROM api_keys WHERE (? IS NULL OR organisation = ?) AND id > ? ORDER BY id LIMIT ?`)
      .all(organisation ?? null, organisation ?? null, after, limit) as ApiKeyRow[];
  }

  find(id: string): ApiKeyRow | undefined {
    return this.#database.prepare(`SELECT ${COLUMNS} FROM api_keys WHERE id = ?`).get(id) as ApiKeyRow | undefined;
  }

  /** Whether a key still opens something. */
  isLive(id: string): boolean {
    return this.#isLive.get(id) !== undefined;
  }

  /** From now on the key opens nothing; false when it was no live key. */
  revoke(id: string, now: number): boolean {
    return (
      this.#database.prepare('UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL').run(now, id).changes === 1
    );
  }

  close(): void {
    this.#database.close();
  }

  #mac(id: string, secret: string): Buffer {
    return createHmac('sha256', this.#pepper).update(`${id}:${secret}`).digest();
  }
}
