import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { KeyFolder } from '../../../gateway/src/crypto/keys';
import { change, flip, flipBlob, sql, type Fault } from './databases';

const BLOCK = 9;

function flipText(column: string, at: (text: string) => number): Fault['inject'] {
  return change('ledger.db', (database) => {
    const text = database.prepare(`SELECT ${column} FROM blocks WHERE number = ?`).pluck().get(BLOCK) as string;
    database.prepare(`UPDATE blocks SET ${column} = ? WHERE number = ?`).run(flip(text, at(text)), BLOCK);
  });
}

/** Writes a block's header anew with the operator's own key, when `edit` says how. */
function resign(edit: (header: string) => string): Fault['inject'] {
  return (folder) => {
    const key = new KeyFolder(join(folder, 'keys')).require('operator');
    change('ledger.db', (database) => {
      const header = edit(database.prepare('SELECT header FROM blocks WHERE number = ?').pluck().get(BLOCK) as string);
      const hash = createHash('sha256').update(header).digest('hex');
      const update = 'UPDATE blocks SET header = ?, hash = ?, signature = ? WHERE number = ?';
      database.prepare(update).run(header, hash, key.sign(header), BLOCK);
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
  fault('a count column', sql('ledger.db', `UPDATE blocks SET count = count + 1 WHERE number = ${BLOCK}`), 'position-wrong', edited, { block: BLOCK }),
  fault('a block deleted', sql('ledger.db', `DELETE FROM blocks WHERE number = ${BLOCK}`), 'block-missing', 'missing row', { block: BLOCK }),
  fault('the last block deleted', sql('ledger.db', 'DELETE FROM blocks WHERE number = (SELECT max(number) FROM blocks)'), 'ledger-rolled-back', 'truncated'),
  fault('two blocks swapped', sql('ledger.db', 'UPDATE blocks SET number = -1 WHERE number = 9; UPDATE blocks SET number = 9 WHERE number = 10; UPDATE blocks SET number = 10 WHERE number = -1'), 'order-wrong', 'swapped', { block: BLOCK }),
  fault('a header forged with the operator’s key', resign((header) => flip(header, header.indexOf('"time":"') + 30)), 'transaction-signature-wrong', 'forged signature', { block: BLOCK }),
  fault('a block signed again with the operator’s key', resign((header) => header), 'block-replaced', edited),
  fault('a bit of the table of references', flipBlob('ledger.db', 'blocks', 'reference_bits', `number = ${BLOCK}`, 3), 'reference-bits-wrong', edited, { block: BLOCK }),
  fault('a value of the state', sql('ledger.db', `UPDATE state SET value = replace(value, '"next":', '"next":1') WHERE key = 'head/till-1'`), 'state-differs', edited, { key: 'head/till-1' }),
  fault('a delegation that nobody granted', sql('ledger.db', `INSERT INTO state VALUES ('delegation/shop/thief', 'true')`), 'state-differs', edited, { key: 'delegation/shop/thief' }),
  fault('an act edited', sql('ledger.db', `UPDATE acts SET subject = 'somebody' WHERE sequence = 2`), 'act-differs', edited, { sequence: 2 }),
  fault('an act deleted', sql('ledger.db', 'DELETE FROM acts WHERE sequence = 1'), 'act-missing', 'missing row', { sequence: 1 }),
  fault('an act too many', sql('ledger.db', `INSERT INTO acts VALUES (50, 'act.recorded', 'x', '{}')`), 'act-extra', 'extra row', { sequence: 50 }),
  fault('an act behind the end', sql('ledger.db', `INSERT INTO acts VALUES (99999, 'act.recorded', 'x', '{}')`), 'act-extra', 'extra row', { sequence: 99999 }),
]; // prettier-ignore
