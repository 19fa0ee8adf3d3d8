import {
  canonicalJson,
  executeCommand,
  hasher,
  LedgerError,
  lifeOf,
  partyDigest,
  stateKeys,
  type Accepted,
  type ChangeLife,
  type InvoiceIssued,
  type JsonValue,
  type LifeEntry,
  type PartyOpening,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { goodRequest, SELLER, shopState, type MemoryState } from './memory-state';
import { taxIdOf } from './tax-id';

type Facts = Readonly<Record<string, unknown>> & { readonly type: LifeEntry['type'] };

/** What a seller asks for who takes back a whole invoice; 02: issued by mistake. */
export const WHOLE_CORRECTION = {
  correction: undefined,
  reason: '02',
  lines: undefined,
  claim: undefined,
  by: 'seller',
} as const;

/** A till and its invoices over a state that is a map: what became of them is tried in the rules alone. */
export class LifeTrial {
  readonly state: MemoryState;
  readonly #records = new Map<string, SealedRecord>();
  readonly #invoices = new Map<string, { readonly place: string; readonly record: SealedRecord }>();
  #seeds = 0;

  constructor() {
    this.state = shopState();
    for (const id of ['buyer', 'rival', 'bank']) {
      const organisation = { role: 'company', sandbox: false, publicKey: 'A'.repeat(120), party: partyDigest(partyOf(id)) };
      this.state.put(stateKeys.organisation(id), organisation);
    }
  }

  /** Issues an invoice to `buyer`, or to the person `party` names. @returns its number. */
  issue(reference: string, overrides: Readonly<Record<string, unknown>> = {}, correction?: SealedRecord): string {
    this.state.caller = 'shop';
    const request = goodRequest({ orderReference: reference, buyer: { name: '买方', taxId: taxIdOf('buyer') }, ...overrides });
    const accepted = executeCommand(this.state, {
      type: 'invoice.issue',
      request,
      seller: SELLER,
      seed: this.#seed(),
      ...(correction === undefined ? undefined : { correction }),
    });
    const { number } = accepted.entry as InvoiceIssued;
    const place = String(this.#invoices.size);
    this.#invoices.set(number, { place, record: accepted.record });
    this.state.put(stateKeys.entry(place), accepted.text);
    return number;
  }

  /** Runs one change. Which invoices are opened follows from the facts. @throws LedgerError when it is refused. */
  change(
    caller: string,
    facts: Facts,
    asked: Readonly<Record<string, JsonValue>> = {},
    invoices: readonly string[] = [],
  ): Accepted {
    this.state.caller = caller;
    const opened = invoices.map((number) => {
      const commitment = lifeOf(this.state, number)?.balance;
      const balance = commitment === undefined ? undefined : this.#records.get(commitment);
      const invoice = this.#invoices.get(number) ?? { place: '9999', record: { seed: this.#seed(), fields: [] } };
      return { ...invoice, ...(balance === undefined ? undefined : { balance }) };
    });
    const command: ChangeLife = {
      type: 'life.change',
      facts,
      asked,
      openings: opened,
      ...(['buyer', 'rival', 'bank'].includes(caller) ? { party: partyOf(caller) } : undefined),
      words: [{ name: 'why', text: '"test"' }],
      seed: this.#seed(),
    };
    const accepted = executeCommand(this.state, command);
    this.#records.set(accepted.entry.commitment, accepted.record);
    return accepted;
  }

  /** The code by which a change is refused, and that it left nothing behind. */
  refusal(...change: Parameters<LifeTrial['change']>): string {
    const before = this.state.snapshot();
    try {
      this.change(...change);
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      if (this.state.snapshot() !== before) throw new Error('a refused change left something behind', { cause: error });
      return error.code;
    }
    return 'accepted';
  }

  reserve(caller: string, claim: string, amounts: Readonly<Record<string, string>>, leaseSeconds = 600): Accepted {
    return this.change(...this.reservation(caller, claim, amounts, leaseSeconds));
  }

  reservation(
    caller: string,
    claim: string,
    amounts: Readonly<Record<string, string>>,
    leaseSeconds = 600,
    currency = 'CNY',
  ): Parameters<LifeTrial['change']> {
    const asked = { salt: saltOf(claim), leaseSeconds, amounts: Object.values(amounts).map((amount) => ({ amount, currency })) };
    return [caller, { type: 'claim.reserved', claim }, asked, Object.keys(amounts)];
  }

  changeClaim(caller: string, claim: string, event: string, fence: number): Parameters<LifeTrial['change']> {
    return [caller, { type: 'claim.changed', claim, event, fence }, { salt: saltOf(claim), leaseSeconds: 600 }];
  }

  /** The header of an invoice. */
  header(number: string): unknown {
    return JSON.parse(this.#invoices.get(number)?.record.fields[0]?.text ?? 'null');
  }

  /** The record behind an entry of this trial. */
  record(commitment: string): SealedRecord | undefined {
    return this.#records.get(commitment);
  }

  /** Issues the red invoice of a correction that waits for it, and completes it. @returns its number. */
  complete(correction: string, invoice: string): string {
    const { commitment } = this.state.get(stateKeys.correction(correction)) as unknown as { commitment: string };
    const request = this.#records.get(commitment) as SealedRecord;
    const red = JSON.parse(request.fields.find(({ name }) => name === 'red')?.text ?? '{}') as Record<string, unknown>;
    const number = this.issue(`red:${correction}`, { buyer: undefined, ...red, corrects: { correction, invoice } }, request);
    this.change('shop', { type: 'correction.completed', correction }, {}, [invoice, number]);
    return number;
  }

  #seed(): string {
    this.#seeds += 1;
    return hasher().sha256(`seed ${String(this.#seeds)}`);
  }
}

export function saltOf(claim: string): string {
  return hasher().sha256(`salt of ${claim}`).slice(0, 32);
}

function partyOf(id: string): PartyOpening {
  return { text: canonicalJson({ name: id, taxId: taxIdOf(id) }), salt: saltOf(id) };
}
