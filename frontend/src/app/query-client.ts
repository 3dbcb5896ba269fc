import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, isSignedOut } from '@/api/client';

/** A refusal stays a refusal; a hiccup is tried twice more. */
const mayRetry = (failures: number, error: Error) => !(error instanceof ApiError && error.status < 500) && failures < 2;

export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => isSignedOut(error) && onSignedOut() }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: mayRetry, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
