import type { Entry, JsonValue } from '@lianpiao/chaincode/domain';
import type { Ledger } from '../../gateway/src/ledger';
import type { Operation } from './random-operations';

/** What became of one command: the text of its entry, or the code of its refusal. */
export type Outcome = { readonly text: string } | { readonly code: string };

/** Whatever takes operations: a `Ledger`, or the contracts without one. */
export interface Subject {
  submit(operation: Operation): Promise<readonly Outcome[]>;
  state(key: string): JsonValue | undefined;
  /** Texts of all entries as whoever follows the ledger reads them, in their order. */
  entries(): readonly string[];
}

/** Any implementation of the gateway's port. */
export function subjectOf(ledger: Ledger): Subject {
  return {
    async submit({ caller, commands }) {
      const verdicts = await ledger.submit(commands.map((command) => ({ caller, command })));
      return verdicts.map((verdict) => (verdict.accepted ? { text: verdict.placed.text } : { code: verdict.error.code }));
    },
    state: (key) => ledger.state(key),
    entries: () => ledger.readTexts(0, ledger.length()),
  };
}

export interface ComparisonOptions {
  /** Keys of the state to compare. */
  readonly keys: readonly string[];
  /** True when the two have one clock: then every byte must be equal. Otherwise all but what hangs on the time must. */
  readonly oneClock: boolean;
}

/** How often each code came, and `accepted`: for a test to see that its operations were of many kinds. */
export type Tally = Map<string, number>;

/**
 * Sends the operations to both, one after the other, and expects the same of both: an outcome for each command, the entries
 * as followers read them, and the state.
 */
export async function compareLedgers(
  wanted: Subject,
  found: Subject,
  operations: readonly Operation[],
  { keys, oneClock }: ComparisonOptions,
  tally: Tally = new Map<string, number>(),
): Promise<Tally> {
  const plain = (text: string): unknown => (oneClock ? text : withoutTime(JSON.parse(text) as Entry));
  for (const operation of operations) {
    const [left, right] = [await wanted.submit(operation), await found.submit(operation)];
    const shown = (outcomes: readonly Outcome[]): unknown => ({
      operation,
      outcomes: outcomes.map((outcome) => ('text' in outcome ? { entry: plain(outcome.text) } : outcome)),
    });
    expect(shown(right)).toEqual(shown(left));
    for (const outcome of left) {
      const name = 'code' in outcome ? outcome.code : 'accepted';
      tally.set(name, (tally.get(name) ?? 0) + 1);
    }
  }
  expect(found.entries().map(plain)).toEqual(wanted.entries().map(plain));
  const states = (subject: Subject): unknown =>
    Object.fromEntries(keys.map((key) => [key, oneClock ? subject.state(key) : stateWithoutTime(key, subject.state(key))]));
  expect(states(found)).toEqual(states(wanted));
  return tally;
}

/** An invoice's commitment covers when it was issued, and `previous` the text before, with its time. */
function withoutTime({ time: _, ...entry }: Entry): unknown {
  if (entry.type !== 'invoice.issued') return entry;
  const { commitment: _commitment, previous: _previous, ...rest } = entry;
  return rest;
}

function stateWithoutTime(key: string, value: JsonValue | undefined): unknown {
  const name = key.startsWith('head/') ? 'last' : key.startsWith('provenance/') ? 'order' : undefined;
  if (name === undefined || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([member]) => member !== name));
}
