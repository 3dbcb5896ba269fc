import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/keys';

/** Who is signed in. A file of its own: the door asks it before anything else is loaded. */
export const meQuery = () =>
  queryOptions({
    queryKey: keys.me,
    queryFn: ({ signal }) => unwrap(api.GET('/v1/me', { signal })),
    staleTime: 5 * 60_000,
  });
