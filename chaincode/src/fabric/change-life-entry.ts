import {
  changeLife,
  isSeed,
  LedgerError,
  MAX_CLAIM_INVOICES,
  parseDigest,
  readArray,
  readObject,
  requiredInteger,
  requiredText,
  type ChangeLife,
  type HandedOverPlace,
  type InvoiceOpening,
  type LifeEntry,
} from '../domain';
import type { LedgerContext } from './ledger-context';
import { readArgument } from './record-entry';
import { readField, readMembers, readOpening, readRecord } from './read-private';

const MAX_WORDS = 10;
/** A correction's completion shows two invoices. */
const MAX_OPENINGS = Math.max(MAX_CLAIM_INVOICES, 2);
/** An entry's place as this engine names it. */
const MAX_PLACE = 80;
/** Hashes of a path: a log of 2^53 leaves has no longer one. */
const MAX_PATH = 53;
const MAX_TIME = 40;

/**
 * Changes the life of an invoice.
 * @param argument what is asked in public, as RFC 8785 text without type, time and commitment. Transient: `change`, an object
 * of `asked`, `openings` (`[{"place":…,"record":…,"balance":…}]`), `words`, `seed` and, for a buyer's side, `party`. A place is
 * `<transaction id>/<index>`, or for an invoice of before a hand-over `{"index":…,"time":…,"path":[…]}`.
 * @returns the entry's text.
 * @throws LedgerError when the form is wrong or a rule refuses; then nothing is written.
 */
export async function changeLifeEntry(ctx: LedgerContext, type: LifeEntry['type'], argument: string): Promise<string> {
  const command: ChangeLife = {
    type: 'life.change',
    facts: { ...readArgument(argument), type },
    ...readChange(ctx.transient('change')),
  };
  if (!isSeed(command.seed)) throw new LedgerError('FIELD_INVALID', { path: '/seed' });
  const outcome = await ctx.state.run((state) => changeLife(state, command));
  if ('thrown' in outcome) throw outcome.thrown;
  await ctx.accept([outcome.result]);
  return outcome.result.text;
}

function readChange(value: unknown): Omit<ChangeLife, 'facts' | 'type'> {
  const shown = readObject(value, '/change')['party'];
  const names = ['asked', 'openings', 'words', 'seed', ...(shown === undefined ? [] : (['party'] as const))] as const;
  const { asked, openings, words, seed } = readMembers(value, names, '/change');
  return {
    asked: readObject(asked, '/change/asked'),
    openings: readArray(openings, 0, MAX_OPENINGS, '/change/openings').map(readInvoiceOpening),
    words: readArray(words, 0, MAX_WORDS, '/change/words').map((word, index) =>
      readField(word, `/change/words/${String(index)}`),
    ),
    seed: seed as string,
    ...(shown === undefined ? undefined : { party: readOpening(shown, '/change/party') }),
  };
}

function readInvoiceOpening(value: unknown, index: number): InvoiceOpening {
  const path = `/change/openings/${String(index)}`;
  const { balance } = readObject(value, path);
  const names = ['place', 'record', ...(balance === undefined ? [] : (['balance'] as const))] as const;
  const { place, record } = readMembers(value, names, path);
  return {
    place: readPlace(place, `${path}/place`),
    record: readRecord(record, `${path}/record`),
    ...(balance === undefined ? undefined : { balance: readRecord(balance, `${path}/balance`) }),
  };
}

function readPlace(value: unknown, path: string): HandedOverPlace | string {
  if (typeof value === 'string') {
    if (value.length > MAX_PLACE) throw new LedgerError('FIELD_INVALID', { path });
    return value;
  }
  const place = readMembers(value, ['index', 'time', 'path'], path);
  return {
    index: requiredInteger(place, 'index', 0, Number.MAX_SAFE_INTEGER, path),
    time: requiredText(place, 'time', MAX_TIME, path),
    path: readArray(place.path, 0, MAX_PATH, `${path}/path`).map((hash, index) => {
      const digest = parseDigest(hash);
      if (digest === undefined) throw new LedgerError('FIELD_INVALID', { path: `${path}/path/${String(index)}` });
      return digest;
    }),
  };
}
