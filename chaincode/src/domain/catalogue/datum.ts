import { hasher, type Digest } from '../encoding/digest';

/**
 * The fingerprint of a datum's name: SHA-256 of the name in NFKC and lower case, runs of white space as one space. Two
 * departments that register the same datum under names that differ in width or case alone meet here.
 */
export function datumFingerprint(name: string): Digest {
  return hasher().sha256(`datum/${name.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ')}`);
}
