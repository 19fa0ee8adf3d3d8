import fc from 'fast-check';
import { decodeEntryBundle, encodeEntryBundle, MAX_ENTRY_BYTES } from '../../../chaincode/src/domain/log';

describe('entry bundles', () => {
  it('write the length as a big-endian uint16', () => {
    const bundle = encodeEntryBundle([Uint8Array.of(7), new Uint8Array(258)]);
    expect([...bundle.slice(0, 5)]).toEqual([0, 1, 7, 1, 2]);
  });

  it('survive the round trip', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), (entries) => {
        expect(decodeEntryBundle(encodeEntryBundle(entries)).map((entry) => [...entry])).toEqual(
          entries.map((entry) => [...entry]),
        );
      }),
    );
  });

  it('refuse what is cut off or too long', () => {
    const bundle = encodeEntryBundle([Uint8Array.of(1, 2, 3)]);
    expect(() => decodeEntryBundle(bundle.slice(0, -1))).toThrow('LOG_BROKEN');
    expect(() => decodeEntryBundle(Uint8Array.of(0))).toThrow('LOG_BROKEN');
    expect(() => encodeEntryBundle([new Uint8Array(MAX_ENTRY_BYTES + 1)])).toThrow('LOG_BROKEN');
  });
});
