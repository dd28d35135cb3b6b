import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import i18next from 'i18next';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { startI18n, switchLanguage } from '../src/i18n';
import type { Language } from '../src/i18n/language';

/** Draws an element at a URL, in a language, with the real router, messages and query client. */
export async function show(
  element: React.ReactNode,
  { at = '/?from=now-15m&to=now', lang = 'ko' }: { at?: string; lang?: Language } = {},
) {
  if (!i18next.isInitialized) await startI18n();
  await switchLanguage(lang);
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [at] });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { ...view, router };
}
