import fc from 'fast-check';
import { ENTRY_KEY_PREFIX, executeCommand, type JsonValue } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../../gateway/src/crypto/log-keys';
import { GroupState } from '../../gateway/src/ledger/embedded/group-state';
import { madeFor } from './compare-ledgers';
import { LifeBook } from './life-book';
import { anyOperation, kindOf, openingOperations, type Operation } from './random-operations';

/** Draws for an operation of which nothing is known, and for one that is looked for. */
const BLIND = 4;
const LOOKED_FOR = 120;

export interface Drawing {
  readonly seed: number;
  readonly count: number;
  /** Two digits: the year in China of the ledgers' clocks. */
  readonly year: string;
  /** About the ledgers' time at the first of the opening operations, milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds from each operation to the next; none when nothing is said. */
  readonly step?: number;
}

/** The rules on a map, for a look at what they would accept. */
class Trial {
  readonly #values = new Map<string, JsonValue>();
  readonly #book = new LifeBook((key) => this.#values.get(key));
  readonly #step: number;
  #now: number;
  #entries = 0;

  constructor({ now, step = 0 }: Pick<Drawing, 'now' | 'step'>) {
    this.#now = now;
    this.#step = step;
  }

  /** Kinds of the commands that would be accepted; with `keep` they are. */
  run({ caller, commands }: Operation, keep: boolean): string[] {
    const state = new GroupState(this.#now, 'trial', (key) => this.#values.get(key));
    state.caller = caller;
    const kinds: string[] = [];
    madeFor(this.#book, commands).forEach((command, index) => {
      try {
        const { text, record } = executeCommand(state, command, nodeSignatures);
        kinds.push(kindOf(commands[index]!));
        if (!keep) return;
        const place = String((this.#entries += 1));
        this.#values.set(`${ENTRY_KEY_PREFIX}${place}`, text);
        this.#book.note(text, place, record);
      } catch {
        // Refused, or a fault of the rules: which, the comparison shows.
      }
    });
    if (keep) {
      for (const [key, value] of state.written) this.#values.set(key, value);
      this.#now += this.#step;
    }
    return kinds;
  }
}

/** Counts by kind. */
class Counts {
  readonly #counts = new Map<string, number>();

  add(kind: string): void {
    this.#counts.set(kind, this.of(kind) + 1);
  }

  of(kind: string): number {
    return this.#counts.get(kind) ?? 0;
  }
}

/**
 * Operations for a ledger on which the opening ones were taken, the same for the same seed. Every other one is drawn blindly,
 * of few draws the kind that was drawn least, and is mostly refused. The others are looked for: of many draws, one that the
 * rules would accept now, of the kind of which fewest were accepted so far; so the ends of long stories are reached too. What
 * a ledger really answers is for the comparison to see.
 */
export function guidedOperations({ seed, count, year, ...time }: Drawing): Operation[] {
  const trial = new Trial(time);
  for (const operation of openingOperations(year)) trial.run(operation, true);
  const draws = fc.sample(anyOperation(year), { seed, numRuns: Math.ceil((count * (BLIND + LOOKED_FOR)) / 2) });
  const [drawn, accepted] = [new Counts(), new Counts()];
  const operations: Operation[] = [];
  const take = (operation: Operation): void => {
    for (const kind of trial.run(operation, true)) accepted.add(kind);
    operations.push(operation);
  };
  for (let at = 0; operations.length < count; at += BLIND + LOOKED_FOR) {
    const blind = leastOf(draws.slice(at, at + BLIND), (operation) => drawn.of(kindOf(operation.commands[0]!)))!;
    drawn.add(kindOf(blind.commands[0]!));
    take(blind);
    if (operations.length === count) break;
    const looked = draws.slice(at + BLIND, at + BLIND + LOOKED_FOR);
    take(leastOf(looked, (operation) => trial.run(operation, false).map((kind) => accepted.of(kind))[0] ?? Infinity)!);
  }
  return operations;
}

/** The first of those with the lowest rank. */
function leastOf(operations: readonly Operation[], rankOf: (operation: Operation) => number): Operation | undefined {
  const ranked = operations.map((operation) => ({ operation, rank: rankOf(operation) }));
  return ranked.sort((left, right) => (left.rank === right.rank ? 0 : left.rank - right.rank))[0]?.operation;
}
