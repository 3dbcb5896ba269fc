import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { TagInTouch } from '@/api/types';

/** How often the owner wants to be in touch with those who bear a tag. */
export const tagIntervalsQuery = () =>
  queryOptions({
    queryKey: keys.tagIntervals,
    queryFn: async ({ signal }) => (await unwrap(api.GET('/v1/me/keep-in-touch', { signal }))).tags ?? [],
  });

/** Replaces all of them. */
export function useSetTagIntervals() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (tags: TagInTouch[]) => unwrap(api.PUT('/v1/me/keep-in-touch', { body: { tags } })),
    onSuccess: ({ tags }) => {
      client.setQueryData(tagIntervalsQuery().queryKey, tags ?? []);
      return refreshAdvice(client);
    },
  });
}

/** Whether anybody bears a tag: an interval for a tag of nobody does nothing. */
export const tagIsBorneQuery = (tag: string) =>
  queryOptions({
    queryKey: keys.contactList({ borne: tag }),
    queryFn: async ({ signal }) => {
      const page = await unwrap(api.GET('/v1/contacts', { signal, params: { query: { tag, limit: 1 } } }));
      return page.items.length > 0;
    },
  });
