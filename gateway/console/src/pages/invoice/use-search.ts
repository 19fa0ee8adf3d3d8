import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import type { Filters } from './filters';

type SearchPage = Answer<'searchInvoices'>;
export type FoundInvoice = SearchPage['items'][number];

const PAGE = 50;

export interface Search {
  readonly items: readonly FoundInvoice[];
  readonly query: {
    readonly data: readonly FoundInvoice[] | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  /** Whether it narrows by anything: nothing found is not nothing there. */
  readonly narrowed: boolean;
  /** How far back the search has come while it goes on by itself. */
  readonly reached: string | undefined;
  readonly hasMore: boolean;
  readonly fetching: boolean;
  readonly more: () => void;
  readonly stop: () => void;
}

/**
 * A search, page by page. The gateway bounds what one page looks at, so a page may come back short: the search goes on by
 * itself until it has a page full, its reader stops it, or all was searched.
 */
export function useSearch(filters: Filters): Search {
  const [wanted, setWanted] = useState(PAGE);
  const [stopped, setStopped] = useState(false);
  const result = useInfiniteQuery({
    queryKey: ['invoices', filters],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filters, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) };
      return answerOf(api.GET('/v1/invoices/search', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = result;
  const { items, reached } = useMemo(() => foundIn(data?.pages), [data]);
  const count = items?.length ?? 0;
  const goesOn = hasNextPage && !stopped && error === null && count < wanted;
  useEffect(() => {
    if (goesOn && !isFetchingNextPage) void fetchNextPage();
  }, [goesOn, isFetchingNextPage, fetchNextPage]);
  return {
    items: items ?? [],
    narrowed: Object.keys(filters).length > 0,
    query: { data: items, error, isPending, refetch },
    reached: goesOn ? reached : undefined,
    hasMore: hasNextPage && !goesOn,
    fetching: isFetchingNextPage,
    more: () => {
      setStopped(false);
      setWanted(count + PAGE);
    },
    stop: () => {
      setStopped(true);
    },
  };
}

function foundIn(pages: readonly SearchPage[] | undefined): {
  readonly items: readonly FoundInvoice[] | undefined;
  readonly reached: string | undefined;
} {
  return { items: pages?.flatMap((page) => page.items), reached: pages?.at(-1)?.reached ?? undefined };
}
