import { LedgerError } from '@lianpiao/chaincode/domain';
import type { DataSource, SourceQuery } from '../../gateway/src/data-plane/source';

/** The code with which something is refused; `nothing` when it is not. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'nothing';
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
}

/** All rows of a query, as one stream gives them. */
export async function streamed(source: DataSource, asked: SourceQuery): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const batch of source.stream(asked, new AbortController().signal))
    rows.push(...batch.map((text) => JSON.parse(text) as unknown));
  return rows;
}

/** All rows of a query, page after page; no page has more than its limit. */
export async function allPages(source: DataSource, asked: SourceQuery, limit: number): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let after: string | undefined; ;) {
    const page = await source.page(asked, after, limit);
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows.map((text) => JSON.parse(text) as unknown));
    if (page.next === undefined) return rows;
    after = page.next;
  }
}
