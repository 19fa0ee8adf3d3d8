import { chinaDate, parseTrustFile, type TrustFile } from '@lianpiao/chaincode/domain';
import { answerOf, api } from '../../../api/client';
import { ApiProblem } from '../../../api/problem';
import { csvText } from '../../../shared/csv';
import { formatRate, sumOf } from '../../../shared/format';
import { browserSignatures } from '../../../verify/browser-signatures';
import { verifyFile } from '../../../verify/outcome';
import type { Filters } from '../../invoice/filters';
import { linesOf, type Line, type Party } from '../../invoice/types';
import type { texts } from './texts';

type Words = (typeof texts)['zh'];

/** Invoices of one file, at most: each is read and verified. */
export const MAX_INVOICES = 2_000;
const AT_ONCE = 4;
const PAGE = 500;

interface Progress {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** The numbers of all invoices that a search finds, newest first; one more than the most that a file takes tells that it is too many. */
export async function numbersOf(filters: Filters, signal: AbortSignal): Promise<string[]> {
  const numbers: string[] = [];
  for (let after: string | undefined; numbers.length <= MAX_INVOICES;) {
    const query = { ...filters, limit: PAGE, ...(after === undefined ? {} : { after }) };
    const { items, next } = await answerOf(api.GET('/v1/invoices/search', { params: { query }, signal }));
    numbers.push(...items.map(({ number }) => number));
    if (next === null) break;
    after = next;
  }
  return numbers;
}

/** The file for the books: every invoice read whole and its proof verified here, a row for each of its rates. */
export async function booksFile(numbers: readonly string[], words: Words, { signal, onProgress }: Progress): Promise<string> {
  const trust = parseTrustFile(await answerOf(api.GET('/v1/trust', { signal })), browserSignatures);
  const rows = new Map<string, string[][]>();
  const waiting = [...numbers];
  const work = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      signal.throwIfAborted();
      rows.set(number, await rowsOf(number, trust, words, signal));
      onProgress(rows.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return csvText([Object.values(words.columns), ...numbers.flatMap((number) => rows.get(number) ?? [])]);
}

async function rowsOf(number: string, trust: TrustFile, words: Words, signal: AbortSignal): Promise<string[][]> {
  const params = { path: { number } };
  const invoice = await answerOf(api.GET('/v1/invoices/{number}', { params, signal }));
  const verified = await verifiedText(number, trust, words, signal);
  const { content, test, currency } = invoice;
  if (content === null) return [];
  const seller = content.seller as Party;
  return byRate(linesOf(content)).map(([rate, net, tax]) => [
    number,
    chinaDate(Date.parse(invoice.issuedAt)),
    content.header.kind,
    seller.name,
    seller.taxId ?? '',
    rate,
    net,
    tax,
    content.totals.gross,
    currency,
    verified,
    test ? words.yes : words.no,
  ]);
}

async function verifiedText(number: string, trust: TrustFile, { results }: Words, signal: AbortSignal): Promise<string> {
  try {
    const bundle = await answerOf(api.GET('/v1/invoices/{number}/proof', { params: { path: { number } }, signal }));
    const { result } = verifyFile(bundle, trust);
    return (results as Readonly<Record<string, string>>)[result] ?? result;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.code === 'PROOF_PENDING') return results.pending;
    throw error;
  }
}

/** Net and tax by rate, in the order in which the rates come. */
function byRate(lines: readonly Line[]): (readonly [rate: string, net: string, tax: string])[] {
  const groups = Map.groupBy(lines, ({ rate, taxCategory }) => (rate === undefined ? taxCategory : formatRate(rate)));
  return [...groups].map(([rate, group]) => [
    rate,
    sumOf(group.map(({ net }) => net)),
    sumOf(group.map(({ tax }) => tax ?? '0.00')),
  ]);
}
