import { Context } from 'fabric-contract-api';
import { canonicalJson, invariant, isIdentifier, LedgerError } from '../domain';
import { parseJson } from './parse-json';
import { StubLedgerState } from './stub-ledger-state';

/** Attribute of a client's certificate that names the organisation it acts for. */
export const ORGANISATION_ATTRIBUTE = 'lianpiao.organisation';

/** Event of every transaction that took something into the ledger; payload `{"count":<entries>}`. */
export const ENTRIES_ACCEPTED = 'entries.accepted';

/** Key of the texts that a transaction took into the ledger, in their order: a JSON array of texts. */
export function batchKey(txId: string): string {
  return `batch/${txId}`;
}

/** One Fabric transaction as the contracts see it. */
export class LedgerContext extends Context {
  #state: StubLedgerState | undefined;

  /**
   * The ledger's state, in the name of the caller and at the transaction's time.
   * @throws LedgerError ACTION_FORBIDDEN when the caller's certificate names no organisation.
   */
  get state(): StubLedgerState {
    this.#state ??= new StubLedgerState(this.stub, {
      caller: this.#caller(),
      now: milliseconds(this.stub.getTxTimestamp()),
      txId: this.stub.getTxID(),
    });
    return this.#state;
  }

  /**
   * A JSON value of the transaction's transient data: it is seen by the endorsers and never reaches a block.
   * @throws LedgerError FIELD_MISSING or BODY_MALFORMED.
   */
  transient(key: string): unknown {
    const bytes = this.stub.getTransient().get(key);
    if (bytes === undefined) throw new LedgerError('FIELD_MISSING', { path: `/${key}`, wanted: 'transient data' });
    return parseJson(Buffer.from(bytes).toString('utf8'), `/${key}`);
  }

  /**
   * Ends the transaction: the accepted entries' texts go where a follower of the blocks finds them, and all that the
   * rules wrote goes to the peer. When nothing was accepted, nothing is written.
   */
  async accept(texts: readonly string[]): Promise<void> {
    if (texts.length === 0) return;
    const noted = await this.state.run((state) => {
      state.put(batchKey(state.txId), texts);
    });
    invariant('result' in noted, 'writing asks for nothing');
    await this.state.flush();
    this.stub.setEvent(ENTRIES_ACCEPTED, Buffer.from(canonicalJson({ count: texts.length })));
  }

  /** Notes a fault of ours for the operator: its kind and place, but not its message, which may quote private content. */
  reportFault(fault: unknown): void {
    const { name, message, stack } = fault instanceof Error ? fault : new Error();
    const places = (stack ?? '')
      .replace(message, '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line));
    this.logging.getLogger().error([`fault in ${this.stub.getTxID()}: ${name}`, ...places].join('\n'));
  }

  /**
   * The organisation stands in the certificate, as an attribute that the organisation's own CA has put there. The channel's
   * members therefore trust each other's CAs to name their own organisation only.
   */
  #caller(): string {
    const organisation: unknown = this.clientIdentity.getAttributeValue(ORGANISATION_ATTRIBUTE);
    if (!isIdentifier(organisation)) {
      throw new LedgerError('ACTION_FORBIDDEN', { rule: 'certificate-names-organisation', wanted: ORGANISATION_ATTRIBUTE });
    }
    return organisation;
  }
}

const MS_PER_SECOND = 1000;
const NS_PER_MS = 1_000_000;

/** A protobuf timestamp in milliseconds since 1970; its seconds are a Long, a number or their decimal text. */
function milliseconds({ seconds, nanos }: { readonly seconds: unknown; readonly nanos: number }): number {
  const time = Number(String(seconds)) * MS_PER_SECOND + Math.floor(nanos / NS_PER_MS);
  invariant(Number.isSafeInteger(time), 'a transaction has a time');
  return time;
}
