import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils';
import { LedgerError } from '../errors';
import type { SignatureVerifier, Signer } from '../ports/signature-verifier';
import { bytesFromBase64, bytesToBase64 } from '../encoding/base64';
import { isKeyName, keyIdBytes, verifyNoteSignature, type VerifierKey } from './verifier-key';

/** One signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  /** Eight lowercase hexadecimal characters. */
  readonly keyId: string;
  /** What follows the key id: for Ed25519 the 64 bytes of the signature. */
  readonly signature: Uint8Array;
}

/** A note as it is written (C2SP signed-note): nothing in it is verified yet. */
export interface SignedNote {
  /** What is signed, with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Limits of golang.org/x/mod/sumdb/note, so that both accept the same notes. */
const MAX_NOTE_BYTES = 1_000_000;
const MAX_SIGNATURES = 100;
const KEY_ID_BYTES = 4;
const SIGNATURE_PREFIX = '\u2014 ';
/** Any control character below U+0020 except the newline. */
const FORBIDDEN_CONTROL = /(?![\n\u007f-\u009f])\p{Cc}/u;

/**
 * Splits a note into its text and its signature lines.
 * @throws LedgerError NOTE_MALFORMED
 */
export function parseNote(note: string): SignedNote {
  if (note.length > MAX_NOTE_BYTES || !note.isWellFormed() || FORBIDDEN_CONTROL.test(note))
    throw malformed('plain text of at most 1 MB');
  // A UTF-16 code unit is three bytes of UTF-8 at most: a short note need not be counted.
  if (3 * note.length > MAX_NOTE_BYTES && utf8ToBytes(note).length > MAX_NOTE_BYTES) throw malformed('at most 1 MB');
  const end = note.lastIndexOf('\n\n');
  const block = note.slice(end + 2);
  if (end < 0 || !block.endsWith('\n')) throw malformed('a blank line, then signature lines, each with a newline');
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw malformed('at most 100 signatures');
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignatureLine) };
}

function parseSignatureLine(line: string): NoteSignature {
  const [name = '', encoded = '', ...more] = line.startsWith(SIGNATURE_PREFIX)
    ? line.slice(SIGNATURE_PREFIX.length).split(' ')
    : [];
  const bytes = bytesFromBase64(encoded);
  if (!isKeyName(name) || more.length > 0 || bytes === undefined || bytes.length <= KEY_ID_BYTES) {
    throw malformed('signature lines of the form: em dash, name, base64');
  }
  return { name, keyId: bytesToHex(bytes.subarray(0, KEY_ID_BYTES)), signature: bytes.slice(KEY_ID_BYTES) };
}

function malformed(wanted: string): LedgerError {
  return new LedgerError('NOTE_MALFORMED', { wanted });
}

/** The one text of a note. */
export function formatNote({ text, signatures }: SignedNote): string {
  return `${text}\n${formatNoteLines(signatures)}`;
}

/** Signature lines alone, as a witness answers with them. */
export function formatNoteLines(signatures: readonly NoteSignature[]): string {
  return signatures
    .map(
      ({ name, keyId, signature }) => `${SIGNATURE_PREFIX}${name} ${bytesToBase64(concatBytes(keyIdBytes(keyId), signature))}\n`,
    )
    .join('');
}

/** The rule named in the error of a note that a known key is said to have signed and has not. */
export const SIGNATURE_RULE = 'note.signature';

/**
 * Reads a note, unless it was read already, and verifies the signatures of the keys given. Signatures of other keys are ignored, a repeated one of
 * the same key counts once. The text is worth nothing while `verifiedBy` is empty: the caller has to look.
 * @throws LedgerError NOTE_MALFORMED; with rule `note.signature` when one of the keys given has a wrong signature.
 */
export function openNote(
  note: string | SignedNote,
  keys: readonly VerifierKey[],
  verifier: SignatureVerifier,
): { readonly text: string; readonly verifiedBy: string[] } {
  const { text, signatures } = typeof note === 'string' ? parseNote(note) : note;
  const verified = new Map<string, string>();
  for (const { name, keyId, signature } of signatures) {
    const identity = `${name}+${keyId}`;
    const key = keys.find((known) => known.name === name && known.keyId === keyId);
    if (key === undefined || verified.has(identity)) continue;
    if (!verifyNoteSignature(key, text, signature, verifier)) {
      throw new LedgerError('NOTE_MALFORMED', { rule: SIGNATURE_RULE, found: `a wrong signature by ${name}` });
    }
    verified.set(identity, name);
  }
  return { text, verifiedBy: [...verified.values()] };
}

/** A key that signs notes: one Ed25519 key, under the name and id by which verifiers know it. */
export interface NoteSigner extends Signer, Pick<VerifierKey, 'name' | 'keyId'> {}

/**
 * Signs a text (it ends in a newline) with one Ed25519 key.
 * @throws LedgerError NOTE_MALFORMED when text or name do not fit into a note.
 */
export function signNote(text: string, { name, keyId }: Pick<VerifierKey, 'name' | 'keyId'>, signer: Signer): string {
  return signNoteByAll(text, [{ name, keyId, sign: (message) => signer.sign(message) }]);
}

/**
 * Signs a text with several Ed25519 keys, a line each in their order.
 * @throws LedgerError NOTE_MALFORMED when text or names do not fit into a note, or there is no key.
 */
export function signNoteByAll(text: string, keys: readonly NoteSigner[]): string {
  if (!text.endsWith('\n')) throw malformed('a text that ends in a newline');
  const message = utf8ToBytes(text);
  const signatures = keys.map((key) => ({ name: key.name, keyId: key.keyId, signature: key.sign(message) }));
  const note = formatNote({ text, signatures });
  parseNote(note);
  return note;
}
