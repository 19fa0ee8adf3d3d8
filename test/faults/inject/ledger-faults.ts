import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { KeyFolder } from '../../../gateway/src/crypto/keys';
import type { Sqlite } from '../../../gateway/src/stores/sqlite-driver';
import { BLOCK_HERE as BLOCK, change, flip, SEQUENCE_HERE, sql, type Fault } from './databases';

function blockOf(database: Sqlite): number {
  return database.prepare('SELECT max(number) FROM blocks WHERE first <= ?').pluck().get(SEQUENCE_HERE) as number;
}

/** Runs statements in which `:block` and `:next` are the block and the one behind it. */
function onBlock(text: string): Fault['inject'] {
  return change('ledger.db', (database) => {
    const block = blockOf(database);
    database.exec(text.replaceAll(':block', String(block)).replaceAll(':next', String(block + 1)));
  });
}

function flipReferenceBit(folder: string): void {
  change('ledger.db', (database) => {
    const block = blockOf(database);
    const bits = database.prepare('SELECT reference_bits FROM blocks WHERE number = ?').pluck().get(block) as Buffer;
    bits[3] = (bits[3] ?? 0) ^ 1;
    database.prepare('UPDATE blocks SET reference_bits = ? WHERE number = ?').run(bits, block);
  })(folder);
}

function flipText(column: string, at: (text: string) => number): Fault['inject'] {
  return change('ledger.db', (database) => {
    const block = blockOf(database);
    const text = database.prepare(`SELECT ${column} FROM blocks WHERE number = ?`).pluck().get(block) as string;
    database.prepare(`UPDATE blocks SET ${column} = ? WHERE number = ?`).run(flip(text, at(text)), block);
  });
}

/** Writes a block's header anew with the operator's own key, when `edit` says how. */
function resign(edit: (header: string) => string): Fault['inject'] {
  return (folder) => {
    const key = new KeyFolder(join(folder, 'keys')).require('operator');
    change('ledger.db', (database) => {
      const block = blockOf(database);
      const header = edit(database.prepare('SELECT header FROM blocks WHERE number = ?').pluck().get(block) as string);
      const hash = createHash('sha256').update(header).digest('hex');
      const update = 'UPDATE blocks SET header = ?, hash = ?, signature = ? WHERE number = ?';
      database.prepare(update).run(header, hash, key.sign(header), block);
    })(folder);
  };
}

const fault = (name: string, inject: Fault['inject'], code: string, cause: string, place?: Fault['place']): Fault => {
  const part = code.startsWith('act')
    ? 'acts'
    : code.startsWith('state')
      ? 'state'
      : code.startsWith('ref')
        ? 'references'
        : 'blocks';
  return { name, inject, code, part, cause, ...(place === undefined ? {} : { place }) };
};
const edited = 'edited value';

export const LEDGER_FAULTS: readonly Fault[] = [
  fault('a byte of a block header', flipText('header', (text) => text.indexOf('"time":"') + 12), 'header-changed', edited, { block: BLOCK }),
  fault('a quotation mark of a header', flipText('header', (text) => text.indexOf('"time"')), 'header-malformed', edited, { block: BLOCK }),
  fault('a byte of an entry', flipText('entries', (text) => text.indexOf('"commitment":"') + 20), 'entries-changed', edited, { block: BLOCK }),
  fault('a byte of the operator’s signature', flipText('signature', () => 5), 'operator-signature-wrong', 'forged signature', { block: BLOCK }),
  fault('the recorded hash of a block', flipText('hash', () => 5), 'header-changed', edited, { block: BLOCK }),
  fault('a transaction’s signature', flipText('transactions', (text) => text.indexOf('"signature":"') + 20), 'transactions-changed', edited, { block: BLOCK }),
  fault('a count column', onBlock('UPDATE blocks SET count = count + 1 WHERE number = :block'), 'position-wrong', edited, { block: BLOCK }),
  fault('a block deleted', onBlock('DELETE FROM blocks WHERE number = :block'), 'block-missing', 'missing row', { block: BLOCK }),
  fault('the last block deleted', sql('ledger.db', 'DELETE FROM blocks WHERE number = (SELECT max(number) FROM blocks)'), 'ledger-rolled-back', 'truncated'),
  fault('two blocks swapped', onBlock('UPDATE blocks SET number = -1 WHERE number = :block; UPDATE blocks SET number = :block WHERE number = :next; UPDATE blocks SET number = :next WHERE number = -1'), 'order-wrong', 'swapped', { block: BLOCK }),
  fault('a block replayed in place of the next', onBlock('DELETE FROM blocks WHERE number = :next; INSERT INTO blocks SELECT :next, first + count, count, hash, reference_bits, header, key_id, signature, transactions, entries FROM blocks WHERE number = :block'), 'order-wrong', 'swapped'),
  fault('a header forged with the operator’s key', resign((header) => flip(header, header.indexOf('"time":"') + 30)), 'transaction-signature-wrong', 'forged signature', { block: BLOCK }),
  fault('a block signed again with the operator’s key', resign((header) => header), 'block-replaced', edited),
  fault('a bit of the table of references', flipReferenceBit, 'reference-bits-wrong', edited, { block: BLOCK }),
  fault('a value of the state', sql('ledger.db', `UPDATE state SET value = replace(value, '"next":', '"next":1') WHERE key = 'head/till-1'`), 'state-differs', edited, { key: 'head/till-1' }),
  fault('a delegation that nobody granted', sql('ledger.db', `INSERT INTO state VALUES ('delegation/shop/thief', 'true')`), 'state-differs', edited, { key: 'delegation/shop/thief' }),
  fault('an act edited', sql('ledger.db', `UPDATE acts SET subject = 'somebody' WHERE sequence = 2`), 'act-differs', edited, { sequence: 2 }),
  fault('an act deleted', sql('ledger.db', 'DELETE FROM acts WHERE sequence = 1'), 'act-missing', 'missing row', { sequence: 1 }),
  fault('an act too many', sql('ledger.db', `INSERT INTO acts VALUES (50, 'act.recorded', 'x', '{}')`), 'act-extra', 'extra row', { sequence: 50 }),
  fault('an act behind the end', sql('ledger.db', `INSERT INTO acts VALUES (99999, 'act.recorded', 'x', '{}')`), 'act-extra', 'extra row', { sequence: 99999 }),
]; // prettier-ignore
