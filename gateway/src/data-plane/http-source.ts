import { LedgerError } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { meets, type Field } from '../access/condition';
import { rowTexts } from './row-text';
import type { DataSource, SourcePage, SourceQuery } from './source';

/** The whole answer to one page. */
/** One after the other: a service may filter what it has read a page of. */
const MOST_EMPTY_PAGES = 100;
const ANSWER_TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const STREAM_PAGE_ROWS = 1000;

const value = z.union([z.string(), z.boolean(), z.null(), z.int()]);
const answer = z.looseObject({
  items: z.array(z.record(z.string(), value)),
  next: z.string().min(1).max(1000).nullable(),
});

/** Where an HTTP service is, and what it wants to see. */
export interface HttpService {
  readonly url: string;
  /** Sent with every request: credentials of ours at the service. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A collection of an HTTP service that answers pages as our own `/v1/data/…/rows` does: fields and conditions go with each
 * request, so that nothing else leaves the service; what comes back is checked against both. docs/formats.md, "HTTP sources".
 */
export class HttpSource implements DataSource {
  readonly #service: HttpService;
  readonly #collection: string;

  constructor(service: HttpService, collection: string) {
    this.#service = service;
    this.#collection = collection;
  }

  async inspect(fields: readonly Field[]): Promise<readonly Field[]> {
    const names = fields.map(({ name }) => name);
    const types = new Map(fields.map(({ name, type }) => [name, type]));
    try {
      await this.page({ fields: names, where: [], types }, undefined, 1);
    } catch (cause) {
      if (!(cause instanceof LedgerError) || cause.code !== 'SOURCE_CHANGED') throw cause;
      const wanted = 'a collection of the service that has these fields';
      throw new LedgerError('SOURCE_INVALID', { path: '/source/collection', wanted }, { cause });
    }
    return fields;
  }

  page(query: SourceQuery, after: string | undefined, limit: number): Promise<SourcePage> {
    return this.#ask(query, after, limit, AbortSignal.timeout(ANSWER_TIMEOUT_MS));
  }

  async *stream(query: SourceQuery, signal: AbortSignal): AsyncIterable<readonly string[]> {
    const places = new Set<string>();
    for (let [after, empty]: [string | undefined, number] = [undefined, 0]; !signal.aborted;) {
      const deadline = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
      const { rows, next } = await this.#ask(query, after, STREAM_PAGE_ROWS, deadline);
      if (rows.length > 0) yield rows;
      if (next === undefined) return;
      // A service that leads in circles, or through nothing but empty pages, would keep a stream going for ever.
      empty = rows.length > 0 ? 0 : empty + 1;
      if (places.has(next) || empty > MOST_EMPTY_PAGES) throw new LedgerError('SOURCE_CHANGED');
      places.add(next);
      after = next;
    }
  }

  async #ask(query: SourceQuery, after: string | undefined, limit: number, signal: AbortSignal): Promise<SourcePage> {
    const { items, next } = await this.#answer(query, after, limit, signal);
    if (items.length > limit) throw new LedgerError('SOURCE_CHANGED');
    const read = [...new Set([...query.fields, ...query.where.map(({ field }) => field)])];
    const rows = items.map((item) => rowOf(item, read)).filter((row) => isWanted(row, query));
    return {
      rows: rowTexts(
        rows.map((row) => query.fields.map((field) => row.get(field) ?? null)),
        query,
      ),
      next: next ?? undefined,
    };
  }

  async #answer(
    query: SourceQuery,
    after: string | undefined,
    limit: number,
    signal: AbortSignal,
  ): Promise<z.output<typeof answer>> {
    // Fields of conditions are asked for, too: the conditions are checked again here.
    const fields = [...new Set([...query.fields, ...query.where.map(({ field }) => field)])];
    const url = new URL(`${this.#service.url}/${encodeURIComponent(this.#collection)}`);
    url.searchParams.set('fields', fields.join(','));
    if (query.where.length > 0) url.searchParams.set('where', JSON.stringify(query.where));
    if (after !== undefined) url.searchParams.set('after', after);
    url.searchParams.set('limit', String(limit));
    const text = await this.#text(url, signal);
    const parsed = answer.safeParse(jsonOf(text));
    if (!parsed.success) throw new LedgerError('SOURCE_CHANGED', {}, { cause: parsed.error });
    return parsed.data;
  }

  /** What the service says beside its rows is not told further. */
  async #text(url: URL, signal: AbortSignal): Promise<string> {
    let status: number;
    let text: string;
    try {
      const response = await fetch(url, {
        headers: { ...this.#service.headers, accept: 'application/json' },
        redirect: 'error',
        signal,
      });
      status = response.status;
      text = await limited(response);
    } catch (cause) {
      if (cause instanceof LedgerError) throw cause;
      throw new LedgerError('SOURCE_UNAVAILABLE', {}, { cause });
    }
    if (status === 200) return text;
    throw new LedgerError(status >= 500 || status === 429 ? 'SOURCE_UNAVAILABLE' : 'SOURCE_CHANGED');
  }
}

/** @throws LedgerError SOURCE_CHANGED when the service sends more than a page can be. */
async function limited(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); step?.done === false; step = await reader?.read()) {
    size += step.value.length;
    if (size > MAX_ANSWER_BYTES) {
      void reader?.cancel();
      throw new LedgerError('SOURCE_CHANGED');
    }
    parts.push(step.value);
  }
  return Buffer.concat(parts).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LedgerError('SOURCE_CHANGED', {}, { cause });
  }
}

/** @throws LedgerError SOURCE_CHANGED when a field is not there at all: null says that there is no value. */
function rowOf(
  item: Readonly<Record<string, string | boolean | number | null>>,
  fields: readonly string[],
): Map<string, string | null> {
  return new Map(
    fields.map((field) => {
      const found = Object.hasOwn(item, field) ? item[field] : undefined;
      if (found === undefined) throw new LedgerError('SOURCE_CHANGED');
      return [field, found === null ? null : String(found)];
    }),
  );
}

/** A service that does not filter, or filters wrongly, gives nobody more than is granted. */
function isWanted(row: ReadonlyMap<string, string | null>, { where, types }: SourceQuery): boolean {
  return where.every((condition) => {
    const text = row.get(condition.field) ?? null;
    return text !== null && meets(condition, types.get(condition.field) ?? 'text', text);
  });
}
