import { LedgerError } from '@lianpiao/chaincode/domain';
import { MAX_DOCUMENT_BYTES } from './decode-xml-text';
import type { ImportedInvoice } from './imported-invoice';
import { readEInvoiceElement } from './read-einvoice';
import { readRequestJson } from './read-request-json';
import { readUblElement } from './read-ubl';
import { readXml } from './xml';

type Format = 'xml' | 'json';

/** Formats that are known and not read: said by name, so that a caller knows what to send instead. */
const OTHER_FORMATS: readonly (readonly [magic: string, name: string])[] = [
  ['%PDF', 'PDF'],
  ['PK', 'OFD or another ZIP'],
];
const WANTED = 'an invoice request (JSON), a UBL 2.1 Invoice or an EInvoice (XML)';

/**
 * Reads a document by its content: JSON of our own request form, UBL Invoice, or the Chinese EInvoice.
 * @param name the file's name; it is shown, never trusted.
 * @throws LedgerError as the reader of the format does; DOCUMENT_UNSUPPORTED for other formats.
 */
export function readDocument(bytes: Uint8Array, name?: string): ImportedInvoice {
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new LedgerError('BODY_TOO_LARGE', { wanted: 'at most 10 MB' });
  if (formatOf(bytes, name) === 'json') return readRequestJson(bytes);
  const root = readXml(bytes);
  return root.name === 'EInvoice' ? readEInvoiceElement(root, bytes) : readUblElement(root, bytes);
}

function formatOf(bytes: Uint8Array, name: string | undefined): Format {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 256)).trimStart();
  if (start.startsWith('<')) return 'xml';
  if (start.startsWith('{')) return 'json';
  const other = OTHER_FORMATS.find(([magic]) => start.startsWith(magic));
  if (other !== undefined) throw new LedgerError('DOCUMENT_UNSUPPORTED', { found: other[1], wanted: WANTED });
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1];
  const found = bytes.length === 0 ? 'an empty file' : extension === undefined ? undefined : `a .${extension.toLowerCase()} file`;
  throw new LedgerError('DOCUMENT_MALFORMED', found === undefined ? { wanted: WANTED } : { found, wanted: WANTED });
}
