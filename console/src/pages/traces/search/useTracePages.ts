import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { call, type ApiError } from '../../../api/client';
import type { TraceList } from '../../../api/contract';
import { liveInterval } from '../../../time/range';
import { useTimeRange } from '../../../time/useTimeRange';
import type { Criteria } from './criteria';

const PAGE = 100;

/**
 * The traces found, page by page. A live range is read again only while the first page is all there
 * is and nobody points at it: what a person reads must not move under the pointer.
 */
export function useTracePages(criteria: Criteria, held: boolean) {
  const { range } = useTimeRange();
  const params = { ...criteria, from: range.from, to: range.to, limit: PAGE };
  const every = liveInterval(range);
  return useInfiniteQuery<
    TraceList,
    ApiError,
    InfiniteData<TraceList>,
    readonly unknown[],
    string | null
  >({
    queryKey: ['searchTraces', 'pages', params],
    queryFn: ({ pageParam, signal }) =>
      call('searchTraces', { ...params, cursor: pageParam ?? undefined }, { signal }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next_cursor,
    refetchInterval: (query) => (held || (query.state.data?.pages.length ?? 0) > 1 ? false : every),
    staleTime: 2_000,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });
}
