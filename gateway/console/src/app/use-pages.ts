import { useInfiniteQuery } from '@tanstack/react-query';

interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface Pages<Item> {
  readonly data: readonly Item[] | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
  readonly hasMore: boolean;
  readonly fetching: boolean;
  readonly more: () => void;
}

/**
 * A list of the API, page after page.
 * @param refreshMs reads it again so often: for lists of an index, which follows the ledger a moment later.
 */
export function usePages<Item>(
  queryKey: readonly unknown[],
  read: (after: string | undefined, signal: AbortSignal) => Promise<ListPage<Item>>,
  refreshMs?: number,
): Pages<Item> {
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    ...(refreshMs === undefined ? {} : { refetchInterval: refreshMs }),
  });
  return {
    data: data?.pages.flatMap(({ items }) => items),
    error,
    isPending,
    refetch,
    hasMore: hasNextPage,
    fetching: isFetchingNextPage,
    more: () => void fetchNextPage(),
  };
}

/** The part of a query that asks for a page. */
export function pageQuery(after: string | undefined, limit = 50): { limit: number; after?: string } {
  return after === undefined ? { limit } : { limit, after };
}
