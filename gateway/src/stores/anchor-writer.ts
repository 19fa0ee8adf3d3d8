import type { Statement } from 'better-sqlite3';
import type { NonceState, OutboxNonce, SignedAttempt, WatchedAnchor } from './anchor-records';
import { ANCHOR_COLUMNS, ATTEMPT_COLUMNS, readAttempt, type AttemptRow } from './anchor-schema';
import type { Sqlite } from './sqlite';

/** Alarms that are over and still shown. */
const KEPT_ALARMS = 1000;

/** Who writes, and with which account on which chain. */
export interface WriterIdentity {
  /** Address of the publisher's account. */
  readonly account: string;
  readonly chainId: number;
  /** Name of this writer, of no other process. */
  readonly holder: string;
}

/** An alarm to be opened. */
export interface NewAlarm {
  readonly code: string;
  readonly detail: string;
}

/**
 * The outbox of one account, written by one holder at a time. `enter` takes the lease, or renews it; every other write
 * checks, inside its transaction, that nobody has taken the lease since: a process that slept through the end of its lease
 * changes nothing any more.
 */
export class AnchorWriter {
  readonly #database: Sqlite;
  readonly #identity: WriterIdentity;
  readonly #statements = new Map<string, Statement>();
  #fence = 0;

  constructor(database: Sqlite, identity: WriterIdentity) {
    this.#database = database;
    this.#identity = identity;
  }

  /**
   * Takes the lease of the account, or renews one's own.
   * @returns false while another holder has it.
   */
  enter(now: number, leaseMs: number): boolean {
    const { account, holder } = this.#identity;
    return this.#database
      .transaction(() => {
        const lease = this.#sql('SELECT holder, fence, expires_at AS expiresAt FROM leases WHERE account = ?').get(account) as
          { holder: string; fence: number; expiresAt: number } | undefined;
        const mine = lease?.holder === holder && lease.fence === this.#fence;
        if (lease !== undefined && !mine && lease.expiresAt > now) return false;
        const fence = mine ? lease.fence : (lease?.fence ?? 0) + 1;
        this.#sql('INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?)').run(account, holder, fence, now + leaseMs);
        this.#fence = fence;
        return true;
      })
      .immediate();
  }

