import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { FollowUp, FollowUpDraft, FollowUpPatch } from '@/api/types';
import { changed } from '../model/changed';

/** The follow-ups that are still open, of the first page: nobody looks further ahead than that. */
export const followUpsQuery = () =>
  queryOptions({
    queryKey: keys.followUps,
    queryFn: async ({ signal }): Promise<FollowUp[]> => {
      const page = await unwrap(api.GET('/v1/follow-ups', { signal, params: { query: { limit: 200 } } }));
      return page.items.filter((followUp) => followUp.status === 'open');
    },
  });

export function useAddFollowUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: FollowUpDraft) => unwrap(api.POST('/v1/follow-ups', { body })),
    onSuccess: () => refreshAdvice(client),
  });
}

/** Changes one follow-up; it leaves or moves on the list at once, and comes back when the server refuses. */
export function useChangeFollowUp() {
  const client = useQueryClient();
  const { queryKey } = followUpsQuery();
  return useMutation({
    mutationFn: ({ id, ...body }: FollowUpPatch & { id: string }) =>
      unwrap(api.PATCH('/v1/follow-ups/{follow_up_id}', { params: { path: { follow_up_id: id } }, body })),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (followUps) => followUps && changed(followUps, change));
      return before;
    },
    onError: (_error, _change, before) => client.setQueryData(queryKey, before),
    onSettled: () => refreshAdvice(client),
  });
}
