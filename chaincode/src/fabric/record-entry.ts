import { ERASURE_ACT, executeCommand, LedgerError, readObject, type Accepted, type EntryFacts, type JsonObject } from '../domain';
import type { LedgerContext } from './ledger-context';
import { nodeSignatures } from './node-signatures';
import { parseJson } from './parse-json';
import { readCanonical, readMembers, readRecord } from './read-private';

/** Members of an entry that the ledger gives: its type by the transaction's name, its time and its commitment. */
const GIVEN = ['type', 'time', 'commitment'] as const;

/**
 * Takes one entry other than an invoice into the ledger.
 * @param argument the entry's public facts as RFC 8785 text, without type, time and commitment. The record behind them is
 * transient: key `commands`, `{"record":{"seed":…,"fields":[{"name":…,"text":…}]}}`.
 * @returns the entry's text.
 * @throws LedgerError when the form is wrong or a rule refuses; then nothing is written.
 */
export async function recordEntry(ctx: LedgerContext, type: EntryFacts['type'], argument: string): Promise<string> {
  const facts = readArgument(argument);
  // Followers erase what such an act names: it is recorded by the transaction that checks who may, and purges.
  if (facts['act'] === ERASURE_ACT) throw new LedgerError('ACTION_FORBIDDEN', { path: '/act', rule: 'act:erase-erases' });
  const accepted = await executeEntry(ctx, type, facts);
  await ctx.accept([accepted]);
  return accepted.text;
}

/** Runs the command of one entry over the transaction's state; nothing is written yet. @throws LedgerError when refused. */
export async function executeEntry(ctx: LedgerContext, type: EntryFacts['type'], facts: JsonObject): Promise<Accepted> {
  refuseGiven(facts);
  const { record } = readMembers(ctx.transient('commands'), ['record'], '/commands');
  const sealed = readRecord(record, '/commands/record');
  const command = { type: 'entry.record', facts: { ...facts, type } as EntryFacts, record: sealed } as const;
  const outcome = await ctx.state.run((state) => executeCommand(state, command, nodeSignatures));
  if ('thrown' in outcome) throw outcome.thrown;
  return outcome.result;
}

/** The object that a transaction's one argument is. @throws LedgerError BODY_MALFORMED or FIELD_INVALID. */
export function readArgument(argument: string): JsonObject {
  return readObject(parseJson(readCanonical(argument, ''), ''), '');
}

/** The form of each fact is checked by the command; whatever is no fact of the entry's type is refused there too. */
function refuseGiven(facts: JsonObject): void {
  for (const name of GIVEN) {
    if (facts[name] !== undefined) throw new LedgerError('FIELD_UNKNOWN', { path: `/${name}`, rule: 'the-ledger-gives-it' });
  }
}
