import fc from 'fast-check';
import { portableHasher } from '../../../chaincode/src/domain/encoding/digest';
import { nativeHasher } from '../../../chaincode/src/fabric/native-hasher';

describe('the portable hasher and the native one', () => {
  it('give the same digests', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), (text, bytes) => {
        expect(portableHasher.sha256(text)).toBe(nativeHasher.sha256(text));
        expect(portableHasher.sha256(bytes)).toBe(nativeHasher.sha256(bytes));
        expect(portableHasher.sha512Hex(text)).toBe(nativeHasher.sha512Hex(text));
        const [left, right] = [portableHasher.leafHash(text), portableHasher.leafHash(bytes)];
        expect(left).toBe(nativeHasher.leafHash(text));
        expect(right).toBe(nativeHasher.leafHash(bytes));
        expect(portableHasher.nodeHash(left, right)).toBe(nativeHasher.nodeHash(left, right));
      }),
    );
  });
});
