import { api, answerOf } from '../../api/client';
import { downloadFile } from '../../shared/download';
import type { Entry } from '../directory/types';
import { entriesCsv } from './entry-csv';

const LIMIT = 500;
/** Pages of one export; whoever needs more asks the API. */
const MAX_PAGES = 40;

/** One page, and from where the next one begins. */
interface Part<Content> {
  readonly content: Content;
  readonly after: string | undefined;
}

/** All pages of a list, or as many as one export takes. @returns whether it is whole. */
async function pagesOf<Content>(read: (after: string | undefined) => Promise<Part<Content>>): Promise<[Content[], boolean]> {
  const contents: Content[] = [];
  let after: string | undefined;
  do {
    const part = await read(after);
    contents.push(part.content);
    after = part.after;
  } while (after !== undefined && contents.length < MAX_PAGES);
  return [contents, after === undefined];
}

/** RFC 8288: the cursor of the next page stands in the header Link. */
function nextOf(response: Response): string | undefined {
  return /[?&]after=([^&>]+)/.exec(response.headers.get('Link') ?? '')?.[1];
}

function query(after: string | undefined): { limit: number; after?: string } {
  return after === undefined ? { limit: LIMIT } : { limit: LIMIT, after };
}

/** The directory as DCAT 3. @returns whether all of it is in the file. */
export async function downloadDcat(): Promise<boolean> {
  const [[first, ...others], whole] = await pagesOf(async (after) => {
    const { data, response } = await api.GET('/v1/catalogue/dcat', { params: { query: query(after) } });
    return { content: data as { 'dcat:dataset': unknown[] }, after: nextOf(response) };
  });
  const datasets = [...(first?.['dcat:dataset'] ?? []), ...others.flatMap((page) => page['dcat:dataset'])];
  downloadFile('directory.jsonld', 'application/ld+json', JSON.stringify({ ...first, 'dcat:dataset': datasets }, null, 1));
  return whole;
}

/** Entries that lack something, as CSV. @returns whether all of them are in the file. */
export async function downloadIncomplete(): Promise<boolean> {
  const [[first = '', ...others], whole] = await pagesOf(async (after) => {
    const { data, response } = await api.GET('/v1/catalogue/incomplete', {
      params: { query: query(after) },
      parseAs: 'text',
    });
    return { content: data as string, after: nextOf(response) };
  });
  // The header stands once.
  const rest = others.map((text) => text.slice(text.indexOf('\n') + 1));
  downloadFile('incomplete.csv', 'text/csv', `\uFEFF${first}${rest.join('')}`);
  return whole;
}

/** The organisation's own entries as CSV, which can be corrected and imported again. @returns whether all are in the file. */
export async function downloadOwn(owner: string): Promise<boolean> {
  const [pages, whole] = await pagesOf<readonly Entry[]>(async (after) => {
    const { items, next } = await answerOf(api.GET('/v1/catalogue/entries', { params: { query: { ...query(after), owner } } }));
    return { content: items, after: next ?? undefined };
  });
  downloadFile('entries.csv', 'text/csv', entriesCsv(pages.flat()));
  return whole;
}
