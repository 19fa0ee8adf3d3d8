import fc from 'fast-check';
import { LedgerError } from '../../../chaincode/src/domain/errors';
import { formatTlogProof, parseTlogProof, type TlogProof } from '../../../chaincode/src/domain/log';
import { leafHashesOf } from '../../support/small-log';

const PROOF: TlogProof = { index: 5, path: leafHashesOf(2), checkpoint: 'some note\n\nwith blank lines\n' };
const TEXT = formatTlogProof(PROOF);

const CHARACTERS = [...'AZaz09+/=-_\n\r \u00e9\u2028'];

describe('tlog proofs', () => {
  it('have one text: what is read is written the same, whatever was changed before', () => {
    const texts = [TEXT, formatTlogProof({ ...PROOF, extra: Uint8Array.of(7) }), formatTlogProof({ ...PROOF, path: [] })];
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat({ max: 1 }),
        fc.constantFrom(...CHARACTERS),
        (text, at, cut, put) => {
          const place = at % text.length;
          const changed = text.slice(0, place) + put + text.slice(place + cut);
          try {
            expect(formatTlogProof(parseTlogProof(changed))).toBe(changed);
            accepted += 1;
          } catch (error) {
            expect(error).toBeInstanceOf(LedgerError);
          }
        },
      ),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('are read and written', () => {
    expect(parseTlogProof(TEXT)).toEqual(PROOF);
    const more = { ...PROOF, extra: Uint8Array.of(1, 2, 3), path: [] };
    expect(parseTlogProof(formatTlogProof(more))).toEqual(more);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['another version', TEXT.replace('@v1', '@v2')],
    ['no index', TEXT.replace('index 5\n', '')],
    ['a leading zero', TEXT.replace('index 5', 'index 05')],
    ['a negative index', TEXT.replace('index 5', 'index -1')],
    ['an index beyond 2^53', TEXT.replace('index 5', 'index 9007199254740993')],
    ['a carriage return', TEXT.replace('index 5', 'index 5\r')],
    ['empty extra data', TEXT.replace('index', 'extra \nindex')],
    ['extra data twice', TEXT.replace('index', 'extra AAAA\nextra AAAA\nindex')],
    ['extra data after the index', TEXT.replace('index 5', 'index 5\nextra AAAA')],
    ['a hash that is none', TEXT.replace('index 5', 'index 5\nAAAA')],
    ['65 hashes', formatTlogProof({ ...PROOF, path: leafHashesOf(65) })],
    ['no blank line', 'c2sp.org/tlog-proof@v1\nindex 5\n'],
    ['no checkpoint', formatTlogProof({ ...PROOF, checkpoint: '' })],
  ])('refuse %s', (_, text) => {
    expect(() => parseTlogProof(text)).toThrow('PROOF_MALFORMED');
  });
});
