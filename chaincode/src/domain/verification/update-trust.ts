import { LedgerError } from '../errors';
import { formatVerifierKey, type VerifierKey } from '../log/verifier-key';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { requireSignatures, type SignedTrustFile } from './signed-trust-file';
import type { KeyWindow, TrustedLog } from './trust';

/**
 * Requires that a trust file may take the place of the one its holder has: docs/formats.md, "From one version to the next".
 * Whoever skips versions in which the roots changed gets those between, and takes them one by one.
 * @returns false when it is the file that the holder has already.
 * @throws LedgerError TRUST_CONFLICT for a file of another name, or one that takes back what the old one said of the past;
 * TRUST_ROLLBACK for an older version, or another file of the same; TRUST_UNSIGNED when the old roots have not signed it.
 */
export function checkTrustUpdate(old: SignedTrustFile, next: SignedTrustFile, verifier: SignatureVerifier): boolean {
  if (next.name !== old.name) throw conflict('/name', old.name);
  if (next.version === old.version && sameBytes(next.body, old.body)) return false;
  if (next.version <= old.version) {
    const found = `version ${String(next.version)}`;
    throw new LedgerError('TRUST_ROLLBACK', { path: '/version', wanted: `above ${String(old.version)}`, found });
  }
  requireSignatures(next, old, verifier);
  if (next.issuedAt < old.issuedAt) throw conflict('/issuedAt', 'not before the version before');
  for (const log of old.logs) requireLog(log, next);
  for (const witness of old.witnesses) {
    const kept = next.witnesses.find((candidate) => vkeyOf(candidate) === vkeyOf(witness));
    requireWindow(witness, kept, next.issuedAt, `/witnesses ${vkeyOf(witness)}`);
  }
  return true;
}

function requireLog(log: TrustedLog, { logs, issuedAt }: SignedTrustFile): void {
  const path = `/logs ${vkeyOf(log.key)}`;
  const kept = logs.find(({ origin, key }) => origin === log.origin && vkeyOf(key) === vkeyOf(log.key));
  requireWindow(log, kept, issuedAt, path);
  if (log.last !== undefined && (kept?.last?.size !== log.last.size || kept.last.root !== log.last.root)) {
    throw conflict(`${path} last`, 'the end that was told before');
  }
}

/** No key is forgotten, none counts for less of the past than before unless it is said to be compromised, and that stays. */
function requireWindow(old: KeyWindow, kept: KeyWindow | undefined, issuedAt: number, path: string): void {
  if (kept === undefined) throw conflict(path, 'every key of the version before');
  const [before, now] = [old, kept].map(wholeWindow) as [Required<KeyWindow>, Required<KeyWindow>];
  if (now.from > before.from) throw conflict(`${path} from`, 'not later than before');
  if (now.until < Math.min(before.until, issuedAt)) throw conflict(`${path} until`, 'no end in the past');
  if (now.compromisedAt > before.compromisedAt) throw conflict(`${path} compromisedAt`, 'not later than before');
}

function wholeWindow({ from = -Infinity, until = Infinity, compromisedAt = Infinity }: KeyWindow): Required<KeyWindow> {
  return { from, until, compromisedAt };
}

function vkeyOf({ name, publicKey, type }: VerifierKey): string {
  return formatVerifierKey(name, publicKey, type);
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, place) => byte === right[place]);
}

function conflict(path: string, wanted: string): LedgerError {
  return new LedgerError('TRUST_CONFLICT', { path, wanted });
}
