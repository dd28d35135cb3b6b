import { useQuery } from '@tanstack/react-query';
import { call, type ApiError } from '../api/client';
import type { App } from '../api/contract';

const EVERY_MS = 3_000;
const NONE: App[] = [];

/** The apps this platform runs; none where it runs no apps, or cannot say so just now. */
export function useApps(): { apps: App[]; settled: boolean } {
  const query = useQuery<{ apps: App[] }, ApiError>({
    queryKey: ['listApps', {}],
    queryFn: ({ signal }) => call('listApps', {}, { signal }),
    retry: false,
    staleTime: 1_000,
    refetchInterval: EVERY_MS,
  });
  return { apps: query.data?.apps ?? NONE, settled: !query.isPending };
}
