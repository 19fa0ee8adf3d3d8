import { concatBytes, utf8ToBytes } from '@noble/hashes/utils';
import type { Signer } from '../ports/signature-verifier';
import { formatNote, parseNote, type NoteSignature } from './signed-note';
import { cosignedText, TIMESTAMP_BYTES, type VerifierKey } from './verifier-key';

/**
 * A witness' signature line for a checkpoint's text (C2SP tlog-cosignature, Ed25519): that it had seen no other past of
 * this log at that time, in seconds since 1970.
 */
export function cosign(
  text: string,
  seconds: bigint,
  { name, keyId }: Pick<VerifierKey, 'name' | 'keyId'>,
  signer: Signer,
): NoteSignature {
  const time = new Uint8Array(TIMESTAMP_BYTES);
  new DataView(time.buffer).setBigUint64(0, seconds);
  return { name, keyId, signature: concatBytes(time, signer.sign(utf8ToBytes(cosignedText(text, seconds)))) };
}

/** When a witness says that it cosigned, in seconds since 1970: the first eight bytes of its signature, behind the key id. */
export function cosignedAt(signature: Uint8Array): number {
  return Number(new DataView(signature.buffer, signature.byteOffset, TIMESTAMP_BYTES).getBigUint64(0));
}

/** The note with more signature lines behind those it has; one that is there already is not repeated. */
export function withSignatures(note: string, more: readonly NoteSignature[]): string {
  const { text, signatures } = parseNote(note);
  const fresh = more.filter(({ name, keyId }) => !signatures.some((known) => known.name === name && known.keyId === keyId));
  return formatNote({ text, signatures: [...signatures, ...fresh] });
}