  /** Gives the lease back, so that the next holder need not wait for its end. */
  leave(): void {
    const { account, holder } = this.#identity;
    this.#sql('UPDATE leases SET expires_at = 0 WHERE account = ? AND holder = ? AND fence = ?').run(
      account,
      holder,
      this.#fence,
    );
  }

  /** The open nonce that comes first. */
  oldestOpen(): OutboxNonce | undefined {
    const nonce = this.#sql("SELECT min(nonce) FROM nonces WHERE account = ? AND chain_id = ? AND state = 'open'")
      .pluck()
      .get(...this.#scope()) as number | null;
    return nonce === null ? undefined : this.nonce(nonce);
  }

  /** What is known of a nonce; undefined when we never signed with it. */
  nonce(nonce: number): OutboxNonce | undefined {
    const state = this.#sql('SELECT state FROM nonces WHERE account = ? AND chain_id = ? AND nonce = ?')
      .pluck()
      .get(...this.#scope(), nonce) as NonceState | undefined;
    if (state === undefined) return undefined;
    const rows = this.#sql(
      `SELECT ${ATTEMPT_COLUMNS} FROM attempts WHERE account = ? AND chain_id = ? AND nonce = ? ORDER BY attempt`,
    ).all(...this.#scope(), nonce) as AttemptRow[];
    return { nonce, state, attempts: rows.map(readAttempt) };
  }

  /** When the last new nonce was signed with, in milliseconds since 1970; 0 when never. */
  lastSignedAt(): number {
    return this.#sql('SELECT coalesce(max(signed_at), 0) FROM attempts WHERE account = ? AND chain_id = ? AND attempt = 1')
      .pluck()
      .get(...this.#scope()) as number;
  }

  /** The confirmed anchor in the highest block of the chain, whichever contract it is in. */
  newest(): WatchedAnchor | undefined {
    return this.#sql(
      `SELECT ${ANCHOR_COLUMNS}, block_hash AS blockHash, nonce FROM anchors
       WHERE chain_id = ? AND account = ? AND withdrawn_at IS NULL ORDER BY block DESC, size DESC LIMIT 1`,
    ).get(this.#identity.chainId, this.#identity.account) as WatchedAnchor | undefined;
  }

  /** The largest size that is anchored in a contract, and the largest that the contract refused; 0 when none. */
  sizes(contract: string): { readonly anchored: number; readonly refused: number } {
    const largest = (table: string): number =>
      this.#sql(`SELECT coalesce(max(size), 0) FROM ${table} WHERE chain_id = ? AND contract = ?`)
        .pluck()
        .get(this.#identity.chainId, contract) as number;
    return { anchored: largest('(SELECT * FROM anchors WHERE withdrawn_at IS NULL)'), refused: largest('refusals') };
  }

  /** Makes a signed transaction durable, before it is sent; its nonce is open from now on. */
  sign(attempt: SignedAttempt): void {
    const { nonce, size, root, contract, hash, raw, fees, signedAt, head } = attempt;
    const values = [
      size,
      root,
      contract,
      hash,
      raw,
      String(fees.maxFeePerGas),
      String(fees.maxPriorityFeePerGas),
      signedAt,
      head,
    ];
    this.#write(() => {
      this.#setState(nonce, 'open');
      this.#sql(
        `INSERT INTO attempts (account, chain_id, nonce, attempt, size, root, contract, hash, raw, max_fee, max_tip, signed_at, head)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(...this.#scope(), nonce, attempt.attempt, ...values);
    });
  }

  /** Notes that an attempt was handed to a node, and what the node said. */
  sent(nonce: number, attempt: number, now: number, problem: string | null): void {
    this.#write(() => {
      this.#sql(
        `UPDATE attempts SET sends = sends + 1, sent_at = ?, problem = ?
         WHERE account = ? AND chain_id = ? AND nonce = ? AND attempt = ?`,
      ).run(now, problem, ...this.#scope(), nonce, attempt);
    });
  }

  /** An anchor is confirmed; with its nonce, when it is our own. */
  confirm(anchor: WatchedAnchor): void {
    const { size, root, chainId, contract, transaction, block, blockHash, confirmedAt, nonce } = anchor;
    this.#write(() => {
      this.#sql('INSERT OR REPLACE INTO anchors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)').run(
        ...[size, root, chainId, contract, transaction, block, blockHash, confirmedAt, this.#identity.account, nonce],
      );
      if (nonce !== null) this.#setState(nonce, 'confirmed');
    });
  }

  /** An anchor has left the chain: it is shown no more, and its transaction is open again. */
  withdraw({ size, chainId, contract, nonce }: WatchedAnchor, now: number): void {
    this.#write(() => {
      this.#sql('UPDATE anchors SET withdrawn_at = ? WHERE size = ? AND chain_id = ? AND contract = ?').run(
        ...[now, size, chainId, contract],
      );
      if (nonce !== null) this.#setState(nonce, 'open');
    });
  }

  /** A nonce is done with, without an anchor. */
  close(nonce: number, state: NonceState): void {
    this.#write(() => {
      this.#setState(nonce, state);
    });
  }

  /** The contract does not take this size: it is not tried again, a larger one is. */
  refuse(contract: string, size: number, code: string): void {
    this.#write(() => {
      this.#sql('INSERT OR REPLACE INTO refusals VALUES (?, ?, ?, ?)').run(this.#identity.chainId, contract, size, code);
    });
  }

  /** Opens alarms that are not open, and closes those named; returns what changed. */
  note(raise: readonly NewAlarm[], settle: readonly string[], now: number): { opened: NewAlarm[]; closed: string[] } {
    const open = new Set(this.#sql('SELECT code FROM alarms WHERE closed_at IS NULL').pluck().all() as string[]);
    const opened = raise.filter(({ code }) => !open.has(code));
    const closed = settle.filter((code) => open.has(code));
    if (opened.length + closed.length === 0) return { opened, closed };
    this.#write(() => {
      for (const { code, detail } of opened)
        this.#sql('INSERT OR IGNORE INTO alarms (code, detail, since) VALUES (?, ?, ?)').run(code, detail, now);
      if (opened.length > 0)
        this.#sql('DELETE FROM alarms WHERE closed_at IS NOT NULL AND id <= (SELECT max(id) FROM alarms) - ?').run(KEPT_ALARMS);
      for (const code of closed) this.#sql('UPDATE alarms SET closed_at = ? WHERE code = ? AND closed_at IS NULL').run(now, code);
    });
    return { opened, closed };
  }

  #setState(nonce: number, state: NonceState): void {
    this.#sql('INSERT OR REPLACE INTO nonces VALUES (?, ?, ?, ?)').run(...this.#scope(), nonce, state);
  }

  /** @throws Error when somebody else has taken the lease; nothing is written then. */
  #write(change: () => void): void {
    const { account, holder } = this.#identity;
    this.#database
      .transaction(() => {
        const mine = this.#sql('SELECT 1 FROM leases WHERE account = ? AND holder = ? AND fence = ?').get(
          ...[account, holder, this.#fence],
        );
        if (mine === undefined) throw new Error(`another writer holds the lease of ${account}`);
        change();
      })
      .immediate();
  }

  #scope(): [string, number] {
    return [this.#identity.account, this.#identity.chainId];
  }

  #sql(text: string): Statement {
    let statement = this.#statements.get(text);
    if (statement === undefined) this.#statements.set(text, (statement = this.#database.prepare(text)));
    return statement;
  }
}
