import { useQuery } from '@tanstack/react-query';
import { call, type ApiError } from '../api/client';
import type { App } from '../api/contract';

/** How often what runs is read again: a state is on screen within two seconds of the fact. */
const EVERY_MS = 2_000;
/** For apps that run elsewhere: they may be applied here at any time. */
const ELSEWHERE_EVERY_MS = 20_000;
/** Longer names are no apps of ours. */
const LONGEST_NAME = 63;

export interface Run {
  /** absent while it is not known, and where this platform does not run the app */
  app: App | undefined;
  /** whether it is known if the app runs here */
  settled: boolean;
}

/** What this platform runs of an app. That it runs elsewhere is no error. */
export function useRun(name: string): Run {
  const enabled = name.length <= LONGEST_NAME;
  const query = useQuery<App, ApiError>({
    queryKey: ['getApp', { app: name }],
    queryFn: ({ signal }) => call('getApp', { app: name }, { signal }),
    enabled,
    retry: false,
    staleTime: 1_000,
    refetchInterval: ({ state }) => (state.error ? ELSEWHERE_EVERY_MS : EVERY_MS),
  });
  // A deleted app is answered with 404, and the last answer is no longer true.
  const gone = query.error?.problem.status === 404;
  return { app: gone ? undefined : query.data, settled: !enabled || !query.isPending };
}
