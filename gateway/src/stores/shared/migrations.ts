import { LedgerError } from '@lianpiao/chaincode/domain';
import type { ClientBase } from 'pg';

/** Serialises those who migrate at once; nobody else uses this number on the database. */
const LOCK = 7_103_902_811;

/**
 * The tables, a migration a version: one that was released is never changed, only followed by another. Tables that hold
 * what may have to be erased are cut in partitions of consecutive sequences (partitions.ts says why).
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE heights (name text PRIMARY KEY, value bigint NOT NULL);
  INSERT INTO heights VALUES ('index', 0), ('records', 0);
  CREATE TABLE ledger (one boolean PRIMARY KEY DEFAULT true CHECK (one), identity text NOT NULL);
  CREATE TABLE scrubs (partition text PRIMARY KEY, asked bigint NOT NULL DEFAULT 1);
  CREATE TABLE numbers (number text PRIMARY KEY, sequence bigint NOT NULL);
  CREATE TABLE invoices (
    sequence bigint PRIMARY KEY, number text NOT NULL, seller text NOT NULL, till text NOT NULL, buyer text,
    issued_at bigint NOT NULL, currency text NOT NULL, gross text NOT NULL, test smallint NOT NULL) PARTITION BY RANGE (sequence);
  CREATE INDEX invoices_seller ON invoices (seller, sequence);
  CREATE INDEX invoices_buyer ON invoices (buyer, sequence) WHERE buyer IS NOT NULL;
  CREATE INDEX invoices_time ON invoices USING brin (issued_at);
  CREATE TABLE concerns (organisation text, sequence bigint, PRIMARY KEY (organisation, sequence));
  CREATE TABLE provenance (
    sequence bigint PRIMARY KEY, digest text NOT NULL, event text NOT NULL, organisation text NOT NULL, other text, kind text);
  CREATE INDEX provenance_digest ON provenance (digest, event, sequence);
  CREATE TABLE provenance_links (
    sequence bigint, place integer, child text NOT NULL, parent text NOT NULL, PRIMARY KEY (sequence, place));
  CREATE INDEX provenance_children ON provenance_links (parent, sequence, place);
  CREATE INDEX provenance_parents ON provenance_links (child, sequence, place);
  CREATE TABLE chunks (first bigint PRIMARY KEY, count integer NOT NULL, data bytea NOT NULL) PARTITION BY RANGE (first);
  ALTER TABLE chunks ALTER COLUMN data SET STORAGE EXTERNAL;
  `,
];

/**
 * Brings the tables to this program's version, once however many start together; in the schema `lianpiao`, which is the
 * connection's search path.
 * @throws LedgerError DATABASE_UNSUITABLE when a newer program has been here.
 */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  await client.query('CREATE SCHEMA IF NOT EXISTS lianpiao');
  await client.query(
    'CREATE TABLE IF NOT EXISTS migrations (version integer PRIMARY KEY, applied timestamptz NOT NULL DEFAULT now())',
  );
  const { rows } = await client.query<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM migrations');
  const version = rows[0]?.version ?? 0;
  if (version > MIGRATIONS.length) {
    throw new LedgerError('DATABASE_UNSUITABLE', {
      rule: 'version',
      found: String(version),
      wanted: `at most ${String(MIGRATIONS.length)}`,
    });
  }
  for (const [place, text] of [...MIGRATIONS.entries()].slice(version)) {
    await client.query(text);
    await client.query('INSERT INTO migrations VALUES ($1)', [place + 1]);
  }
  await client.query('COMMIT');
}
