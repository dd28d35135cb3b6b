import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, type ApiError } from '../../api/client';
import type { LogList } from '../../api/contract';
import type { TimeRange } from '../../time/range';
import type { LogFilter } from './filter';

/** A first page that is quick, then long ones: 100,000 rows are 101 reads. */
const FIRST = 200;
const MORE = 1000;

/** Rows held at once; who wants to see more narrows the search. */
export const MOST_ROWS = 100_000;

/** The records of a fixed range, page by page along the cursor. */
export function useLogPages(filter: LogFilter, range: TimeRange, order: 'newest' | 'oldest') {
  const query = useInfiniteQuery<
    LogList,
    ApiError,
    { pages: LogList[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['log pages', filter, range, order],
    queryFn: ({ pageParam, signal }) =>
      call(
        'searchLogs',
        {
          ...filter,
          ...range,
          order,
          limit: pageParam === null ? FIRST : MORE,
          cursor: pageParam ?? undefined,
        },
        { signal },
      ),
    initialPageParam: null,
    getNextPageParam: (last, pages) =>
      pages.reduce((n, p) => n + p.logs.length, 0) >= MOST_ROWS ? null : last.next_cursor,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 20_000,
    refetchOnWindowFocus: false,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((p) => p.logs) ?? [], [pages]);
  return { query, rows, last: pages?.at(-1) };
}
