import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { FollowUp, FollowUpDraft, TimeAwayDraft } from '@/api/types';
import { type Deed, foreseen } from '../model/deeds';

/** The follow-ups that are open, the first two hundred: nobody looks further ahead than that. */
export const followUpsQuery = () =>
  queryOptions({
    queryKey: keys.followUps,
    queryFn: async ({ signal }): Promise<FollowUp[]> => {
      const query = { status: 'open', sort: 'due', limit: 200 } as const;
      return (await unwrap(api.GET('/v1/follow-ups', { signal, params: { query } }))).items;
    },
  });

/** Those of one person. */
export const followUpsOfQuery = (contactId: string) =>
  queryOptions({
    queryKey: keys.followUpsOf(contactId),
    queryFn: async ({ signal }): Promise<FollowUp[]> => {
      const query = { contact_id: contactId, status: 'open', sort: 'due', limit: 50 } as const;
      return (await unwrap(api.GET('/v1/follow-ups', { signal, params: { query } }))).items;
    },
  });

/** The times away that are not over, the next first. */
export const timesAwayQuery = () =>
  queryOptions({
    queryKey: keys.timesAway,
    queryFn: async ({ signal }) => (await unwrap(api.GET('/v1/follow-ups/shift', { signal }))).items,
  });

/** How a date in words is read. The reading before stays until the next is there. */
export const dateReadQuery = (text: string, contactId?: string) =>
  queryOptions({
    queryKey: keys.dateRead(text, contactId),
    queryFn: ({ signal }) =>
      unwrap(api.POST('/v1/follow-ups/read-date', { signal, body: { text, contact_id: contactId ?? null } })),
    placeholderData: keepPreviousData,
    enabled: text !== '',
    retry: false,
  });

export function useAddFollowUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: FollowUpDraft) => unwrap(api.POST('/v1/follow-ups', { body })),
    onSuccess: () => refreshAdvice(client),
  });
}

/** Does something with one follow-up; it leaves the list at once, and comes back when the server refuses. */
export function useFollowUpDeed() {
  const client = useQueryClient();
  const { queryKey } = followUpsQuery();
  return useMutation({
    mutationFn: sendDeed,
    onMutate: async (deed: Deed) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (followUps) => followUps && foreseen(followUps, deed));
      return before;
    },
    onError: (_error, _deed, before) => client.setQueryData(queryKey, before),
    onSettled: () => refreshAdvice(client),
  });
}

async function sendDeed(deed: Deed): Promise<void> {
  const params = { path: { follow_up_id: deed.id } };
  switch (deed.kind) {
    case 'complete':
      await unwrap(api.POST('/v1/follow-ups/{follow_up_id}/complete', { params, body: {} }));
      return;
    case 'skip':
      await unwrap(api.POST('/v1/follow-ups/{follow_up_id}/skip', { params }));
      return;
    case 'reopen':
      await unwrap(api.POST('/v1/follow-ups/{follow_up_id}/reopen', { params }));
      return;
    case 'snooze':
      await unwrap(api.POST('/v1/follow-ups/{follow_up_id}/snooze', { params, body: { until: deed.until } }));
      return;
    case 'move-back':
      await unwrap(api.PATCH('/v1/follow-ups/{follow_up_id}', { params, body: { due_at: deed.dueAt } }));
  }
}

export function useShift() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TimeAwayDraft) => unwrap(api.POST('/v1/follow-ups/shift', { body })),
    onSuccess: () => Promise.all([refreshAdvice(client), client.invalidateQueries({ queryKey: keys.me })]),
  });
}

export function useUndoShift() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST('/v1/follow-ups/shift/{shift_id}/undo', { params: { path: { shift_id: id } } })),
    onSuccess: () => Promise.all([refreshAdvice(client), client.invalidateQueries({ queryKey: keys.me })]),
  });
}
