import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Statement } from 'better-sqlite3';
import { openSqlite, type Sqlite } from './sqlite';

/** Who signed in: what the identity provider vouches for, and for which organisation. */
export interface Person {
  /** 16 hexadecimal characters: a pseudonym, made of issuer and subject. Acts are recorded under it. */
  readonly id: string;
  /** Absent for a data subject, who acts for none. */
  readonly organisation: string | undefined;
  /** Of a data subject: what their pseudonyms are made from (sign-in/pseudonyms.ts). */
  readonly subject?: string;
  /** As the provider shows people; empty when it says nothing. */
  readonly name: string;
  /** The provider's own name of the session (`sid`), when it gives one. */
  readonly providerSession?: string;
}

/** A session as it stands. */
export interface OpenSession extends Person {
  /** Of the session itself, whatever its token is at the moment. */
  readonly session: string;
  /** True when its token is older than {@link ROTATE_MS}: the next answer brings another one. */
  readonly isStale: boolean;
}

/** The longest that somebody stays signed in, and the longest without a request. */
export const SESSION_MS = 12 * 60 * 60_000;
export const IDLE_MS = 30 * 60_000;
/** A token is replaced after this; the one before is taken for a moment more, since requests cross. */
export const ROTATE_MS = 10 * 60_000;
const GRACE_MS = 60_000;
/** How exactly the last request is known: not every one is a write. */
const SEEN_MS = 60_000;
const TOKEN_BYTES = 32;
const MAX_A_PERSON = 20;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sessions (
    session TEXT PRIMARY KEY, token BLOB NOT NULL UNIQUE, former BLOB, rotated_at INTEGER NOT NULL, person TEXT NOT NULL,
    organisation TEXT NOT NULL, name TEXT NOT NULL, created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL,
    provider_session TEXT, subject TEXT) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sessions_former ON sessions (former) WHERE former IS NOT NULL;
  CREATE INDEX IF NOT EXISTS sessions_person ON sessions (person, created_at);
`;

/** Columns that tables of before lack. Sessions of before do not say which of the provider's they came from; they end with their person's. */
const ADDED_COLUMNS = ['provider_session', 'subject'];

interface Row {
  readonly session: string;
  readonly person: string;
  readonly organisation: string;
  readonly subject: string | null;
  readonly name: string;
  readonly rotatedAt: number;
  readonly seenAt: number;
  readonly isFormer: number;
}

/** Sessions of people, in `sessions.db`: tokens as SHA-256 only, so that a copied database opens none. All processes share them. */
export class SessionStore {
  readonly #database: Sqlite;
  readonly #find: Statement;
  readonly #alive: Statement;

  constructor(folder: string) {
    this.#database = openSqlite(join(folder, 'sessions.db'), 'NORMAL');
    this.#database.pragma('secure_delete = ON');
    this.#database.exec(SCHEMA);
    const columns = this.#database.pragma('table_info(sessions)') as { readonly name: string }[];
    for (const column of ADDED_COLUMNS)
      if (!columns.some(({ name }) => name === column)) this.#database.exec(`ALTER TABLE sessions ADD COLUMN ${column} TEXT`);
    this.#find = this.#database.prepare(
      `SELECT session, person, organisation, subject, name, rotated_at AS rotatedAt, seen_at AS seenAt, former IS @token AND token <> @token AS isFormer
       FROM sessions WHERE (token = @token OR former = @token) AND created_at > @born AND seen_at > @seen`,
    );
    this.#alive = this.#database.prepare('SELECT 1 FROM sessions WHERE person = ? AND created_at > ? AND seen_at > ?').pluck();
  }

  /** Opens a session. Of one person's the oldest ends when there are too many. @returns its token, this once. */
  open({ id, organisation, subject, name, providerSession }: Person, now: number): string {
    const token = newToken();
    const put = this.#database.prepare('INSERT INTO sessions VALUES (?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#database
      .transaction(() => {
        this.#database.prepare('DELETE FROM sessions WHERE created_at <= ? OR seen_at <= ?').run(now - SESSION_MS, now - IDLE_MS);
        this.#database
          .prepare(
            `DELETE FROM sessions WHERE session IN
             (SELECT session FROM sessions WHERE person = ? ORDER BY created_at DESC LIMIT -1 OFFSET ${String(MAX_A_PERSON - 1)})`,
          )
          .run(id);
        const session = randomBytes(8).toString('hex');
        // No organisation has an empty name.
        put.run(session, hashOf(token), now, id, organisation ?? '', name, now, now, providerSession ?? null, subject ?? null);
      })
      .immediate();
    return token;
  }

  /**
   * The session that a token opens; undefined for none, or one that has ended. A token that was replaced long ago is in two hands:
   * the session ends.
   */
  find(token: string, now: number): OpenSession | undefined {
    const row = this.#find.get({ token: hashOf(token), born: now - SESSION_MS, seen: now - IDLE_MS }) as Row | undefined;
    if (row === undefined) return undefined;
    const { session, person: id, organisation, subject, name, rotatedAt, seenAt, isFormer } = row;
    if (isFormer === 1 && now - rotatedAt > GRACE_MS) {
      this.#database.prepare('DELETE FROM sessions WHERE session = ?').run(session);
      return undefined;
    }
    if (now - seenAt > SEEN_MS) this.#database.prepare('UPDATE sessions SET seen_at = ? WHERE session = ?').run(now, session);
    const isStale = isFormer === 0 && now - rotatedAt > ROTATE_MS;
    const of = subject === null ? {} : { subject };
    return { id, organisation: organisation === '' ? undefined : organisation, ...of, name, session, isStale };
  }

  /** Gives a session another token; undefined when somebody else just did. @param token the one that it replaces. */
  rotate(token: string, now: number): string | undefined {
    const next = newToken();
    const { changes } = this.#database
      .prepare('UPDATE sessions SET former = token, token = ?, rotated_at = ? WHERE token = ?')
      .run(hashOf(next), now, hashOf(token));
    return changes === 1 ? next : undefined;
  }

  /** Ends the session that a token opens. */
  end(token: string): void {
    this.#database.prepare('DELETE FROM sessions WHERE token = @token OR former = @token').run({ token: hashOf(token) });
  }

  /**
   * Ends what the provider has ended: one of its sessions, or all of a person, where they began before a time.
   * @returns the persons concerned.
   */
  endAtProvider(
    of: { readonly person?: string | undefined; readonly providerSession?: string | undefined },
    until: number,
  ): string[] {
    const { person = null, providerSession = null } = of;
    const statement = this.#database
      .prepare(
        `DELETE FROM sessions WHERE created_at <= @until AND (@person IS NULL OR person = @person)
         AND (@providerSession IS NULL OR provider_session = @providerSession OR (provider_session IS NULL AND @person IS NOT NULL))
         RETURNING person`,
      )
      .pluck();
    return statement.all({ person, providerSession, until }) as string[];
  }

  /** True while a person has a session. */
  isSignedIn(person: string, now: number): boolean {
    return this.#alive.get(person, now - SESSION_MS, now - IDLE_MS) === 1;
  }

  close(): void {
    this.#database.close();
  }
}

function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
