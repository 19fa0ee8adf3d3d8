import { LedgerError } from '../errors';
import { parseCheckpoint, type Checkpoint } from '../log/checkpoint';
import { openNote, parseNote, SIGNATURE_RULE, type SignedNote } from '../log/signed-note';
import { readTlogProof } from '../log/tlog-proof';
import type { VerifierKey } from '../log/verifier-key';
import type { SignatureVerifier } from '../ports/signature-verifier';
import type { TrustFile } from './trust-file';
import { CheckFailure, type VerdictReason } from './verdict';

/** A proof with its checkpoint read; signatures still to be verified. */
export interface ReadProof {
  readonly index: number;
  /** 32 bytes a hash. */
  readonly path: Uint8Array;
  /** The checkpoint's note, as the log served it. */
  readonly note: string;
  /** The note as it was read; absent when its checkpoint is known. */
  readonly signed?: SignedNote;
  readonly checkpoint: Checkpoint;
}

/** Checkpoints by the whole text of their notes, signatures included. */
export type KnownCheckpoints = ReadonlyMap<string, Checkpoint>;

/**
 * Reads the proof and the checkpoint in it.
 * @throws CheckFailure PROOF_MALFORMED
 */
export function readProof(text: string, known: KnownCheckpoints): ReadProof {
  try {
    const { index, path, checkpoint: note } = readTlogProof(text);
    const checkpoint = known.get(note);
    if (checkpoint !== undefined) return { index, path, note, checkpoint };
    const signed = parseNote(note);
    return { index, path, note, signed, checkpoint: parseCheckpoint(signed.text) };
  } catch (error) {
    if (error instanceof LedgerError) throw new CheckFailure('PROOF_MALFORMED');
    throw error;
  }
}

/**
 * Requires the signature of a trusted log on its own checkpoint.
 * @throws CheckFailure LOG_UNKNOWN (lacking) when no log of that origin is trusted; CHECKPOINT_UNSIGNED or
 * CHECKPOINT_SIGNATURE_WRONG when one is: a trusted log signs every checkpoint it makes.
 */
export function checkLogSignature({ note, signed, checkpoint }: ReadProof, trust: TrustFile, verifier: SignatureVerifier): void {
  const keys = trust.logs.filter(({ origin }) => origin === checkpoint.origin).map(({ key }) => key);
  if (keys.length === 0) throw new CheckFailure('LOG_UNKNOWN', 'lacking');
  if (signers(signed ?? note, keys, verifier, 'CHECKPOINT_SIGNATURE_WRONG').length === 0)
    throw new CheckFailure('CHECKPOINT_UNSIGNED');
}

/**
 * Requires the cosignatures of as many trusted witnesses as the trust file asks for.
 * @throws CheckFailure WITNESSES_LACKING (lacking), or WITNESS_SIGNATURE_WRONG.
 */
export function checkWitnesses({ note, signed }: ReadProof, trust: TrustFile, verifier: SignatureVerifier): void {
  const names = new Set(signers(signed ?? note, trust.witnesses, verifier, 'WITNESS_SIGNATURE_WRONG'));
  if (names.size < trust.quorum) throw new CheckFailure('WITNESSES_LACKING', 'lacking');
}

function signers(
  note: string | SignedNote,
  keys: readonly VerifierKey[],
  verifier: SignatureVerifier,
  wrong: VerdictReason,
): string[] {
  try {
    return openNote(note, keys, verifier).verifiedBy;
  } catch (error) {
    if (error instanceof LedgerError && error.detail.rule === SIGNATURE_RULE) throw new CheckFailure(wrong);
    throw error;
  }
}
