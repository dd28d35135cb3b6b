import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ApiError, call } from '../api/client';
import { TRENDS } from '../pages/now/NowPage';
import { rangeOf } from '../time/range';
import { routes } from './routes';

// The one-time link opens `/?code=…`; nothing is asked of the API before the code is exchanged.
if (new URLSearchParams(location.search).has('code') && location.pathname === '/') {
  history.replaceState(null, '', `/signin${location.search}`);
}

const router = createBrowserRouter(routes);

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      // Signed out, or never signed in: sign in, then come back to exactly this address.
      if (!(error instanceof ApiError) || error.problem.status !== 401) return;
      const { pathname, search } = router.state.location;
      if (pathname === '/signin') return;
      void router.navigate(`/signin?then=${encodeURIComponent(pathname + search)}`);
    },
  }),
  defaultOptions: {
    queries: {
      // A 4xx will not become right by asking again; the rest may.
      retry: (failures, error) =>
        failures < 2 &&
        error instanceof ApiError &&
        (error.problem.status === 0 || error.problem.status >= 500),
      refetchOnWindowFocus: true,
    },
  },
});

/**
 * Asks for what the page Now shows before its messages have arrived and it is drawn for the first
 * time: the two go side by side. The page finds the answers under the same keys.
 */
export function warmNow(): void {
  if (location.pathname !== '/') return;
  const range = rangeOf(new URLSearchParams(location.search));
  const ask = (operation: 'overview' | 'listServices' | 'graph', params: object) => {
    const ranged = { ...params, ...range };
    const answer = client.query({
      queryKey: [operation, ranged],
      queryFn: ({ signal }) => call(operation, ranged, { signal }),
      staleTime: 2_000,
      retry: false,
    });
    // The page asks again, and says what is wrong.
    answer.catch(() => undefined);
  };
  ask('overview', {});
  ask('listServices', TRENDS);
  ask('graph', {});
}

export function App() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
