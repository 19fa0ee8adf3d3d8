import { createHash } from 'node:crypto';
import { canonicalJson, LedgerError, type ErrorCode, type JsonValue } from '@lianpiao/chaincode/domain';
import { messageOf, pathOf, readAnsweredPid, type AnyMessage, type Pids } from './messages';
import type { PeerClient } from './peer-client';
import type { Move, Process, ProcessDocument, ProcessStore } from './process-store';
import { otherSide, PLURAL, type Kind, type Step } from './protocol';

/** Processes with one other organisation that have not ended. */
export const MAX_OPEN = 1_000;

const UNKNOWN: Readonly<Record<Kind, ErrorCode>> = { negotiation: 'NEGOTIATION_UNKNOWN', transfer: 'TRANSFER_UNKNOWN' };
const STATE_WRONG: Readonly<Record<Kind, ErrorCode>> = {
  negotiation: 'NEGOTIATION_STATE_WRONG',
  transfer: 'TRANSFER_STATE_WRONG',
};

/**
 * Moves negotiations and transfers from state to state. A step that we send counts when the other side has taken the
 * message; until then it is `pending`. A message of theirs that only makes sense after ours says that ours arrived, so it is
 * taken from the pending state too: an answer that overtakes the acknowledgement is no fault of theirs.
 */
export class ProcessDesk {
  readonly #store: ProcessStore;
  readonly #client: PeerClient;

  constructor(store: ProcessStore, client: PeerClient) {
    this.#store = store;
    this.#client = client;
  }

  /** A process of one of our organisations. For others it is not there. @throws LedgerError NEGOTIATION_UNKNOWN, TRANSFER_UNKNOWN. */
  own(kind: Kind, organisation: string, pid: string): Process {
    const process = this.#store.find(kind, pid);
    if (process?.organisation !== organisation) throw new LedgerError(UNKNOWN[kind]);
    return process;
  }

  /** The same, for the organisation on the other side. */
  ofPeer(kind: Kind, peer: string, pid: string): Process {
    const process = this.#store.find(kind, pid);
    if (process?.peer !== peer) throw new LedgerError(UNKNOWN[kind]);
    return process;
  }

