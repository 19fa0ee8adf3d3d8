import { LedgerError } from '@lianpiao/chaincode/domain';

/** The largest document that is read. */
export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;

const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** The declaration stands at the very start (XML 1.0, 2.8). */
const DECLARED_ENCODING = /^<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([^"']{1,40})["']/;
/** Characters that XML 1.0 does not have (2.2). */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * The text of an XML document. UTF-8 only, and the declaration may not say otherwise: one reading of the bytes.
 * @throws LedgerError DOCUMENT_MALFORMED, BODY_TOO_LARGE beyond 10 MB.
 */
export function decodeXmlText(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  const declared = DECLARED_ENCODING.exec(text)?.[1];
  if (declared !== undefined && !/^(?:utf-8|us-ascii)$/i.test(declared)) throw malformed('another encoding declared', 'UTF-8');
  if (NOT_XML.test(text)) throw malformed('a character that XML does not have');
  // Only a document type can declare entities. Refused wherever it stands, a comment included: no invoice needs it.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw malformed('a document type declaration', 'XML without DOCTYPE');
  return text;
}

/** The text of UTF-8 bytes, without a byte order mark. */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new LedgerError('BODY_TOO_LARGE', { wanted: 'at most 10 MB' });
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new LedgerError('DOCUMENT_MALFORMED', { found: 'bytes that are not UTF-8', wanted: 'UTF-8' }, { cause });
  }
}

/** A refusal of the document as a whole. */
export function malformed(found: string, wanted?: string): LedgerError {
  return new LedgerError('DOCUMENT_MALFORMED', wanted === undefined ? { found } : { found, wanted });
}
