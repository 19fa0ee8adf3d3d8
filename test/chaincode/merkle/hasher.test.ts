import fc from 'fast-check';
import { portableHasher, type Digest } from '../../../chaincode/src/domain/encoding/digest';
import { nativeHasher } from '../../../chaincode/src/fabric/native-hasher';
import { nativeHasher as fastHasher } from '../../../gateway/src/crypto/native-hasher';

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
        const pair = portableHasher.leafHash(Buffer.from(left + right, 'hex'));
        for (const hasher of [portableHasher, nativeHasher, fastHasher]) expect(hasher.pairHash(left, right)).toBe(pair);
      }),
    );
  });

  it('follow a path to the same node as one step after the other', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(hash, fc.array(fc.tuple(hash, fc.boolean()), { maxLength: 12 }), (start, steps) => {
        const from = Buffer.from(start).toString('hex') as Digest;
        const path = Buffer.concat(steps.map(([sibling]) => sibling));
        const isLeft = steps.map(([, left]) => left);
        const wanted = nativeHasher.pathHash(from, path, isLeft);
        expect(portableHasher.pathHash(from, path, isLeft)).toBe(wanted);
        expect(fastHasher.pathHash(from, path, isLeft)).toBe(wanted);
        expect(fastHasher.leafHash(path)).toBe(nativeHasher.leafHash(path));
      }),
    );
  });
});
