import { utf8ToBytes } from '@noble/hashes/utils';
import { bytesToBase64 } from '../encoding/base64';
import { formatTlogProof, type TlogProof } from '../log/tlog-proof';
import type { DisclosedField } from '../record/commitment';
import { BUNDLE_MEDIA_TYPE, type AnchorPointer, type Bundle } from './bundle';

/** Puts a bundle together of a leaf, its proof and what the holder discloses. The caller verifies it before handing it out. */
export function makeBundle(parts: {
  readonly leaf: string;
  readonly proof: TlogProof;
  readonly fields: readonly DisclosedField[];
  readonly anchors?: readonly AnchorPointer[];
}): Bundle {
  return {
    mediaType: BUNDLE_MEDIA_TYPE,
    entry: bytesToBase64(utf8ToBytes(parts.leaf)),
    proof: formatTlogProof(parts.proof),
    document: { fields: parts.fields },
    anchors: parts.anchors ?? [],
  };
}
