import fc from 'fast-check';
import { digestFromBase64, digestToBase64, type Digest } from '../../../chaincode/src/domain/encoding/digest';

describe('a digest in base64', () => {
  it('is the text that Buffer gives, and is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const digest = Buffer.from(bytes).toString('hex') as Digest;
        const text = digestToBase64(digest);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(digestFromBase64(text)).toBe(digest);
      }),
      { numRuns: 1000 },
    );
  });
});
