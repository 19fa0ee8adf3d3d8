/** proofs.detect: seconds from an injected fault to its named alarm, and the full pass beside a raw scan-and-hash. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { services, startInstance } from './instance.mjs';
import { median, watched } from './measure.mjs';
import { batchRound, indexed, pidsOf } from './rounds.mjs';

const require = createRequire(import.meta.url);
const { SqliteDatabase } = require(path.join(services.ROOT, 'gateway/dist/stores/sqlite-driver.js'));
const { openSnapshot, verifyLedger } = require(path.join(services.ROOT, 'gateway/dist/ledger/embedded/verify/index.js'));
const { installNativeHasher, ReconciliationStore } = require(path.join(services.ROOT, 'gateway/dist/stores/index.js'));
const { sealsOf, StretchTable } = require(path.join(services.ROOT, 'workers/dist/index.js'));

const ALARM_DEADLINE_MS = 120_000;
const PIECE_BYTES = 1024 * 1024;

/** Faults at a given entry, each with what undoes it: ledger and payloads are never repaired by themselves. */
const faults = (at) => [
  ['index.db', 'index-row-differs', `UPDATE invoices SET gross = '0.01' WHERE sequence >= ${at} AND rowid IN (SELECT rowid FROM invoices WHERE sequence >= ${at} LIMIT 1)`],
  ['index.db', 'index-row-missing', `DELETE FROM invoices WHERE rowid IN (SELECT rowid FROM invoices WHERE sequence >= ${at} LIMIT 1)`],
  ['log.db', 'tile-differs', `UPDATE tiles SET data = zeroblob(8192) WHERE level = 0 AND place = ${Math.floor(at / 256)}`],
  ['log.db', 'tile-missing', `DELETE FROM tiles WHERE level = 0 AND place = ${Math.floor(at / 256)}`],
  ['payloads.db', 'payload-unreadable', `UPDATE chunks SET data = zeroblob(length(data)) WHERE first = (SELECT max(first) FROM chunks WHERE first <= ${at})`],
  ['ledger.db', 'operator-signature-wrong', `UPDATE blocks SET signature = 'A' || substr(signature, 2) WHERE number = (SELECT max(number) FROM blocks WHERE first <= ${at} AND substr(signature, 1, 1) <> 'A')`],
  ['ledger.db', 'state-differs', `INSERT INTO state VALUES ('delegation/bench-0/thief', 'true')`],
]; // prettier-ignore

/** What a statement is going to change, so that it can be put back. */
function saved(database, name) {
  if (name === 'payloads.db') return { table: 'chunks', rows: (at) => database.prepare('SELECT * FROM chunks WHERE first <= ? ORDER BY first DESC LIMIT 1').all(at) }; // prettier-ignore
  return { table: 'blocks', rows: (at) => database.prepare('SELECT * FROM blocks WHERE first <= ? ORDER BY first DESC LIMIT 8').all(at) }; // prettier-ignore
}

function putBack(database, table, rows) {
  for (const row of rows) {
    const names = Object.keys(row);
    database
      .prepare(`INSERT OR REPLACE INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`)
      .run(row);
  }
  if (table === 'blocks') database.exec("DELETE FROM state WHERE key = 'delegation/bench-0/thief'");
}

/** Injects one fault and waits for its alarm, then until nothing is wrong any more; seconds to the alarm. */
async function detectOne(instance, store, [name, code, statement], at) {
  const database = new SqliteDatabase(path.join(instance.data, name));
  database.pragma('busy_timeout = 5000');
  const derived = name === 'index.db' || name === 'log.db';
  const { table, rows } = saved(database, name);
  const before = derived ? [] : rows(at);
  const known = store.findings({ limit: 1 })[0]?.id ?? 0;
  const started = performance.now();
  database.exec(statement);
  const fresh = () => store.findings({ limit: 20 }).filter((finding) => finding.id > known);
  await services.until(() => fresh().some((finding) => finding.code === code), `the alarm ${code}`, ALARM_DEADLINE_MS);
  const seconds = (performance.now() - started) / 1000;
  if (!derived) putBack(database, table, before);
  database.close();
  await services.until(() => store.openCount() === 0, `the end of ${code}`, ALARM_DEADLINE_MS);
  return seconds;
}

