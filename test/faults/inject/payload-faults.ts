import { createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import { readSecret } from '../../../gateway/src/crypto/keys';
import { openChunk, packTexts, sealChunk, type PayloadChunk } from '../../../gateway/src/stores/payload-chunk';
import { change, flipBlob, sql, type Fault } from './databases';

/** The chunk that holds sequence 40. */
const CHUNK = '(SELECT max(first) FROM chunks WHERE first <= 40)';

/** Opens the chunk with the store's own key, changes its texts and seals it again. */
function reseal(edit: (texts: string[]) => string[]): Fault['inject'] {
  return (folder) => {
    const key = createSecretKey(readSecret(join(folder, 'keys', 'payload.key')));
    change('payloads.db', (database) => {
      const chunk = database.prepare(`SELECT first, count, data FROM chunks WHERE first = ${CHUNK}`).get() as PayloadChunk;
      const { first, data } = sealChunk(key, chunk.first, packTexts(edit(openChunk(key, chunk))));
      database.prepare('UPDATE chunks SET data = ? WHERE first = ?').run(data, first);
    })(folder);
  };
}

const fault = (name: string, inject: Fault['inject'], code: string, cause: string): Fault => ({
  name,
  inject,
  code,
  part: 'payloads',
  cause,
});

export const PAYLOAD_FAULTS: readonly Fault[] = [
  fault('a byte of a payload chunk', flipBlob('payloads.db', 'chunks', 'data', `first = ${CHUNK}`, 100), 'payload-unreadable', 'edited value'),
  fault('a payload chunk deleted', sql('payloads.db', `DELETE FROM chunks WHERE first = ${CHUNK}`), 'payload-lost', 'missing row'),
  fault('two payload chunks swapped', sql('payloads.db', `UPDATE chunks SET data = (SELECT data FROM chunks WHERE first = 0) WHERE first = ${CHUNK}`), 'payload-unreadable', 'edited value'),
  fault('an amount changed with the store’s own key', reseal((texts) => texts.map((text, at) => (at === 3 ? text.replace(/"gross":"1/, '"gross":"2') : text))), 'payload-differs', 'edited value'),
  fault('two records swapped with the store’s own key', reseal(([first = '', second = '', ...rest]) => [second, first, ...rest]), 'payload-differs', 'edited value'),
  fault('a content erased without an act', reseal((texts) => texts.map((text, at) => (at === 2 ? '' : text))), 'payload-lost', 'missing row'),
]; // prettier-ignore
