import { Context } from 'fabric-contract-api';
import { canonicalJson, invariant, isIdentifier, LedgerError, MSPS, type Accepted, type Msp } from '../domain';
import { batchKey } from './batch-key';
import { parseJson } from './parse-json';
import { collectionOf, putRecords, requireMember, type Collection } from './private-records';
import { StubLedgerState } from './stub-ledger-state';

/** Attribute of a client's certificate that names the organisation it acts for. */
export const ORGANISATION_ATTRIBUTE = 'lianpiao.organisation';

/** Event of every transaction that took something into the ledger; payload `{"count":<entries>}`. */
export const ENTRIES_ACCEPTED = 'entries.accepted';

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
   * Whose CA signed the caller's certificate: a peer has verified that before the chaincode hears of the transaction.
   * @throws LedgerError ACTION_FORBIDDEN for an organisation of the network that is none of ours.
   */
  get msp(): Msp {
    const id = this.clientIdentity.getMSPID();
    const msp = MSPS.find((each) => each === id);
    if (msp === undefined) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'certificate-of-the-right-organisation' });
    return msp;
  }

  /**
   * A JSON value of the transaction's transient data: it is seen by the endorsers and never reaches a block.
   * @throws LedgerError FIELD_MISSING or BODY_MALFORMED.
   */
  transient(key: string): unknown {
    return parseJson(this.transientText(key), `/${key}`);
  }

  /** The same before it is read. @throws LedgerError FIELD_MISSING. */
  transientText(key: string): string {
    const bytes = this.stub.getTransient().get(key);
    if (bytes === undefined) throw new LedgerError('FIELD_MISSING', { path: `/${key}`, wanted: 'transient data' });
    return Buffer.from(bytes).toString('utf8');
  }

  /**
   * Ends the transaction: the accepted entries' texts go where a follower of the blocks finds them, their records to the
   * members of a collection, and all that the rules wrote to the peer. When nothing was accepted, nothing is written.
   * @throws LedgerError ACTION_FORBIDDEN when the caller's organisation may not write to the collection.
   */
  async accept(accepted: readonly Pick<Accepted, 'entry' | 'record' | 'text'>[], into?: Collection): Promise<void> {
    const [first] = accepted;
    if (first === undefined) return;
    const collection = into ?? collectionOf(first.entry.type, this.msp);
    requireMember(collection, this.msp);
    const noted = await this.state.run((state) => {
      state.put(
        batchKey(state.txId),
        accepted.map(({ text }) => text),
      );
    });
    invariant('result' in noted, 'writing asks for nothing');
    await this.state.flush();
    await putRecords(this.stub, this.stub.getTxID(), collection, accepted);
    this.stub.setEvent(ENTRIES_ACCEPTED, Buffer.from(canonicalJson({ count: accepted.length })));
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
   * The organisation stands in the certificate, as an attribute that a CA has put there. What a CA says counts among the
   * organisations of its own kind only: `guard-transaction.ts` compares.
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
