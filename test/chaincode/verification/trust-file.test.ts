import { formatVerifierKey, SIGNATURE_TYPE } from '../../../chaincode/src/domain/log';
import { LedgerError } from '../../../chaincode/src/domain/errors';
import { parseTrustFile, TRUST_MEDIA_TYPE } from '../../../chaincode/src/domain/verification';
import { testKey } from '../../support/node-signatures';

const { publicKey } = testKey('log');
const vkey = formatVerifierKey('example.com/log', publicKey);
const witness = formatVerifierKey('witness.example', publicKey, SIGNATURE_TYPE.cosignature);
const log = { origin: 'example.com/log', vkey };
const FILE = { mediaType: TRUST_MEDIA_TYPE, logs: [log], witnesses: [{ vkey: witness }], quorum: 1 };

describe('parseTrustFile', () => {
  it('reads logs, witnesses and quorum', () => {
    const trust = parseTrustFile(FILE);
    expect(trust.logs).toMatchObject([{ origin: 'example.com/log', key: { name: 'example.com/log' } }]);
    expect(trust.witnesses).toMatchObject([{ name: 'witness.example' }]);
    expect(trust.quorum).toBe(1);
  });

  it('reads the anchor contracts that it names, and needs none', () => {
    const anchors = [{ chainId: 1, contract: `0x${'aB'.repeat(20)}` }];
    expect(parseTrustFile({ ...FILE, anchors }).anchors).toEqual(anchors);
    expect(parseTrustFile(FILE).anchors).toBeUndefined();
  });

  it.each<[string, unknown, string, string]>([
    ['anchors that are no array', { ...FILE, anchors: {} }, 'FIELD_INVALID', '/anchors'],
    [
      'an anchor on no chain',
      { ...FILE, anchors: [{ chainId: 0, contract: `0x${'a'.repeat(40)}` }] },
      'FIELD_INVALID',
      '/anchors/0/chainId',
    ],
    ['an anchor at no address', { ...FILE, anchors: [{ chainId: 1, contract: '0x12' }] }, 'FIELD_INVALID', '/anchors/0/contract'],
    [
      'an anchor with more',
      { ...FILE, anchors: [{ chainId: 1, contract: `0x${'a'.repeat(40)}`, block: 1 }] },
      'FIELD_UNKNOWN',
      '/anchors/0/block',
    ],
    ['no object', [], 'FIELD_INVALID', ''],
    ['null', null, 'FIELD_INVALID', ''],
    ['another media type', { ...FILE, mediaType: 'text/plain' }, 'FIELD_INVALID', '/mediaType'],
    ['an unknown member', { ...FILE, 'a/b~': 1 }, 'FIELD_UNKNOWN', '/a~1b~0'],
    ['no quorum', { mediaType: TRUST_MEDIA_TYPE, logs: [], witnesses: [] }, 'FIELD_MISSING', '/quorum'],
    ['logs that are no array', { ...FILE, logs: {} }, 'FIELD_INVALID', '/logs'],
    ['a log without a key', { ...FILE, logs: [log, { origin: 'a' }] }, 'FIELD_MISSING', '/logs/1/vkey'],
    ['an empty origin', { ...FILE, logs: [{ ...log, origin: '' }] }, 'FIELD_INVALID', '/logs/0/origin'],
    ['an origin of two lines', { ...FILE, logs: [{ ...log, origin: 'a\nb' }] }, 'FIELD_INVALID', '/logs/0/origin'],
    ['a key that is no text', { ...FILE, logs: [{ ...log, vkey: 1 }] }, 'FIELD_INVALID', '/logs/0/vkey'],
    ["a log with a witness' key", { ...FILE, logs: [{ ...log, vkey: witness }] }, 'FIELD_INVALID', '/logs/0/vkey'],
    ["a witness with a log's key", { ...FILE, witnesses: [{ vkey }] }, 'FIELD_INVALID', '/witnesses/0/vkey'],
    ['a quorum beyond the witnesses', { ...FILE, quorum: 2 }, 'FIELD_INVALID', '/quorum'],
    [
      'one witness twice for a quorum of two',
      { ...FILE, witnesses: [{ vkey: witness }, { vkey: witness }], quorum: 2 },
      'FIELD_INVALID',
      '/quorum',
    ],
    ['a quorum that is no number', { ...FILE, quorum: '0' }, 'FIELD_INVALID', '/quorum'],
  ])('refuses %s', (_, value, code, path) => {
    let caught: unknown;
    try {
      parseTrustFile(value);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(LedgerError);
    expect(caught).toMatchObject({ code, detail: { path } });
  });
});
