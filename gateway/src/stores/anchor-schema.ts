import type { Digest } from '@lianpiao/chaincode/domain';
import type { OutboxAttempt } from './anchor-records';

/** Tables of anchors.db. A nonce belongs to an account on a chain; fees are decimal text, since they pass 2⁵³. */
export const ANCHOR_SCHEMA = `
  CREATE TABLE IF NOT EXISTS leases (
    account TEXT PRIMARY KEY, holder TEXT NOT NULL, fence INTEGER NOT NULL, expires_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS nonces (
    account TEXT NOT NULL, chain_id INTEGER NOT NULL, nonce INTEGER NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (account, chain_id, nonce));
  CREATE TABLE IF NOT EXISTS attempts (
    account TEXT NOT NULL, chain_id INTEGER NOT NULL, nonce INTEGER NOT NULL, attempt INTEGER NOT NULL,
    size INTEGER NOT NULL, root TEXT NOT NULL, contract TEXT NOT NULL, hash TEXT NOT NULL, raw TEXT NOT NULL,
    max_fee TEXT NOT NULL, max_tip TEXT NOT NULL, signed_at INTEGER NOT NULL, head INTEGER NOT NULL,
    sends INTEGER NOT NULL DEFAULT 0, sent_at INTEGER, problem TEXT,
    PRIMARY KEY (account, chain_id, nonce, attempt));
  CREATE TABLE IF NOT EXISTS anchors (
    size INTEGER NOT NULL, root TEXT NOT NULL, chain_id INTEGER NOT NULL, contract TEXT NOT NULL, tx TEXT NOT NULL,
    block INTEGER NOT NULL, block_hash TEXT NOT NULL, confirmed_at INTEGER NOT NULL, account TEXT NOT NULL, nonce INTEGER,
    withdrawn_at INTEGER, PRIMARY KEY (size, chain_id, contract));
  CREATE TABLE IF NOT EXISTS refusals (
    chain_id INTEGER NOT NULL, contract TEXT NOT NULL, size INTEGER NOT NULL, code TEXT NOT NULL,
    PRIMARY KEY (chain_id, contract, size));
  CREATE TABLE IF NOT EXISTS alarms (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL, detail TEXT NOT NULL, since INTEGER NOT NULL, closed_at INTEGER);
  CREATE UNIQUE INDEX IF NOT EXISTS one_open_alarm ON alarms (code) WHERE closed_at IS NULL;
`;

/** Columns of a {@link ConfirmedAnchor}. */
export const ANCHOR_COLUMNS =
  'size, root, chain_id AS chainId, contract, tx AS "transaction", block, confirmed_at AS confirmedAt';

export const ATTEMPT_COLUMNS =
  'nonce, attempt, size, root, contract, hash, raw, max_fee AS maxFee, max_tip AS maxTip, signed_at AS signedAt, head, ' +
  'sends, sent_at AS sentAt, problem';

/** A row of attempts as SQLite gives it. */
export interface AttemptRow extends Omit<OutboxAttempt, 'fees' | 'root'> {
  readonly root: string;
  readonly maxFee: string;
  readonly maxTip: string;
}

export function readAttempt({ maxFee, maxTip, root, ...row }: AttemptRow): OutboxAttempt {
  return { ...row, root: root as Digest, fees: { maxFeePerGas: BigInt(maxFee), maxPriorityFeePerGas: BigInt(maxTip) } };
}
