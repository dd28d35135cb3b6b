import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { liveInterval } from '../time/range';
import { useTimeRange } from '../time/useTimeRange';
import { call, type ApiError } from './client';
import type { Operations } from './contract';

interface ApiOptions {
  enabled?: boolean;
  /** ms between reads while the page is in view; false for none */
  every?: number | false;
  /** ms for which an answer is not asked for again */
  fresh?: number;
}

type Answer<K extends keyof Operations> = UseQueryResult<Operations[K]['answer'], ApiError>;

/** Reads one operation; the last answer stays on screen while the next one is fetched. */
export function useApi<K extends keyof Operations>(
  operation: K,
  params: Operations[K]['params'],
  { enabled = true, every = false, fresh = 2_000 }: ApiOptions = {},
): Answer<K> {
  return useQuery<Operations[K]['answer'], ApiError>({
    queryKey: [operation, params],
    queryFn: ({ signal }) => call(operation, params, { signal }),
    enabled,
    refetchInterval: every,
    staleTime: fresh,
    placeholderData: keepPreviousData,
  });
}

/** The operations that take a time range. */
type Ranged = {
  [K in keyof Operations]: Operations[K]['params'] extends { from?: unknown; to?: unknown }
    ? 'from' extends keyof Operations[K]['params']
      ? K
      : never
    : never;
}[keyof Operations];

/** The same for the page's time range (of the URL); a live range is read again by itself. */
export function useRanged<K extends Ranged>(
  operation: K,
  params: Omit<Operations[K]['params'], 'from' | 'to'>,
  options: ApiOptions = {},
): Answer<K> {
  const { range } = useTimeRange();
  const ranged = { ...params, from: range.from, to: range.to } as Operations[K]['params'];
  return useApi(operation, ranged, { every: liveInterval(range), ...options });
}
