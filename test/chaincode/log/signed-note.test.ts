import fc from 'fast-check';
import { bytesToBase64 } from '../../../chaincode/src/domain/encoding/base64';
import {
  cosignedText,
  formatNote,
  formatVerifierKey,
  keyIdOf,
  openNote,
  parseNote,
  parseVerifierKey,
  SIGNATURE_TYPE,
  signNote,
  type VerifierKey,
} from '../../../chaincode/src/domain/log';
import { nodeVerifier, testKey, type TestKey } from '../../support/node-signatures';

function named(name: string): { readonly key: TestKey; readonly known: VerifierKey } {
  const key = testKey(name);
  return { key, known: parseVerifierKey(formatVerifierKey(name, key.publicKey)) };
}

const one = named('one.example');
const two = named('two.example/log');
const TEXT = '梅记\n\nsecond paragraph\n';
const NOTE = signNote(TEXT, one.known, one.key);

describe('openNote', () => {
  it('names the key that signed', () => {
    expect(openNote(NOTE, [two.known, one.known], nodeVerifier)).toEqual({ text: TEXT, verifiedBy: ['one.example'] });
  });

  it('ignores unknown keys, also one that shares the name only', () => {
    expect(openNote(NOTE, [], nodeVerifier).verifiedBy).toEqual([]);
    const namesake = parseVerifierKey(formatVerifierKey('one.example', two.key.publicKey));
    expect(openNote(NOTE, [namesake], nodeVerifier).verifiedBy).toEqual([]);
  });

  it('names two keys in the order of their lines, and a repeated one once', () => {
    const { text, signatures } = parseNote(NOTE);
    const second = parseNote(signNote(TEXT, two.known, two.key)).signatures;
    const note = formatNote({ text, signatures: [...second, ...signatures, ...second] });
    expect(openNote(note, [one.known, two.known], nodeVerifier).verifiedBy).toEqual(['two.example/log', 'one.example']);
  });

  it('refuses the whole note for one wrong signature of a known key', () => {
    const { text, signatures } = parseNote(NOTE);
    const note = formatNote({ text: `${text}more\n`, signatures });
    expect(() => openNote(note, [one.known], nodeVerifier)).toThrow('NOTE_MALFORMED');
  });

  it('accepts the timestamped cosignature of a witness, and not for another time', () => {
    const keyId = keyIdOf('witness.example', two.key.publicKey, SIGNATURE_TYPE.cosignature);
    const witness = parseVerifierKey(formatVerifierKey('witness.example', two.key.publicKey, SIGNATURE_TYPE.cosignature));
    const time = new Uint8Array(8);
    new DataView(time.buffer).setBigUint64(0, 1_772_330_584n);
    const signed = two.key.sign(new TextEncoder().encode(cosignedText(TEXT, 1_772_330_584n)));
    const note = (stamp: Uint8Array): string =>
      formatNote({ text: TEXT, signatures: [{ name: 'witness.example', keyId, signature: Uint8Array.of(...stamp, ...signed) }] });
    expect(openNote(note(time), [witness], nodeVerifier).verifiedBy).toEqual(['witness.example']);
    expect(() => openNote(note(time.with(7, 1)), [witness], nodeVerifier)).toThrow('NOTE_MALFORMED');
    const short = formatNote({ text: TEXT, signatures: [{ name: 'witness.example', keyId, signature: time }] });
    expect(() => openNote(short, [witness], nodeVerifier)).toThrow('NOTE_MALFORMED');
  });

  it('never verifies a note with one character changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: NOTE.length - 1 }), fc.constantFrom('A', 'b', '7', '\n', ' '), (place, character) => {
        const changed = NOTE.slice(0, place) + character + NOTE.slice(place + 1);
        fc.pre(changed !== NOTE);
        let verifiedBy: string[] = [];
        try {
          ({ verifiedBy } = openNote(changed, [one.known], nodeVerifier));
        } catch (error) {
          expect(String(error)).toContain('NOTE_MALFORMED');
        }
        expect(verifiedBy).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const LINE = NOTE.slice(NOTE.lastIndexOf('\n\n') + 2);

describe('parseNote', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['no signature', 'text\n\n'],
    ['no text', LINE],
    ['no newline at the end', NOTE.slice(0, -1)],
    ['another line among the signatures', `${NOTE}more\n`],
    ['a tab', `a\tb\n\n${LINE}`],
    ['a carriage return', `a\r\n\n${LINE}`],
    ['a lone surrogate', `a\ud800\n\n${LINE}`],
    ['a hyphen for the em dash', `a\n\n${LINE.replace('\u2014', '-')}`],
    ['two spaces', `a\n\n${LINE.replace('example ', 'example  ')}`],
    ['a plus in the name', `a\n\n${LINE.replace('one.', 'one+')}`],
    ['a Unicode space in the name', `a\n\n${LINE.replace('one.', 'one\u3000')}`],
    ['no name', `a\n\n\u2014  AAAAAAAA\n`],
    ['a key id without a signature', `a\n\n\u2014 name AAAAAA==\n`],
    ['base64 with loose bits', `a\n\n\u2014 name AAAAAAB=\n`],
    ['base64 of the URL alphabet', `a\n\n\u2014 name AAAAAAA_\n`],
    ['101 signatures', `a\n\n${LINE.repeat(101)}`],
    ['more than 1 MB', `${'a'.repeat(1_000_000)}\n\n${LINE}`],
    ['more than 1 MB of UTF-8', `${'票'.repeat(334_000)}\n\n${LINE}`],
  ])('refuses %s', (_, note) => {
    expect(() => parseNote(note)).toThrow('NOTE_MALFORMED');
  });

  it('accepts 100 signatures', () => {
    expect(parseNote(`a\n\n${LINE.repeat(100)}`).signatures).toHaveLength(100);
  });

  it('gives back what formatNote wrote', () => {
    expect(formatNote(parseNote(NOTE))).toBe(NOTE);
  });
});

describe('signNote', () => {
  it('refuses a text or a name that does not fit', () => {
    expect(() => signNote('no newline', one.known, one.key)).toThrow('NOTE_MALFORMED');
    expect(() => signNote('a\n', { name: 'a b', keyId: '00000000' }, one.key)).toThrow('NOTE_MALFORMED');
  });
});

describe('parseVerifierKey', () => {
  const vkey = formatVerifierKey('one.example', one.key.publicKey);
  const [, keyId = '', encoded = ''] = vkey.split('+');

  it.each<[string, string]>([
    ['an empty text', ''],
    ['no name', `+${keyId}+${encoded}`],
    ['a space in the name', `one example+${keyId}+${encoded}`],
    ['the key id of another name', `two.example+${keyId}+${encoded}`],
    ['a key id in capitals', vkey.replace(keyId, 'ABCDEF01')],
    ['a type that is not known', `one.example+${keyId}+${bytesToBase64(Uint8Array.of(9, ...one.key.publicKey))}`],
    ['a key that is too short', `one.example+${keyId}+${bytesToBase64(Uint8Array.of(1, 2, 3))}`],
    ['no base64', `one.example+${keyId}+!!!!`],
  ])('refuses %s', (_, text) => {
    expect(() => parseVerifierKey(text, '/logs/0/vkey')).toThrow('FIELD_INVALID');
  });
});
