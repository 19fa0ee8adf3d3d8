/** What the oracle checks; the names appear in its report. */
export const CHECKS = {
  lost: 'an invoice that a client was told of is in the ledger, under its number',
  receipt: 'the receipt that a client was given verifies with the operator’s key',
  content: 'the record behind an invoice is there, is committed to, and says what the client sent',
  proof: 'the offline proof of an invoice verifies',
  doubled: 'one invoice for a seller’s order reference, none that nobody asked for, every number once',
  chain: 'a till’s counters, hashes and numbers follow each other without a gap',
  incomplete: 'log and index reach the ledger’s end by themselves',
  answer: 'the same request gets the same bytes for an answer',
  conflict: 'a conflict is answered where the content differs, and only there',
  refused: 'no request is refused or fails for another reason',
  unanswered: 'every request gets a final answer',
  index: 'the index is what the ledger amounts to',
  ledger: 'the ledger replays from its first block, and its tables are what the replay gives',
  log: 'every checkpoint, stored or seen, is the root over the ledger’s entries',
  process: 'no process ends unless it is killed',
} as const;
export type CheckName = keyof typeof CHECKS;

const EXAMPLES = 3;

/** Violations by check: how many, and the first few in words. */
export class Findings {
  readonly #counts = new Map<CheckName, number>();
  readonly #examples = new Map<CheckName, string[]>();

  add(check: CheckName, what: string): void {
    const count = (this.#counts.get(check) ?? 0) + 1;
    this.#counts.set(check, count);
    const examples = this.#examples.get(check) ?? [];
    if (examples.length < EXAMPLES) this.#examples.set(check, [...examples, what]);
  }

  count(check: CheckName): number {
    return this.#counts.get(check) ?? 0;
  }

  /** Checks that found something, in the order of {@link CHECKS}. */
  get caughtBy(): CheckName[] {
    return (Object.keys(CHECKS) as CheckName[]).filter((check) => this.count(check) > 0);
  }

  get lines(): string[] {
    return this.caughtBy.flatMap((check) => {
      const examples = this.#examples.get(check) ?? [];
      return [`${check} (${String(this.count(check))} ×): not so: ${CHECKS[check]}`, ...examples.map((text) => `    ${text}`)];
    });
  }
}
