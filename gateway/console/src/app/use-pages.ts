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
 * @param again in how many milliseconds it is read again, by the pages that are there: for lists of an index that may be behind.
 */
export function usePages<Item, Page extends ListPage<Item> = ListPage<Item>>(
  queryKey: readonly unknown[],
  read: (after: string | undefined, signal: AbortSignal) => Promise<Page>,
  again: (pages: readonly Page[]) => number | false = () => false,
): Pages<Item> {
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state }) => again(state.data?.pages ?? []),
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
