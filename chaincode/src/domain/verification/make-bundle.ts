import { utf8ToBytes } from '@noble/hashes/utils';
import { bytesToBase64 } from '../encoding/base64';
import { formatTlogProof, type TlogProof } from '../log/tlog-proof';
import type { DisclosedField } from '../record/commitment';
import {
  BUNDLE_MEDIA_TYPE,
  COMMITTED_BUNDLE_MEDIA_TYPE,
  STATUS_BUNDLE_MEDIA_TYPE,
  type AnchorPointer,
  type Bundle,
  type StatusEvidence,
} from './bundle';
import type { CommitEvidence } from './commit-evidence';

/** Puts a bundle together of a leaf, its proof and what the holder discloses. The caller verifies it before handing it out. */
export function makeBundle(parts: {
  readonly leaf: string;
  readonly proof: TlogProof;
  readonly fields: readonly DisclosedField[];
  readonly anchors?: readonly AnchorPointer[];
  /** With evidence it is a bundle of version 2. */
  readonly commit?: CommitEvidence | undefined;
}): Bundle {
  const { commit } = parts;
  return {
    mediaType: commit === undefined ? BUNDLE_MEDIA_TYPE : COMMITTED_BUNDLE_MEDIA_TYPE,
    entry: bytesToBase64(utf8ToBytes(parts.leaf)),
    proof: formatTlogProof(parts.proof),
    document: { fields: parts.fields },
    anchors: parts.anchors ?? [],
    ...(commit === undefined ? {} : { commit }),
  };
}

/** The same bundle with the invoice's status: a bundle of version 3. */
export function withStatus(bundle: Bundle, status: StatusEvidence): Bundle {
  return { ...bundle, mediaType: STATUS_BUNDLE_MEDIA_TYPE, status };
}
