import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { FollowUpDraft, FollowUpPatch } from '@/api/types';

export const followUpsQuery = () =>
  queryOptions({
    queryKey: keys.followUps,
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/follow-ups', { signal, params: { query: { status: 'open', limit: 200 } } })),
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
      unwrap(api.PATCH('/v1/follow-ups/{id}', { params: { path: { id } }, body })),
    onMutate: async ({ id, status, due_at }) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (page) => {
        if (!page) return page;
        const items = page.items
          .filter((item) => item.id !== id || !status || status === 'open')
          .map((item) => (item.id === id && due_at ? { ...item, due_at } : item));
        return { ...page, items };
      });
      return before;
    },
    onError: (_error, _change, before) => client.setQueryData(queryKey, before),
    onSettled: () => refreshAdvice(client),
  });
}
