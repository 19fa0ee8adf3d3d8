import { hasher, LedgerError, readObject, requiredText, type JsonObject } from '@lianpiao/chaincode/domain';
import { decodeUtf8 } from './decode-xml-text';
import { present, type ImportedInvoice, type ImportedRequest } from './imported-invoice';

/**
 * Reads JSON of our own request form. Only its outline is looked at: issuing parses every field.
 * @throws LedgerError DOCUMENT_MALFORMED, FIELD_MISSING, FIELD_INVALID.
 */
export function readRequestJson(bytes: Uint8Array): ImportedInvoice {
  const request = readObject(parse(decodeUtf8(bytes)), '');
  const orderReference = requiredText(request, 'orderReference', 100, '');
  const seller = request['seller'] === undefined ? {} : readObject(request['seller'], '/seller');
  return {
    request: { ...request, profile: request['profile'] ?? 'cn' } as unknown as ImportedRequest,
    documentNumber: text(request, 'number') ?? orderReference,
    seller: present({ name: text(seller, 'name') ?? '', taxId: text(seller, 'taxId') }),
    warnings: [],
    originalDigest: hasher().sha256(bytes),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    throw new LedgerError('DOCUMENT_MALFORMED', { found: 'text that is not JSON' }, { cause });
  }
}

function text(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}
