import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { InteractionPatch } from '@/api/types';

export const briefQuery = (contactId: string) =>
  queryOptions({
    queryKey: [...keys.contact(contactId), 'brief'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/contacts/{contact_id}/brief', { signal, params: { path: { contact_id: contactId } } })),
  });

/** One conversation with its goals. It stands below the contact, whose news concern it. */
export const conversationQuery = (contactId: string, interactionId: string) =>
  queryOptions({
    queryKey: [...keys.contact(contactId), 'conversation', interactionId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/interactions/{interaction_id}', { signal, params: { path: { interaction_id: interactionId } } }),
      ),
  });

/** Writes what a conversation is for, or what became of it. */
export function useSaveConversation(contactId: string, interactionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<InteractionPatch, 'goals' | 'goal_outcomes'>) =>
      unwrap(
        api.PATCH('/v1/interactions/{interaction_id}', { params: { path: { interaction_id: interactionId } }, body }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(conversationQuery(contactId, interactionId).queryKey, saved);
      return refreshAdvice(client);
    },
  });
}
