import { LedgerError } from '../../chaincode/src/domain/errors';
import {
  formatCheckpoint,
  formatVerifierKey,
  keyIdOf,
  openNote,
  parseCheckpoint,
  parseTlogProof,
  parseVerifierKey,
  signNote,
} from '../../chaincode/src/domain/log';
import { emptyRoot } from '../../chaincode/src/domain/merkle';
import { nodeVerifier, testKey } from '../support/node-signatures';
import { countVectors, vectorCases } from '../support/vectors';

interface NoteCase {
  readonly desc: string;
  readonly note: string;
  readonly verifierKeys: readonly string[];
  readonly verifiedBy: readonly string[];
  readonly valid: boolean;
}

interface ProofCase {
  readonly desc: string;
  readonly proof: string;
  readonly parses: boolean;
  readonly index?: number;
  readonly hashes?: number;
}

const key = testKey('own');
const vkey = formatVerifierKey('own.example', key.publicKey);
const text = formatCheckpoint({ origin: 'own.example', size: 0, root: emptyRoot() });
const note = signNote(text, { name: 'own.example', keyId: keyIdOf('own.example', key.publicKey) }, key);
const OWN_NOTES: NoteCase[] = [
  { desc: 'own checkpoint', note, verifierKeys: [vkey], verifiedBy: ['own.example'], valid: true },
  { desc: 'own checkpoint, size changed', note: note.replace('\n0', '\n1'), verifierKeys: [vkey], verifiedBy: [], valid: false },
];
const OWN_PROOFS: ProofCase[] = [
  { desc: 'own proof', proof: `c2sp.org/tlog-proof@v1\nindex 3\n\n${note}`, parses: true, index: 3, hashes: 0 },
  { desc: 'own proof without an index', proof: `c2sp.org/tlog-proof@v1\n\n${note}`, parses: false },
];

const notes = vectorCases<NoteCase>('signed-notes', 'notes.json');
const proofs = vectorCases<ProofCase>('signed-notes', 'tlog-proof-parse.json');
afterAll(() => {
  countVectors('signed-notes', notes.length + proofs.length);
});

/** Names of the keys that verify; none when the note is refused. */
function verifiedBy({ note: signed, verifierKeys }: NoteCase): string[] {
  try {
    return openNote(
      signed,
      verifierKeys.map((line) => parseVerifierKey(line)),
      nodeVerifier,
    ).verifiedBy;
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'NOTE_MALFORMED') return [];
    throw error;
  }
}

describe('signed notes', () => {
  it.each([...OWN_NOTES, ...notes])('$desc', (item) => {
    expect(verifiedBy(item)).toEqual(item.verifiedBy);
    expect(verifiedBy(item).length > 0).toBe(item.valid);
    if (item.valid && item.desc.includes('checkpoint')) {
      const { text: body } = openNote(item.note, [], nodeVerifier);
      expect(formatCheckpoint(parseCheckpoint(body))).toBe(body);
    }
  });
});

describe('tlog proofs', () => {
  it.each([...OWN_PROOFS, ...proofs])('$desc', ({ proof, parses, index, hashes }) => {
    if (!parses) {
      expect(() => parseTlogProof(proof)).toThrow('PROOF_MALFORMED');
      return;
    }
    const parsed = parseTlogProof(proof);
    expect(parsed.index).toBe(index);
    expect(parsed.path).toHaveLength(hashes ?? 0);
  });
});
