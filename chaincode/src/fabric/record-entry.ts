import { executeCommand, LedgerError, readObject, type EntryFacts } from '../domain';
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
  const facts = readFacts(type, argument);
  const { record } = readMembers(ctx.transient('commands'), ['record'], '/commands');
  const command = { type: 'entry.record', facts, record: readRecord(record, '/commands/record') } as const;
  const outcome = await ctx.state.run((state) => executeCommand(state, command, nodeSignatures));
  if ('thrown' in outcome) throw outcome.thrown;
  await ctx.accept([outcome.result.text]);
  return outcome.result.text;
}

/** The form of each fact is checked by the command; whatever is no fact of the entry's type is refused there too. */
function readFacts(type: EntryFacts['type'], argument: string): EntryFacts {
  const facts = readObject(parseJson(readCanonical(argument, ''), ''), '');
  for (const name of GIVEN) {
    if (facts[name] !== undefined) throw new LedgerError('FIELD_UNKNOWN', { path: `/${name}`, rule: 'the-ledger-gives-it' });
  }
  return { ...facts, type } as EntryFacts;
}
