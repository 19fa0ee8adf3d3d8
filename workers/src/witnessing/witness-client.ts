import {
  formatAddCheckpoint,
  LedgerError,
  openNote,
  parseNote,
  type AddCheckpoint,
  type NoteSignature,
  type VerifierKey,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures, readLimitedBody } from '@lianpiao/gateway/stores';

/** What a witness made of a checkpoint. */
export type WitnessAnswer =
  | { readonly answer: 'cosigned'; readonly signature: NoteSignature }
  /** It had cosigned another size than we thought. */
  | { readonly answer: 'other-size'; readonly size: number }
  /** It says that the checkpoint does not continue what it has cosigned. */
  | { readonly answer: 'refused' }
  | { readonly answer: 'unreachable' }
  /** Something that no witness may answer, for example another's signature. */
  | { readonly answer: 'wrong' };

const MAX_ANSWER_BYTES = 65_536;
const REFUSED = 422;
const CONFLICT = 409;

/** A witness at an address (C2SP tlog-witness). It believes us nothing, and we believe it nothing but its signature. */
export class WitnessClient {
  readonly #url: string;
  readonly #key: VerifierKey;
  readonly #deadlineMs: number;

  constructor(url: string, key: VerifierKey, deadlineMs: number) {
    this.#url = `${url.replace(/\/+$/, '')}/add-checkpoint`;
    this.#key = key;
    this.#deadlineMs = deadlineMs;
  }

  async add(request: AddCheckpoint): Promise<WitnessAnswer> {
    const response = await this.#post(formatAddCheckpoint(request));
    if (response === undefined) return { answer: 'unreachable' };
    const { status, text } = response;
    if (status === REFUSED) return { answer: 'refused' };
    if (status === CONFLICT) return /^(?:0|[1-9]\d{0,14})\n$/.test(text) ? { answer: 'other-size', size: Number(text) } : WRONG;
    if (status >= 500) return { answer: 'unreachable' };
    return status === 200 ? this.#read(request.note, text) : WRONG;
  }

  async #post(body: string): Promise<{ readonly status: number; readonly text: string } | undefined> {
    try {
      const signal = AbortSignal.timeout(this.#deadlineMs);
      const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
      const response = await fetch(this.#url, { method: 'POST', body, headers, redirect: 'error', signal });
      const answer = await readLimitedBody(response, MAX_ANSWER_BYTES);
      return answer === undefined ? { status: 0, text: '' } : { status: response.status, text: answer.toString('utf8') };
    } catch {
      // No connection, no answer in time, a broken one: the same to us, and tried again.
      return undefined;
    }
  }

  /** Its own line among those of the answer, verified. */
  #read(note: string, lines: string): WitnessAnswer {
    try {
      const { text } = parseNote(note);
      const { verifiedBy } = openNote(`${text}\n${lines}`, [this.#key], nodeSignatures);
      const { name, keyId } = this.#key;
      const signature = parseNote(`${text}\n${lines}`).signatures.find((line) => line.name === name && line.keyId === keyId);
      return verifiedBy.length === 1 && signature !== undefined ? { answer: 'cosigned', signature } : WRONG;
    } catch (error) {
      if (error instanceof LedgerError) return WRONG;
      throw error;
    }
  }
}

const WRONG: WitnessAnswer = { answer: 'wrong' };
