import { emptyRoot } from '../../../chaincode/src/domain/merkle';
import { formatCheckpoint, parseCheckpoint } from '../../../chaincode/src/domain/log';

const ROOT = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
const TEXT = `example.com/log\n0\n${ROOT}\n`;

describe('checkpoints', () => {
  it('are read and written', () => {
    const checkpoint = { origin: 'example.com/log', size: 0, root: emptyRoot() };
    expect(parseCheckpoint(TEXT)).toEqual(checkpoint);
    expect(formatCheckpoint(checkpoint)).toBe(TEXT);
    const extended = { ...checkpoint, extensions: ['one', 'two'] };
    expect(parseCheckpoint(formatCheckpoint(extended))).toEqual(extended);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['no newline at the end', TEXT.slice(0, -1)],
    ['no origin', TEXT.replace('example.com/log', '')],
    ['no root', 'example.com/log\n0\n'],
    ['a leading zero', TEXT.replace('\n0', '\n00')],
    ['a sign', TEXT.replace('\n0', '\n+0')],
    ['digits of another script', TEXT.replace('\n0', '\n٠')],
    ['a size beyond 2^53', TEXT.replace('\n0', '\n9007199254740993')],
    ['a root that is too short', TEXT.replace(ROOT, 'AAAA')],
    ['a root with loose bits', TEXT.replace('uFU=', 'uFV=')],
    ['an empty extension line', `${TEXT}\n`],
  ])('refuse %s', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow('NOTE_MALFORMED');
  });
});