  /**
   * Begins a process at the other side's first message, once: the same message again finds what the first one began.
   * @throws LedgerError NEGOTIATION_EXISTS for another message with the same id; QUEUE_FULL.
   */
  begin(process: Omit<Process, 'created' | 'updated'> & { readonly peerPid: string }, message: JsonValue): Process {
    const asked = createHash('sha256').update(canonicalJson(message)).digest('hex');
    const document = { ...process.document, asked };
    if (this.#store.open(process.peer) >= MAX_OPEN) throw new LedgerError('QUEUE_FULL');
    this.#store.insert({ ...process, document });
    const { kind, side, peer, peerPid } = process;
    const stands = this.#store.findByPeer(kind, side, peer, peerPid) as Process;
    if (stands.document.asked !== asked) throw new LedgerError('NEGOTIATION_EXISTS');
    return stands;
  }

  /**
   * Begins a process at another connector, as the consumer: it stands when the other side has taken the message. When that is
   * not known, it is over here, and a later message of theirs is told so. The same call again finds what the first one began.
   * @throws LedgerError NEGOTIATION_EXISTS for another request under its id; PEER_REFUSED, PEER_UNAVAILABLE.
   */
  async initiate(
    process: Omit<Process, 'created' | 'peerPid' | 'pending' | 'side' | 'state' | 'updated'>,
    type: string,
    members: Readonly<Record<string, JsonValue>>,
  ): Promise<Process> {
    const { kind, pid, peer, callback } = process;
    if (this.#store.open(peer) >= MAX_OPEN) throw new LedgerError('QUEUE_FULL');
    const begun = { ...process, side: 'consumer', peerPid: null, state: 'REQUESTED', pending: 'REQUESTED' } as const;
    const isNew = this.#store.insert(begun);
    const seen = (): Process => this.#store.find(kind, pid) as Process;
    if (!isNew) return sameAs(seen(), begun);
    try {
      const message = messageOf(type, { consumerPid: pid, ...members });
      const peerPid = readAnsweredPid(await this.#client.post(peer, callback, `${PLURAL[kind]}/request`, message), 'consumer');
      // Unless the provider's next message was faster.
      if (seen().pending === 'REQUESTED') this.#store.move(seen(), { state: 'REQUESTED', pending: null, peerPid });
    } catch (error) {
      this.#store.move(seen(), { state: 'TERMINATED', pending: null });
      throw error;
    }
    return seen();
  }

  /** Takes the other side's message about a process. @throws LedgerError MESSAGE_MISMATCH, …_STATE_WRONG. */
  receive(process: Process, step: Step, message: AnyMessage, document: Partial<ProcessDocument> = {}): void {
    const { mine, theirs } = idsIn(process, message);
    if (mine !== process.pid || (process.peerPid !== null && theirs !== process.peerPid))
      throw new LedgerError('MESSAGE_MISMATCH', { path: '/providerPid' });
    const from = step.from[otherSide(process.side)] ?? [];
    if (![process.state, process.pending].some((state) => state !== null && from.includes(state)))
      throw this.#wrong(process, from);
    this.#move(process, { state: step.to, pending: null, peerPid: theirs, document });
  }

  /**
   * Sends a message about a process; the same call again sends it again.
   * @param members of the message beside the ids.
   * @throws LedgerError …_STATE_WRONG, PEER_REFUSED (nothing has changed), PEER_UNAVAILABLE (repeat it).
   */
  async send(
    process: Process,
    step: Step,
    members: Readonly<Record<string, JsonValue>>,
    document: Partial<ProcessDocument> = {},
  ): Promise<void> {
    const from = step.from[process.side] ?? [];
    if (!from.includes(process.state) || process.peerPid === null) throw this.#wrong(process, from);
    const pending = this.#move(process, { state: process.state, pending: step.to, document });
    const path = pathOf(process.kind, process.peerPid, step.path);
    try {
      await this.#client.post(process.peer, process.callback, path, messageOf(step.message, { ...idsOf(process), ...members }));
    } catch (error) {
      // Refused: as if nothing had been said. Unknown: it stays pending, and whoever asked asks again.
      const refused = error instanceof LedgerError && error.code === 'PEER_REFUSED';
      if (refused) this.#store.move(pending, { state: process.state, pending: null, document: process.document });
      throw error;
    }
    // When the other side has gone on already, its message has moved the process, and this finds nothing to do.
    this.#store.move(pending, { state: step.to, pending: null });
  }

  #move(seen: Process, move: Move): Process {
    if (!this.#store.move(seen, move)) throw this.#wrong(seen, []);
    return {
      ...seen,
      state: move.state,
      pending: move.pending,
      peerPid: move.peerPid ?? seen.peerPid,
      document: { ...seen.document, ...move.document },
    };
  }

  #wrong({ kind, state }: Process, wanted: readonly string[]): LedgerError {
    return new LedgerError(STATE_WRONG[kind], { found: state, ...(wanted.length === 0 ? {} : { wanted: wanted.join(', ') }) });
  }
}

/** What stands under an id, when it was asked for in the same words. */
function sameAs(stands: Process, asked: Pick<Process, 'callback' | 'document' | 'organisation' | 'peer' | 'subject'>): Process {
  const of = ({ organisation, peer, callback, subject, document }: typeof asked): string =>
    canonicalJson([organisation, peer, callback, subject]) + (document.offer ?? '');
  if (of(stands) !== of(asked)) throw new LedgerError('NEGOTIATION_EXISTS');
  return stands;
}

/** Both ids as messages carry them. */
export function idsOf({ side, pid, peerPid }: Process): { providerPid: string; consumerPid: string } {
  const other = peerPid ?? 'unknown';
  return side === 'provider' ? { providerPid: pid, consumerPid: other } : { providerPid: other, consumerPid: pid };
}

function idsIn({ side }: Process, { providerPid, consumerPid }: Pids): { mine: string; theirs: string } {
  return side === 'provider' ? { mine: providerPid, theirs: consumerPid } : { mine: consumerPid, theirs: providerPid };
}
