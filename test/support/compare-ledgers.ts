import type { Command, Entry, JsonValue } from '@lianpiao/chaincode/domain';
import type { Ledger } from '../../gateway/src/ledger';
import type { LifeOpener } from '../../gateway/src/life/life-opener';
import type { PayloadStore } from '../../gateway/src/stores';
import { LifeBook } from './life-book';
import { kindOf, type Operation } from './random-operations';
import { Tally } from './tally';

/** What became of one command: the text of its entry, or the code of its refusal. */
export type Outcome = { readonly text: string } | { readonly code: string };

/** Whatever takes operations: a `Ledger`, or the contracts without one. */
export interface Subject {
  submit(operation: Operation): Promise<readonly Outcome[]>;
  state(key: string): JsonValue | undefined;
  /** Texts of all entries as whoever follows the ledger reads them, in their order. */
  entries(): readonly string[];
}

/** What a ledger held before: how its invoices are opened, and its records. */
export interface Past {
  readonly opener: LifeOpener;
  readonly payloads: PayloadStore;
}

/** Any implementation of the gateway's port. @param past when it is not new. */
export function subjectOf(ledger: Ledger, past?: Past): Subject {
  const book = new LifeBook((key) => ledger.state(key));
  if (past !== undefined) rememberAll(book, ledger, past);
  return {
    async submit({ caller, commands }) {
      const made = madeFor(book, commands);
      const verdicts = await ledger.submit(made.map((command) => ({ caller, command })));
      for (const verdict of verdicts) {
        if (verdict.accepted) book.note(verdict.placed.text, ledger.entryPlace(verdict.placed.sequence), verdict.record);
      }
      return verdicts.map((verdict) => (verdict.accepted ? { text: verdict.placed.text } : { code: verdict.error.code }));
    },
    state: (key) => ledger.state(key),
    entries: () => ledger.readTexts(0, ledger.length()),
  };
}

function rememberAll(book: LifeBook, ledger: Ledger, { opener, payloads }: Past): void {
  ledger.readTexts(0, ledger.length()).forEach((text, sequence) => {
    const entry = JSON.parse(text) as Entry;
    const record = payloads.read(sequence);
    if (record === undefined) return;
    book.note(text, entry.type === 'invoice.issued' ? opener.open(entry.number).place : '', record);
  });
}

/** The commands of an operation as they are for the ledger that the book is of. */
export function madeFor(book: LifeBook, commands: Operation['commands']): Command[] {
  return commands.map((command) => (command.type === 'attempt' ? command.make(book) : command));
}

export interface ComparisonOptions {
  /** Keys of the state to compare. */
  readonly keys: readonly string[];
  /** True when the two have one clock: then every byte must be equal. Otherwise all but what hangs on the time must. */
  readonly oneClock: boolean;
}

/**
 * Sends the operations to both, one after the other, and expects the same of both: an outcome for each command, the entries
 * as followers read them, and the state.
 */
export async function compareLedgers(
  wanted: Subject,
  found: Subject,
  operations: readonly Operation[],
  { keys, oneClock }: ComparisonOptions,
  tally = new Tally(),
): Promise<Tally> {
  const plain = (text: string): unknown => (oneClock ? text : withoutTime(JSON.parse(text) as Entry));
  for (const operation of operations) {
    const [left, right] = [await wanted.submit(operation), await found.submit(operation)];
    const shown = (outcomes: readonly Outcome[]): unknown => ({
      operation,
      outcomes: outcomes.map((outcome) => ('text' in outcome ? { entry: plain(outcome.text) } : outcome)),
    });
    expect(shown(right)).toEqual(shown(left));
    left.forEach((outcome, index) => {
      tally.note(kindOf(operation.commands[index]!), 'code' in outcome ? outcome.code : 'accepted');
    });
  }
  expect(found.entries().map(plain)).toEqual(wanted.entries().map(plain));
  const states = (subject: Subject): unknown =>
    Object.fromEntries(keys.map((key) => [key, oneClock ? subject.state(key) : stateWithoutTime(key, subject.state(key))]));
  expect(states(found)).toEqual(states(wanted));
  return tally;
}

/** An invoice's commitment covers when it was issued, and `previous` the text before, with its time. */
function withoutTime({ time: _, ...entry }: Entry): unknown {
  if (entry.type === 'invoice.issued') {
    const { commitment: _commitment, previous: _previous, ...rest } = entry;
    return rest;
  }
  return TIMED_ENTRIES.has(entry.type) ? without(entry, ['until']) : entry;
}

/** What the ledger counts from its own time. */
const TIMED_ENTRIES: ReadonlySet<string> = new Set(['claim.changed', 'claim.reserved', 'correction.requested']);
const TIMED_STATE: Readonly<Record<string, readonly string[]>> = {
  head: ['last'],
  provenance: ['order'],
  claim: ['until'],
  correction: ['until'],
  request: ['due'],
  feedback: ['due'],
  supervision: ['since', 'looked'],
  grant: ['endedAt', 'deletedAt'],
  status: ['time'],
};

/** A value of the state without what hangs on the ledger's clock. */
export function stateWithoutTime(key: string, value: JsonValue | undefined): unknown {
  const names = TIMED_STATE[key.split('/')[0] ?? ''];
  if (names === undefined || typeof value !== 'object' || value === null) return value;
  return without(value, names);
}

function without(value: object, names: readonly string[]): unknown {
  return Object.fromEntries(Object.entries(value).filter(([member]) => !names.includes(member)));
}
