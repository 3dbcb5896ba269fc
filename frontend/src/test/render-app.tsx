import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createQueryClient } from '@/app/query-client';
import { createAppRouter } from '@/app/router';

/** The whole app at one address, as a user meets it; only the server is made up. */
export function renderApp(path: string) {
  const queryClient = createQueryClient(() => void router.invalidate());
  queryClient.setDefaultOptions({ queries: { retry: false } });
  const router = createAppRouter(queryClient, createMemoryHistory({ initialEntries: [path] }));
  const screen = render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { ...screen, router, user: userEvent.setup() };
}

/** One part by itself, with the server beside it. */
export function renderPart(part: ReactNode) {
  return render(<QueryClientProvider client={createQueryClient(() => {})}>{part}</QueryClientProvider>);
}
