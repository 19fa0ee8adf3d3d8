import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { LedgerError, type JsonValue } from '@lianpiao/chaincode/domain';
import type { Peers } from './peers';

const DEADLINE_MS = 10_000;
const MAX_ANSWER_BYTES = 256 * 1024;

/** Sends messages of the Dataspace Protocol to other connectors. */
export class PeerClient {
  readonly #peers: Peers;

  constructor(peers: Peers) {
    this.#peers = peers;
  }

  /**
   * Posts a message; it was taken when this resolves.
   * @returns the answer's JSON; undefined when there is none.
   * @throws LedgerError PEER_REFUSED when the other side said no; PEER_UNAVAILABLE when it is not known whether it took it.
   */
  async post(organisation: string, base: string, path: string, message: JsonValue): Promise<unknown> {
    const url = `${this.#peers.admit(organisation, base)}/${path}`;
    const authorization = this.#peers.authorization(organisation);
    const response = await attempt(() =>
      fetch(url, {
        method: 'POST',
        // Nobody leads us on to another machine.
        redirect: 'error',
        signal: AbortSignal.timeout(DEADLINE_MS),
        headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
        body: JSON.stringify(message),
      }),
    );
    const body = await attempt(() => readLimited(response));
    if (response.status >= 500) throw new LedgerError('PEER_UNAVAILABLE', { found: String(response.status) });
    if (!response.ok) throw new LedgerError('PEER_REFUSED', { found: String(response.status) });
    return parse(body);
  }
}

async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause;
    throw new LedgerError('PEER_UNAVAILABLE', {}, { cause });
  }
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (response.body === null) return '';
  for await (const chunk of Readable.fromWeb(response.body as NodeStream<Uint8Array>) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new LedgerError('PEER_REFUSED', { found: 'an answer that is too long' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Acknowledgements have no body that matters.
    return undefined;
  }
}
