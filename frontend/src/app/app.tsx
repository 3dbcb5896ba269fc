import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { followSystemTheme } from '@/lib/theme';
import { createQueryClient } from './query-client';
import { createAppRouter } from './router';

function createApp() {
  // An answer 401 sends whoever is inside back to the door; the guard of the signed-in routes does it.
  const queryClient = createQueryClient(() => void router.invalidate());
  const router = createAppRouter(queryClient);
  return { queryClient, router };
}

export function App() {
  const [{ queryClient, router }] = useState(createApp);
  useEffect(followSystemTheme, []);
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
