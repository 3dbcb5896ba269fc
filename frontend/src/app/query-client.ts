import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, isSignedOut } from '@/api/client';
import { keys } from '@/api/keys';

/** A refusal stays a refusal; a hiccup is tried twice more. */
const mayRetry = (failures: number, error: Error) => !(error instanceof ApiError && error.status < 500) && failures < 2;

/** `onSignedOut` is told when an answer says that the session has ended under an open page. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // Who asks about the account itself is at the door already.
        if (!isSignedOut(error) || query.queryKey[0] === keys.me[0]) return;
        client.removeQueries({ queryKey: keys.me });
        onSignedOut();
      },
    }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: mayRetry, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
