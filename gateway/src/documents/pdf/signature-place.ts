import { LedgerError } from '@lianpiao/chaincode/domain';

/** Bytes that the signature may have: a CMS with one certificate of 3072 bits needs 3,000. */
export const SIGNATURE_BYTES = 6144;
/** Stands in for numbers of up to ten digits until they are known. */
const UNKNOWN = '**********';
const RANGE = `[0 /${UNKNOWN} /${UNKNOWN} /${UNKNOWN}]`;
const UNKNOWN_TIME = "D:19700101000000+00'00'";
const PRINT_AND_LOCKED = 0x84;
/** SigFlags: signatures exist, and the file may only grow (ISO 32000-1, 12.7.2). */
const SIGNATURES_EXIST_APPEND_ONLY = 3;

/** What pdfkit has and its types do not tell. */
interface Reference {
  readonly data: Record<string, unknown>;
}
interface Internals {
  readonly page: { readonly dictionary: Reference; readonly annotations: Reference[] };
  readonly _root: Reference;
}

/**
 * Adds a signature field without an appearance and a signature of zeros for {@link fillSignature} (ISO 32000-1, 12.8;
 * ETSI EN 319 142-1).
 */
export function reserveSignature(document: PDFKit.PDFDocument): void {
  const { page, _root: root } = document as unknown as Internals;
  const value = document.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
    Contents: Buffer.alloc(SIGNATURE_BYTES),
    M: asText(UNKNOWN_TIME),
  });
  value.end(undefined);
  const field = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: asText('Signature1'),
    V: value,
    F: PRINT_AND_LOCKED,
    Rect: [0, 0, 0, 0],
    P: page.dictionary,
  });
  field.end(undefined);
  page.annotations.push(field as unknown as Reference);
  document.initForm();
  const form = root.data['AcroForm'] as Reference;
  form.data['SigFlags'] = SIGNATURES_EXIST_APPEND_ONLY;
  (form.data['Fields'] as Reference[]).push(field as unknown as Reference);
  // Nothing is left to draw, and PDF/A forbids to ask for it.
  delete form.data['NeedAppearances'];
}

/** Texts of a PDF are String objects to pdfkit; primitive ones become names. */
function asText(text: string): unknown {
  return Object(text) as unknown;
}

/**
 * Signs a file with a reserved place.
 * @param at the time that the signature claims; sign is given the bytes that it covers and gives a DER-encoded CMS.
 */
export async function fillSignature(unsigned: Buffer, at: Date, sign: (covered: Buffer) => Promise<Uint8Array>): Promise<Buffer> {
  const bytes = Buffer.from(unsigned);
  const zeros = `<${'00'.repeat(SIGNATURE_BYTES)}>`;
  const start = bytes.lastIndexOf(zeros, undefined, 'latin1');
  const end = start + zeros.length;
  overwrite(bytes, RANGE, `[0 ${String(start)} ${String(end)} ${String(bytes.length - end)}]`.padEnd(RANGE.length));
  overwrite(bytes, UNKNOWN_TIME, `D:${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}+00'00'`);
  const signature = await sign(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]));
  if (start < 0 || signature.length > SIGNATURE_BYTES) throw new LedgerError('INTERNAL', { found: 'no room for the signature' });
  bytes.write(Buffer.from(signature).toString('hex'), start + 1, 'latin1');
  return bytes;
}

function overwrite(bytes: Buffer, old: string, text: string): void {
  const at = bytes.lastIndexOf(old, undefined, 'latin1');
  if (at < 0) throw new LedgerError('INTERNAL', { found: 'a file without a place for its signature' });
  bytes.write(text, at, 'latin1');
}