/** Reads every byte of the databases and hashes it: what a pass cannot be faster than. */
function rawScan(folder) {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE_BYTES);
  let bytes = 0;
  for (const name of readdirSync(folder).filter((file) => /^(ledger|payloads|index|log)\.db(-wal)?$/.test(file))) {
    const file = openSync(path.join(folder, name), 'r');
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
      bytes += read;
    }
    closeSync(file);
  }
  hash.digest();
  return bytes;
}

const timed = (work) => {
  const started = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - started) / 1000 };
};

async function caughtUp(instance, store) {
  await services.until(
    async () => {
      const { parts } = await (await fetch(`${instance.url}/readyz`)).json();
      return store.height() === parts.ledger.length;
    },
    'reconciliation',
    1_800_000,
  );
}

function scanAll(data, store) {
  const snapshot = openSnapshot(data);
  for (const { firstBlock, first, end } of new StretchTable(store.database).all()) {
    sealsOf(snapshot, { firstBlock, lastBlock: end.number, first, end: end.length });
  }
  snapshot.close();
}

export async function detect(report, { size = 1_000_000 } = {}) {
  installNativeHasher();
  const instance = await startInstance();
  const store = new ReconciliationStore(instance.data);
  try {
    for (let done = 0, seed = 1; done < size; done += 100_000, seed += 1) {
      await batchRound(instance, { invoices: Math.min(100_000, size - done), perBatch: 10_000, seed });
    }
    await indexed(instance.url);
    const lag = performance.now();
    await caughtUp(instance, store);
    const catchUpSeconds = (performance.now() - lag) / 1000;
    // The second look of what came in has to come to its end, or it would find the first fault by chance.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    if (store.openCount() > 0) throw new Error(`false alarm: ${JSON.stringify(store.findings({ limit: 5 }))}`);
    const seconds = {};
    const machine = await watched(pidsOf(instance), async () => {
      for (const share of [0.5, 0.98]) {
        const at = Math.floor(size * share);
        for (const fault of faults(at)) (seconds[fault[1]] ??= []).push(await detectOne(instance, store, fault, at));
      }
    });
    if (store.openCount() > 0)
      throw new Error(`an alarm that does not end: ${JSON.stringify(store.findings({ limit: 5, openOnly: true }))}`);
    const all = Object.values(seconds).flat();
    report({
      name: 'proofs.detect',
      figure: Math.max(...all),
      unit: `seconds from a fault to its named alarm, the longest of ${all.length}, at ${size} invoices`,
      median_s: median(all),
      catch_up_s: catchUpSeconds,
      others: machine.others,
      steal: machine.steal,
      n: size,
      ...Object.fromEntries(
        Object.entries(seconds).map(([code, taken]) => [`${code}_s`, taken.map((each) => each.toFixed(2)).join(' / ')]),
      ),
    });
    await instance.workers.stop();
    await instance.gateway.stop();
    rawScan(instance.data);
    const raw = timed(() => rawScan(instance.data));
    const seals = timed(() => scanAll(instance.data, store));
    const pass = timed(() => verifyLedger({ folder: instance.data }));
    if (pass.result.result !== 'ok') throw new Error(`the full pass found ${JSON.stringify(pass.result.parts)}`);
    const megabytes = raw.result / 1e6;
    const against = `raw scan-and-hash of ${megabytes.toFixed(0)} MB (${raw.seconds.toFixed(2)} s)`;
    report({ name: 'proofs.detect.look', figure: seals.seconds, unit: 's for a second look at everything by its seals', ratio: raw.seconds / seals.seconds, against, n: size }); // prettier-ignore
    report({ name: 'proofs.detect.full', figure: pass.seconds, unit: 's for a full pass, executing and down to the values', ratio: raw.seconds / pass.seconds, against, n: size }); // prettier-ignore
  } finally {
    store.close();
    await instance.stop();
  }
}
