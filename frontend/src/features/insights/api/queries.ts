import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/keys';

/** Half a year up to now, as the server has it by default. */
export const insightsQuery = () =>
  queryOptions({
    queryKey: keys.insights,
    queryFn: ({ signal }) => unwrap(api.GET('/v1/insights', { signal })),
  });
