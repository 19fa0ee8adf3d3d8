import {
  canonicalJson,
  executeCommand,
  LedgerError,
  type ChangeLife,
  type InvoiceOpening,
  type JsonValue,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
import type { Actor } from '../issuing/act-recorder';
import type { GroupCommit } from '../issuing/group-commit';
import { randomSeed } from '../issuing/random-seed';
import type { RegistryReader } from '../issuing/registry-reader';
import { GroupState } from '../ledger/embedded/group-state';
import type { Ledger, PlacedEntry, Submission } from '../ledger/ledger';
import { Turns } from './turns';

/** One change, as a desk asks for it. */
export interface LifeChange {
  readonly caller: string;
  readonly facts: ChangeLife['facts'];
  readonly asked?: Readonly<Record<string, JsonValue>>;
  /** Opens the invoices anew for each attempt: another change may have come in between. */
  readonly open?: () => readonly InvoiceOpening[];
  /** Invoices whose amounts it takes from: changes that want the same ones go one after the other. */
  readonly takesFrom?: readonly string[];
  readonly actor: Actor;
}

export interface LifeRecorderParts {
  readonly ledger: Pick<Ledger, 'state'>;
  readonly commits: GroupCommit;
  readonly registry: RegistryReader;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** How often a change is made ready again when the invoice has moved on meanwhile. */
const ATTEMPTS = 12;

/**
 * Brings changes of invoices' lives to the ledger. Of those that meet at one invoice each is opened when the one before it is
 * decided, so that it does not rest on amounts which that one changes; and what the rules then refuse, by the ledger as it
 * stands, needs no transaction of its own to be refused.
 */
export class LifeRecorder {
  readonly #parts: LifeRecorderParts;
  readonly #turns = new Turns();

  constructor(parts: LifeRecorderParts) {
    this.#parts = parts;
  }

  /** @throws LedgerError for what the rules refuse; LEDGER_CONTENDED when others were faster each time; QUEUE_FULL. */
  record(change: LifeChange): Promise<PlacedEntry> {
    return this.#turns.take(change.takesFrom ?? [], (waited) => this.#decide(change, waited));
  }

  async #decide(change: LifeChange, waited: boolean): Promise<PlacedEntry> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const submission = { caller: change.caller, command: this.#command(change) };
      // Somebody was faster: most likely there is nothing left.
      if (waited || attempt > 0) this.#requireTaken(submission);
      const [verdict] = await this.#parts.commits.submit([submission]);
      if (verdict?.accepted === true) return verdict.placed;
      if (verdict?.error.code !== 'LIFE_MOVED') throw verdict?.error ?? new Error('the ledger gave no verdict');
    }
    throw new LedgerError('LEDGER_CONTENDED');
  }

  /** The rules' own decision on the ledger as it stands; nothing is written. @throws LedgerError for what they refuse. */
  #requireTaken({ caller, command }: Submission): void {
    const { ledger, clock } = this.#parts;
    const state = new GroupState(clock(), '', (key) => ledger.state(key));
    state.caller = caller;
    try {
      executeCommand(state, command, nodeSignatures);
    } catch (error) {
      // Another process has moved the invoice on just now: the ledger decides.
      if (!(error instanceof LedgerError && error.code === 'LIFE_MOVED')) throw error;
    }
  }

  #command({ caller, facts, asked = {}, open, actor }: LifeChange): ChangeLife {
    const party = this.#parts.registry.opening(typeof asked['holder'] === 'string' ? asked['holder'] : caller);
    const words = { who: { key: actor.keyId, organisation: caller }, why: actor.why };
    return {
      type: 'life.change',
      facts,
      asked,
      openings: open?.() ?? [],
      ...(party === undefined ? undefined : { party }),
      words: Object.entries(words).map(([name, value]) => ({ name, text: canonicalJson(value) })),
      seed: randomSeed(),
    };
  }
}
