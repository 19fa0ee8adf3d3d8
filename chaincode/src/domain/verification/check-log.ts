import { LedgerError } from '../errors';
import { parseCheckpoint, type Checkpoint } from '../log/checkpoint';
import { cosignedAt } from '../log/cosignature';
import { openNote, parseNote, SIGNATURE_RULE, type NoteSignature, type SignedNote } from '../log/signed-note';
import { readTlogProof } from '../log/tlog-proof';
import type { VerifierKey } from '../log/verifier-key';
import type { SignatureVerifier } from '../ports/signature-verifier';
import type { Cosigned } from './judge-log-key';
import type { TrustedLog, TrustFile } from './trust';
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

/** What is known of a checkpoint whose signatures were verified. */
export interface KnownCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly signers: readonly TrustedLog[];
  /** The times of the witnesses that count, earliest first. */
  readonly times: readonly number[];
}

/** Checkpoints by the whole text of their notes, signatures included. */
export type KnownCheckpoints = ReadonlyMap<string, KnownCheckpoint>;

/**
 * Reads the proof and the checkpoint in it.
 * @throws CheckFailure PROOF_MALFORMED
 */
export function readProof(text: string, known: KnownCheckpoints): ReadProof {
  try {
    const { index, path, checkpoint: note } = readTlogProof(text);
    const checkpoint = known.get(note)?.checkpoint;
    if (checkpoint !== undefined) return { index, path, note, checkpoint };
    const signed = parseNote(note);
    return { index, path, note, signed, checkpoint: parseCheckpoint(signed.text) };
  } catch (error) {
    if (error instanceof LedgerError) throw new CheckFailure('PROOF_MALFORMED');
    throw error;
  }
}

/**
 * The trusted keys whose signatures a checkpoint has; whether one of them counts is {@link requireLogKey}'s matter.
 * @throws CheckFailure LOG_UNKNOWN (lacking) when no log of that origin is trusted; CHECKPOINT_UNSIGNED or
 * CHECKPOINT_SIGNATURE_WRONG when one is: a trusted log signs every checkpoint it makes.
 */
export function logSigners({ note, signed, checkpoint }: ReadProof, trust: TrustFile, verifier: SignatureVerifier): TrustedLog[] {
  const logs = trust.logs.filter(({ origin }) => origin === checkpoint.origin);
  if (logs.length === 0) throw new CheckFailure('LOG_UNKNOWN', 'lacking');
  const read = signed ?? parseNote(note);
  const keys = logs.map(({ key }) => key);
  if (!openSigned(read, keys, verifier, 'CHECKPOINT_SIGNATURE_WRONG')) throw new CheckFailure('CHECKPOINT_UNSIGNED');
  return signersIn(read, logs);
}

/** The logs' keys that a note has a line of; verified or not. */
export function signersIn(note: SignedNote, logs: readonly TrustedLog[]): TrustedLog[] {
  return logs.filter(({ key }) => lineOf(note, key) !== undefined);
}

/**
 * The cosignatures of trusted witnesses that a checkpoint has.
 * @throws CheckFailure WITNESS_SIGNATURE_WRONG.
 */
export function cosignaturesOf({ note, signed }: ReadProof, { witnesses }: TrustFile, verifier: SignatureVerifier): Cosigned[] {
  const read = signed ?? parseNote(note);
  openSigned(read, witnesses, verifier, 'WITNESS_SIGNATURE_WRONG');
  return witnesses.flatMap((witness) => {
    const line = lineOf(read, witness);
    return line === undefined ? [] : [{ witness, seconds: cosignedAt(line.signature) }];
  });
}

/** @returns whether at least one of the keys has signed. */
function openSigned(note: SignedNote, keys: readonly VerifierKey[], verifier: SignatureVerifier, wrong: VerdictReason): boolean {
  try {
    return openNote(note, keys, verifier).verifiedBy.length > 0;
  } catch (error) {
    if (error instanceof LedgerError && error.detail.rule === SIGNATURE_RULE) throw new CheckFailure(wrong);
    throw error;
  }
}

/** The first line of a key: that one was verified. */
function lineOf({ signatures }: SignedNote, { name, keyId }: VerifierKey): NoteSignature | undefined {
  return signatures.find((line) => line.name === name && line.keyId === keyId);
}
