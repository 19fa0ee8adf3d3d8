import { createHash, hash } from 'node:crypto';
import { portableHasher, type Digest, type Hasher } from '../domain';

const LEAF_PREFIX = Buffer.of(0x00);
const NODE_PREFIX = Buffer.of(0x01);

/** OpenSSL's SHA-2 behind the domain's hasher: a chaincode process hashes twelve times for each invoice. */
export const nativeHasher: Hasher = {
  sha256: (data) => hash('sha256', data) as Digest,
  sha512Hex: (text) => hash('sha512', text),
  leafHash: (data) => createHash('sha256').update(LEAF_PREFIX).update(data).digest('hex') as Digest,
  pairHash: (key, value) =>
    createHash('sha256').update(LEAF_PREFIX).update(key, 'hex').update(value, 'hex').digest('hex') as Digest,
  nodeHash: (left, right) =>
    createHash('sha256').update(NODE_PREFIX).update(left, 'hex').update(right, 'hex').digest('hex') as Digest,
  // No rule walks a path.
  pathHash: (from, path, isLeft) => portableHasher.pathHash(from, path, isLeft),
};
