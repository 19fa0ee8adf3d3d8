import {
  CompactRange,
  cosign,
  formatNote,
  hasher,
  leafOfText,
  LedgerError,
  openNote,
  parseCheckpoint,
  parseNote,
  type Digest,
  type VerifierKey,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures, type LogKey } from '../crypto/log-keys';
import type { LedgerReader } from '../ledger/ledger';

const READ_ENTRIES = 2048;

/**
 * Adds an organisation's word to another's checkpoint (C2SP tlog-cosignature), and only after it has come to the same root
 * from the entries of its own ledger: of the blocks that its own peer has found valid.
 * @param note the checkpoint, as the log serves it.
 * @param keys the log's verifier keys.
 * @param now milliseconds since 1970; the cosignature names it in seconds.
 * @throws LedgerError NOTE_MALFORMED when the log has not signed it, PROOF_PENDING when the own ledger is not that long yet,
 * LOG_BROKEN when the log says something else than the ledger.
 */
export function cosignCheckpoint(
  note: string,
  keys: readonly VerifierKey[],
  ledger: Pick<LedgerReader, 'length' | 'readTexts'>,
  key: LogKey,
  now: number,
): string {
  const { text, verifiedBy } = openNote(note, keys, nodeSignatures);
  if (verifiedBy.length === 0)
    throw new LedgerError('NOTE_MALFORMED', { wanted: `a checkpoint signed by ${keys[0]?.name ?? 'the log'}` });
  const { size, root } = parseCheckpoint(text);
  if (ledger.length() < size)
    throw new LedgerError('PROOF_PENDING', { found: `${String(ledger.length())} of ${String(size)} entries` });
  if (rootOf(ledger, size) !== root)
    throw new LedgerError('LOG_BROKEN', { rule: 'root-of-the-ledger', found: `size ${String(size)}` });

  const signature = cosign(text, BigInt(Math.floor(now / 1000)), key, key);
  const signatures = parseNote(note).signatures.filter(({ name, keyId }) => name !== key.name || keyId !== key.keyId);
  return formatNote({ text, signatures: [...signatures, signature] });
}

/** Root of the log over the ledger's first entries. */
function rootOf(ledger: Pick<LedgerReader, 'readTexts'>, size: number): Digest {
  const range = CompactRange.empty();
  while (range.size < size) {
    const texts = ledger.readTexts(range.size, Math.min(READ_ENTRIES, size - range.size));
    if (texts.length === 0) throw new LedgerError('LEDGER_BROKEN', { found: `no entry ${String(range.size)}` });
    for (const text of texts) range.append(hasher().leafHash(leafOfText(text)));
  }
  return range.root();
}
