/** Yardstick: rows of 430 bytes with one unique index into better-sqlite3, WAL, synchronous FULL, 1,000 a commit. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const Database = createRequire(new URL('../../../gateway/package.json', import.meta.url))('better-sqlite3');
const { rows, folder } = JSON.parse(process.argv[2]);
const home = mkdtempSync(path.join(folder, 'raw-'));
const database = new Database(path.join(home, 'raw.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, number TEXT UNIQUE, body TEXT)');
const insert = database.prepare('INSERT INTO rows (number, body) VALUES (?, ?)');
const body = 'x'.repeat(400);

process.stdin.once('data', () => {
  const started = process.hrtime.bigint();
  for (let next = 0; next < rows;) {
    database.exec('BEGIN');
    for (const end = next + 1000; next < end; next += 1) insert.run(String(next).padStart(20, '0'), body);
    database.exec('COMMIT');
  }
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  database.close();
  rmSync(home, { recursive: true });
  process.stdout.write(`${JSON.stringify({ rows, seconds, rate: rows / seconds })}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
