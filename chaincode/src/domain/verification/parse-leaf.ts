import { parseDigest, type Digest } from '../encoding/digest';
import { parseTime } from '../encoding/time';
import { leafText } from '../record/entry';
import { CheckFailure } from './verdict';

/** What a leaf of the log says. */
export interface Leaf {
  readonly commitment: Digest;
  /** RFC 3339 UTC. */
  readonly time: string;
  readonly type: string;
}

const LEAF = /^\{"commitment":"sha256:([0-9a-f]{64})","time":"([^"]{20,24})","type":"([a-z][a-z0-9.-]{0,63})"\}$/;

/**
 * Reads the bytes of a leaf: the one canonical text, docs/formats.md, "Leaves".
 * @throws CheckFailure LEAF_MALFORMED
 */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const text = decode(bytes);
  const [, commitmentText, time = '', type = ''] = LEAF.exec(text) ?? [];
  const commitment = parseDigest(commitmentText);
  if (commitment === undefined || parseTime(time) === undefined) throw new CheckFailure('LEAF_MALFORMED');
  const leaf = { commitment, time, type };
  if (leafText(leaf) !== text) throw new CheckFailure('LEAF_MALFORMED');
  return leaf;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new CheckFailure('LEAF_MALFORMED');
  }
}
