import { formatCheckpoint, parseDigest, signNote } from '@lianpiao/chaincode/domain';
import { loadLogKey } from '../../../gateway/src/crypto/log-keys';
import { change, flip, flipBlob, sql, type Fault } from './databases';

const OLD = '(SELECT min(size) FROM checkpoints)';
const NEWEST = '(SELECT max(size) FROM checkpoints)';

function editNote(which: string, edit: (note: string) => string): Fault['inject'] {
  return change('log.db', (database) => {
    const note = database.prepare(`SELECT note FROM checkpoints WHERE size = ${which}`).pluck().get() as string;
    database.prepare(`UPDATE checkpoints SET note = ? WHERE size = ${which}`).run(edit(note));
  });
}

function editRoot(note: string): string {
  const lines = note.split('\n');
  lines[2] = flip(lines[2] ?? '', 3);
  return lines.join('\n');
}

/** Another log of the same size, signed with the log's own key. */
function equivocate(folder: string): void {
  const origin = 'lianpiao.example/log';
  const key = loadLogKey(folder, origin);
  change('log.db', (database) => {
    const size = database.prepare(`SELECT ${OLD}`).pluck().get() as number;
    const root = parseDigest('ab'.repeat(32))!;
    const note = signNote(formatCheckpoint({ origin, size, root }), key, key);
    database.prepare('UPDATE checkpoints SET note = ? WHERE size = ?').run(note, size);
  })(folder);
}

const fault = (name: string, inject: Fault['inject'], code: string, cause: string, place?: Fault['place']): Fault => ({
  name, inject, code, part: 'log', cause, mended: true, ...(place === undefined ? {} : { place }),
}); // prettier-ignore

const tile = 'level = 0 AND place = 1';

export const LOG_FAULTS: readonly Fault[] = [
  fault('a byte of a tile', flipBlob('log.db', 'tiles', 'data', tile, 32 * 77 + 5), 'tile-differs', 'edited value', { tile: '0/1', sequence: 256 + 77 }),
  fault('a byte of an upper tile', flipBlob('log.db', 'tiles', 'data', 'level = 1 AND place = 0', 5), 'tile-differs', 'edited value', { tile: '1/0' }),
  fault('a tile cut short', sql('log.db', `UPDATE tiles SET data = substr(data, 1, 4096) WHERE ${tile}`), 'tile-truncated', 'truncated', { tile: '0/1' }),
  fault('a tile deleted', sql('log.db', `DELETE FROM tiles WHERE ${tile}`), 'tile-missing', 'missing row', { tile: '0/1' }),
  fault('a tile too many', sql('log.db', `INSERT INTO tiles (level, place, data) VALUES (0, 77, x'00')`), 'tile-extra', 'extra row', { tile: '0/77' }),
  fault('two tiles swapped', sql('log.db', 'UPDATE tiles SET place = -1 WHERE level = 0 AND place = 0; UPDATE tiles SET place = 0 WHERE level = 0 AND place = 1; UPDATE tiles SET place = 1 WHERE level = 0 AND place = -1'), 'tile-differs', 'edited value', { tile: '0/0' }),
  fault('the root of a checkpoint', editNote(OLD, editRoot), 'checkpoint-signature-wrong', 'forged signature'),
  fault('a checkpoint that is none', editNote(NEWEST, () => 'x'), 'checkpoint-malformed', 'edited value'),
  fault('a checkpoint deleted', sql('log.db', `DELETE FROM checkpoints WHERE size = ${OLD}`), 'checkpoint-missing', 'missing row'),
  fault('a log rolled back by a checkpoint', sql('log.db', `DELETE FROM checkpoints WHERE size = ${NEWEST}`), 'log-rolled-back', 'stale'),
  fault('a checkpoint under another size', sql('log.db', `UPDATE checkpoints SET size = size + 1 WHERE size = ${OLD}`), 'checkpoint-root-wrong', 'forged root'),
  { name: 'another root, signed with the log’s own key', inject: equivocate, code: 'checkpoint-root-wrong', part: 'log', cause: 'forged root' },
]; // prettier-ignore
