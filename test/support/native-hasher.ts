import { createHash } from 'node:crypto';
import type { Digest, Hasher } from '../../chaincode/src/domain/encoding/digest';

function digestOf(...parts: (string | Uint8Array)[]): Digest {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex') as Digest;
}

/** The domain's hash functions by node:crypto. */
export const nativeHasher: Hasher = {
  sha256: (data) => digestOf(data),
  sha512Hex: (text) => createHash('sha512').update(text).digest('hex'),
  leafHash: (data) => digestOf(Uint8Array.of(0), data),
  nodeHash: (left, right) => digestOf(Uint8Array.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')),
  pathHash: (from, path, isLeft) =>
    isLeft.reduce((own, left, step) => {
      const sibling = Buffer.from(path.subarray(step * 32, (step + 1) * 32)).toString('hex') as Digest;
      return left ? nativeHasher.nodeHash(sibling, own) : nativeHasher.nodeHash(own, sibling);
    }, from),
};
