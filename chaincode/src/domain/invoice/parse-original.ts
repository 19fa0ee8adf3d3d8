import { oneOf, readObject, refuseUnknown } from '../encoding/reader';
import { parseContentDigest } from '../provenance/content-digest';
import type { OriginalDocument } from './invoice-request';

const ORIGINAL_KEYS: ReadonlySet<string> = new Set(['digest', 'mediaType']);
/** What an original may be: the media types of the documents that are read. */
export const ORIGINAL_TYPES = ['application/xml'] as const;

/** Reads what a request says of the document that it was read from. @throws LedgerError DIGEST_MALFORMED and those of form. */
export function parseOriginal(value: unknown): OriginalDocument {
  const object = readObject(value, '/original');
  refuseUnknown(object, ORIGINAL_KEYS, '/original');
  return {
    digest: parseContentDigest(object['digest'], '/original/digest'),
    mediaType: oneOf(object, 'mediaType', ORIGINAL_TYPES, '/original'),
  };
}
