import { canonicalJson, type EntryFacts, type JsonValue, type RecordField } from '@lianpiao/chaincode/domain';
import type { PlacedEntry } from '../ledger/ledger';
import type { GroupCommit } from './group-commit';
import { randomSeed } from './random-seed';

/** Who did it, by which key, and why: part of the record behind every administrative entry. */
export interface Actor {
  readonly keyId: string;
  readonly why: string;
}

/** Writes administrative entries: who, what, when and why, on the ledger, with the words of it off the ledger. */
export class ActRecorder {
  readonly #commits: GroupCommit;

  constructor(commits: GroupCommit) {
    this.#commits = commits;
  }

  /**
   * @param details private parts of the record beside who and why.
   * @throws LedgerError when the ledger's rules refuse.
   */
  async record(
    caller: string,
    facts: EntryFacts,
    actor: Actor,
    details: Readonly<Record<string, JsonValue>> = {},
  ): Promise<PlacedEntry> {
    const values: Record<string, JsonValue> = {
      who: { key: actor.keyId, organisation: caller },
      what: { ...facts },
      why: actor.why,
      ...details,
    };
    const fields = Object.entries(values).map(([name, value]): RecordField => ({ name, text: canonicalJson(value) }));
    const record = { seed: randomSeed(), fields };
    const [verdict] = await this.#commits.submit([{ caller, command: { type: 'entry.record', facts, record } }]);
    if (verdict?.accepted === true) return verdict.placed;
    throw verdict?.error ?? new Error('the ledger gave no verdict');
  }
}
