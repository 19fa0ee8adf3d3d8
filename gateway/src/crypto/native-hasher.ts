import { hash } from 'node:crypto';
import { type Digest, type Hasher, useHasher } from '@lianpiao/chaincode/domain';

// One buffer a thread is enough: hashing is synchronous.
const node = Buffer.alloc(65);
node[0] = 0x01;
const pair = Buffer.alloc(65);
const LEAF_BUFFER_BYTES = 1 << 16;
const leaf = Buffer.alloc(LEAF_BUFFER_BYTES);

/** OpenSSL's SHA-2 behind the domain's hasher: about four times the portable one's speed here (docs/performance.md). */
export const nativeHasher: Hasher = {
  sha256: (data) => hash('sha256', data) as Digest,
  sha512Hex: (text) => hash('sha512', text),
  leafHash(data) {
    if (typeof data === 'string' && data.length * 3 < LEAF_BUFFER_BYTES) {
      const length = leaf.write(data, 1, 'utf8');
      return hash('sha256', leaf.subarray(0, length + 1)) as Digest;
    }
    if (typeof data !== 'string' && data.length < LEAF_BUFFER_BYTES) {
      leaf.set(data, 1);
      return hash('sha256', leaf.subarray(0, data.length + 1)) as Digest;
    }
    return hash('sha256', Buffer.concat([Buffer.of(0), typeof data === 'string' ? Buffer.from(data, 'utf8') : data])) as Digest;
  },
  pairHash(key, value) {
    pair.write(key, 1, 'hex');
    pair.write(value, 33, 'hex');
    return hash('sha256', pair) as Digest;
  },
  nodeHash(left, right) {
    node.write(left, 1, 'hex');
    node.write(right, 33, 'hex');
    return hash('sha256', node) as Digest;
  },
  pathHash(from, path, isLeft) {
    const siblings = Buffer.from(path.buffer, path.byteOffset, path.byteLength);
    // Between two steps a hash is a text of 32 characters ("binary" is Node's name for Latin-1): no Buffer is made for it.
    let own = Buffer.from(from, 'hex').toString('latin1');
    for (let step = 0; step < isLeft.length; step += 1) {
      const left = isLeft[step] === true;
      siblings.copy(node, left ? 1 : 33, step * 32, (step + 1) * 32);
      node.write(own, left ? 33 : 1, 'latin1');
      own = hash('sha256', node, 'binary');
    }
    return Buffer.from(own, 'latin1').toString('hex') as Digest;
  },
};

/** Lets the domain use this machine's native hashing; call it first thing in a process. */
export function installNativeHasher(): void {
  useHasher(nativeHasher);
}
