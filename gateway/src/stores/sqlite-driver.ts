import { createRequire } from 'node:module';
import type DatabaseConstructor from 'better-sqlite3';

/**
 * No release of better-sqlite3 serves every Node that we do: 12 aborts the process on Node 24 when a statement is
 * collected (its destructor wants an environment that is not entered then), and 13 does not run on Node 20. Both are
 * installed where they may be; the second is optional, so that Node 20 passes it over.
 * docs/decisions/2026-11-22-two-sqlite-drivers.md
 */
const FIRST_NODE_OF_13 = 22;

const major = Number(process.versions.node.split('.')[0]);

/** The database class of the driver for this Node. */
export const SqliteDatabase = createRequire(__filename)(
  major >= FIRST_NODE_OF_13 ? 'better-sqlite3-node22' : 'better-sqlite3',
) as typeof DatabaseConstructor;

/** An open database. */
export type Sqlite = DatabaseConstructor.Database;
