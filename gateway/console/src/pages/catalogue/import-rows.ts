import { TAG_FAMILIES } from '@lianpiao/chaincode/domain';
import { answerOf, api } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { Language } from '../../shared/language';
import type { EntryDetail } from '../directory/types';
import { draftOfRow, wrongColumn, type Row } from './entry-csv';
import { publicationOf, type Publication } from './entry-draft';

export interface Refused {
  readonly entry: string;
  /** A stable code of the API, or `WORD` for a word that the vocabulary does not know. */
  readonly code: string;
  /** In words, where the API gave some. */
  readonly title: string | null;
  /** Which column or member. */
  readonly where: string | null;
  /** The row as it was read, so that it can be handed back. */
  readonly row: Row | null;
}
/** What became of an import. */
export interface Outcome {
  readonly published: number;
  readonly unchanged: number;
  readonly refused: readonly Refused[];
}

/** Publishes rows one after the other; each succeeds or fails alone, and one that says what the entry says already is left. */
export async function importRows(rows: readonly Row[], reason: string, language: Language): Promise<Outcome> {
  let [published, unchanged] = [0, 0];
  const refused: Refused[] = [];
  for (const row of rows) {
    const entry = row.entry ?? '';
    const wrong = wrongColumn(row);
    if (wrong !== undefined) {
      refused.push({ entry, code: 'WORD', title: null, where: wrong, row });
      continue;
    }
    try {
      if (await importRow(row, reason)) published += 1;
      else unchanged += 1;
    } catch (error) {
      // The session is over, the service is down, or the network is: that is no fault of the row, and ends the import.
      if (!isRefusal(error)) throw error;
      const { code, path } = error.problem;
      refused.push({ entry, code, title: error.titleIn(language), where: path?.slice(1) ?? null, row });
    }
  }
  return { published, unchanged, refused };
}

function isRefusal(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.status !== 401 && error.problem.status < 500;
}

/** @returns whether it was published. */
async function importRow(row: Row, reason: string): Promise<boolean> {
  const known = await entryNamed(row.entry ?? '');
  const body = publicationOf(draftOfRow(row, reason), known, undefined);
  if (known !== undefined && saysTheSame(body, known)) return false;
  await answerOf(api.POST('/v1/catalogue/entries', { body }));
  return true;
}

async function entryNamed(entry: string): Promise<EntryDetail | undefined> {
  try {
    return await answerOf(api.GET('/v1/catalogue/entries/{entry}', { params: { path: { entry } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 404) return undefined;
    throw error;
  }
}

const COMPARED = ['duty', 'title', 'datum', 'class', 'grade', 'openness', 'sector', 'stage'] as const;
const MAY_LACK = ['description', 'source', 'schema', 'schemaVersion'] as const;

function saysTheSame(body: Publication, known: EntryDetail): boolean {
  return (
    COMPARED.every((name) => body[name] === known[name]) &&
    MAY_LACK.every((name) => (body[name] ?? null) === known[name]) &&
    TAG_FAMILIES.every((family) => body.tags[family].join('\n') === known.tags[family].join('\n'))
  );
}
