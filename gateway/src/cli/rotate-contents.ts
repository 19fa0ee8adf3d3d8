import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { invariant, LedgerError } from '@lianpiao/chaincode/domain';
import { openOriginalsDatabase, SEALED_ORIGINALS } from '../stores/originals-store';
import { BEFORE_ALL, resealColumn, type SealedColumn } from '../stores/reseal-column';
import { openRuns, SEALED_RUNS } from '../stores/run-table';
import { openSalesDatabase, rotateSalesKey, SEALED_SALES } from '../stores/sales-database';
import type { Sqlite } from '../stores/sqlite-driver';
import type { StorageKeys } from '../stores/storage-keys';
import { openWebhookDatabase, SEALED_WEBHOOKS } from '../stores/webhook-database';
import type { Terminal } from './terminal';

/** Rows of one step: some milliseconds during which no other process writes there. */
const ROWS_AT_ONCE = 256;
/** Between two steps: sales go before. */
const PAUSE_MS = 10;

/** How a rotation of keys is run. */
export interface RotateOptions {
  readonly data: string;
  readonly resume?: boolean;
  readonly keepOld?: boolean;
}

interface Rotated {
  readonly file: string;
  readonly columns: readonly SealedColumn[];
  readonly open: (folder: string) => { readonly database: Sqlite; readonly keys: StorageKeys };
  /** Makes the next key. */
  readonly rotate: (folder: string, keys: StorageKeys) => number;
}

const simply = (_folder: string, keys: StorageKeys): number => keys.rotate();

/** Contents whose keys can be replaced while everything runs; those of records have a store of their own. */
export const ROTATED = {
  sales: { file: 'sales.db', columns: SEALED_SALES, open: openSalesDatabase, rotate: rotateSalesKey },
  webhooks: { file: 'webhooks.db', columns: SEALED_WEBHOOKS, open: openWebhookDatabase, rotate: simply },
  runs: { file: 'audit.db', columns: SEALED_RUNS, open: openRuns, rotate: simply },
  originals: { file: 'originals.db', columns: SEALED_ORIGINALS, open: openOriginalsDatabase, rotate: simply },
} as const satisfies Record<string, Rotated>;

export type RotatedContent = keyof typeof ROTATED;

/** `lianpiao secrets rotate WHAT`. @throws LedgerError NOT_FOUND when the folder has none of it. */
export async function rotateContents(
  what: RotatedContent,
  { data, resume, keepOld }: RotateOptions,
  terminal: Terminal,
): Promise<void> {
  const { file, columns, open, rotate }: Rotated = ROTATED[what];
  if (!existsSync(join(data, file))) throw new LedgerError('NOT_FOUND', { found: `${data} without ${file}` });
  const { database, keys } = open(data);
  try {
    if (resume !== true) terminal.out(`new ${what} go under key ${String(rotate(data, keys))}\n`);
    let resealed = 0;
    for (const column of columns) resealed += await resealAll(database, keys, column);
    // Whoever writes looks for the newest key while nobody else can, so nothing more came under an older one. No key goes on belief.
    for (const column of columns) invariant((await resealAll(database, keys, column)) === 0, `${file} is under its newest key`);
    // What stood there before is overwritten in the database; the write-ahead log still has it until it is taken in.
    database.pragma('wal_checkpoint(TRUNCATE)');
    terminal.out(`${String(resealed)} older contents were put under it\n`);
    if (keepOld !== true) terminal.out(`${String(keys.removeOlder())} older keys were removed\n`);
  } finally {
    database.close();
  }
}

async function resealAll(database: Sqlite, keys: StorageKeys, column: SealedColumn): Promise<number> {
  let total = 0;
  for (let after: string | number = BEFORE_ALL; ;) {
    const step = resealColumn(database, keys, column, after, ROWS_AT_ONCE);
    if (step === undefined) return total;
    total += step.resealed;
    after = step.next;
    await setTimeout(PAUSE_MS);
  }
}
