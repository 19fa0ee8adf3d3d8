import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { change, sql, type Fault } from './databases';

const ROW = 40;
const NUMBER = '26440000000000999999';

const column = (name: string, value: string, what = `the ${name} of an index row`): Fault => ({
  name: what,
  inject: sql('index.db', `UPDATE invoices SET ${name} = ${value} WHERE sequence = ${ROW}`),
  code: 'index-row-differs',
  part: 'index',
  cause: 'edited value',
  place: { sequence: ROW },
  mended: true,
});

const fault = (name: string, inject: Fault['inject'], code: string, cause: string, place?: Fault['place']): Fault => ({
  name, inject, code, part: 'index', cause, mended: true, ...(place === undefined ? {} : { place }),
}); // prettier-ignore

const insert = (sequence: string): string =>
  `INSERT INTO invoices VALUES (${sequence}, '${NUMBER}', 'shop', 'till-1', NULL, 0, 'CNY', '1.00', 0)`;

/** Changes a byte of a row in the file itself, past SQLite. */
function flipByte(folder: string): void {
  change('index.db', (database) => database.pragma('wal_checkpoint(TRUNCATE)'))(folder);
  const file = join(folder, 'index.db');
  const data = readFileSync(file);
  // The row's text: number and seller follow each other there, and nowhere in SQLite's own indexes.
  const at = data.indexOf('000000000000042shop');
  if (at < 0) throw new Error('the row is not in the file');
  data[at + 14] = 0x33;
  writeFileSync(file, data);
}

function overwrite(folder: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(join(folder, `index.db${suffix}`), { force: true });
  writeFileSync(join(folder, 'index.db'), Buffer.from('this is no database, it only looks at you'.repeat(500)));
}

export const INDEX_FAULTS: readonly Fault[] = [
  column('gross', `'0.01'`),
  column('buyer', `'91440300MA5DEMQM04'`),
  column('buyer', 'NULL', 'the buyer taken out of an index row'),
  column('seller', `'somebody'`),
  column('till', `'till-9'`),
  column('issued_at', 'issued_at - 86400000'),
  column('number', `'${NUMBER}'`),
  column('currency', `'EUR'`),
  column('test', '1'),
  fault('an index row deleted', sql('index.db', `DELETE FROM invoices WHERE sequence = ${ROW}`), 'index-row-missing', 'missing row', { sequence: ROW }),
  fault('an index row too many', sql('index.db', insert('3')), 'index-row-extra', 'extra row', { sequence: 3 }),
  fault('an index row before the first', sql('index.db', insert('-5')), 'index-row-extra', 'extra row', { sequence: -5 }),
  fault('an index row behind the end', sql('index.db', insert('99999')), 'index-row-extra', 'extra row', { sequence: 99999 }),
  fault('an invoice doubled under another number', sql('index.db', `INSERT INTO invoices SELECT 4, '${NUMBER}', seller, till, buyer, issued_at, currency, gross, test FROM invoices WHERE sequence = ${ROW}`), 'index-row-extra', 'extra row', { sequence: 4 }),
  fault('the amounts of two rows swapped', sql('index.db', `UPDATE invoices SET gross = (SELECT other.gross FROM invoices other WHERE other.sequence = ${2 * ROW + 1} - invoices.sequence) WHERE sequence IN (${ROW}, ${ROW + 1})`), 'index-row-differs', 'edited value', { sequence: ROW }),
  fault('an index that says to be further than the ledger', sql('index.db', `UPDATE meta SET value = value + 5 WHERE key = 'height'`), 'index-ahead', 'edited value'),
  fault('an index set back', sql('index.db', `UPDATE meta SET value = value - 50 WHERE key = 'height'`), 'index-rolled-back', 'stale'),
  fault('a byte of the index file, past SQLite', flipByte, 'index-row-differs', 'edited value'),
  { name: 'an index file that is no database any more', inject: overwrite, code: 'storage-damaged', part: 'index', cause: 'damaged file' },
]; // prettier-ignore
