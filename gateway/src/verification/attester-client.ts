import { LedgerError, openNote, parseNote, type NoteSignature, type VerifierKey } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
import { readLimitedBody } from '../read-limited-body';

const DEADLINE_MS = 2000;
const MAX_NOTE_BYTES = 65_536;

/** What became of asking another organisation: its line, nothing yet, or that its ledger says something else. */
export type AttesterAnswer =
  { readonly answer: 'attested'; readonly line: NoteSignature } | { readonly answer: 'absent' } | { readonly answer: 'differs' };

/**
 * Asks another organisation's gateway for its word on a block (`GET <url>/log/blocks/<number>`). It is believed nothing but
 * its signature, over the text that this organisation has come to by itself.
 * @param text the checkpoint of the block's tree from the own ledger.
 */
export async function askAttester(url: string, key: VerifierKey, number: number, text: string): Promise<AttesterAnswer> {
  const note = await fetchNote(`${url.replace(/\/+$/, '')}/log/blocks/${String(number)}`);
  if (note === undefined) return { answer: 'absent' };
  try {
    const signed = parseNote(note);
    const { verifiedBy } = openNote(signed, [key], nodeSignatures);
    if (verifiedBy.length === 0 || signed.text !== text) return { answer: 'differs' };
    const line = signed.signatures.find(({ name, keyId }) => name === key.name && keyId === key.keyId);
    return line === undefined ? { answer: 'differs' } : { answer: 'attested', line };
  } catch (error) {
    if (error instanceof LedgerError) return { answer: 'differs' };
    throw error;
  }
}

/** Undefined when nobody answers in time, or the block has not come there yet. */
async function fetchNote(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(DEADLINE_MS) });
    const body = response.ok ? await readLimitedBody(response, MAX_NOTE_BYTES) : undefined;
    return body?.toString('utf8');
  } catch {
    return undefined;
  }
}
