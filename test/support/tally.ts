/** How often operations of each kind came out how: for a test to see that its operations were of many kinds, taken and refused. */
export class Tally {
  readonly #kinds = new Map<string, Map<string, number>>();

  /** @param outcome `accepted`, or the code of a refusal. */
  note(kind: string, outcome: string): void {
    const outcomes = this.#kinds.get(kind) ?? new Map<string, number>();
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    this.#kinds.set(kind, outcomes);
  }

  kinds(): string[] {
    return [...this.#kinds.keys()].sort();
  }

  /** Every outcome with its number, over all kinds. */
  outcomes(): Map<string, number> {
    const all = new Map<string, number>();
    for (const outcomes of this.#kinds.values())
      for (const [outcome, count] of outcomes) all.set(outcome, (all.get(outcome) ?? 0) + count);
    return all;
  }

  /** Of each kind how many were accepted, and how many refused. */
  shares(): Record<string, { readonly accepted: number; readonly refused: number }> {
    const shares = this.kinds().map((kind) => {
      const outcomes = this.#kinds.get(kind) ?? new Map<string, number>();
      const accepted = outcomes.get('accepted') ?? 0;
      const all = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
      return [kind, { accepted, refused: all - accepted }] as const;
    });
    return Object.fromEntries(shares);
  }

  /** Kinds of which fewer than so many were accepted, or refused. */
  short(atLeast: { readonly accepted: number; readonly refused: number }): string[] {
    const shares = Object.entries(this.shares());
    return shares.flatMap(([kind, { accepted, refused }]) =>
      accepted < atLeast.accepted || refused < atLeast.refused
        ? [`${kind}: ${String(accepted)} accepted, ${String(refused)} refused`]
        : [],
    );
  }
}
