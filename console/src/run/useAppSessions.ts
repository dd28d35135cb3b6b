import { useQuery } from '@tanstack/react-query';
import { call, type ApiError } from '../api/client';
import type { AppSessions } from '../api/contract';

/** Longer names are no apps of ours. */
const LONGEST_NAME = 63;

/** Sessions of an app's users. An app without any is answered with 404. */
export function useAppSessions(app: string, every: number) {
  return useQuery<AppSessions, ApiError>({
    queryKey: ['appSessions', { app }],
    queryFn: ({ signal }) => call('appSessions', { app }, { signal }),
    enabled: app.length <= LONGEST_NAME,
    retry: false,
    staleTime: 1_000,
    refetchInterval: every,
  });
}
