import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { refreshAdvice } from '@/api/keys';
import type { AttendeeDraft, EventPart, GatheringDraft, GatheringPatch } from '@/api/types';
import { draftOf, withParts } from '../model/parts';
import { planQuery } from './queries';

/** Who is at an event changes what is recommended for them. */
function useEventMutation<Input, Output>(send: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => refreshAdvice(client) });
}

export const useAddEvent = () => useEventMutation((body: GatheringDraft) => unwrap(api.POST('/v1/events', { body })));

const patch = (id: string, body: GatheringPatch) =>
  unwrap(api.PATCH('/v1/events/{event_id}', { params: { path: { event_id: id } }, body }));

export const useSaveEvent = (id: string) => useEventMutation((body: GatheringPatch) => patch(id, body));

/** Writes the parts of an event anew; they change on the screen at once, and back when the server refuses. */
export function useSaveParts(id: string) {
  const client = useQueryClient();
  const { queryKey } = planQuery(id);
  return useMutation({
    mutationFn: (parts: EventPart[]) => patch(id, { sessions: parts.map(draftOf) }),
    onMutate: async (parts) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (plan) => plan && withParts(plan, parts));
      return before;
    },
    onError: (_error, _parts, before) => client.setQueryData(queryKey, before),
    onSettled: () => refreshAdvice(client),
  });
}

export const useRemoveEvent = () =>
  useEventMutation((id: string) => unwrap(api.DELETE('/v1/events/{event_id}', { params: { path: { event_id: id } } })));

export const useAddAttendee = (id: string) =>
  useEventMutation((body: AttendeeDraft) =>
    unwrap(api.POST('/v1/events/{event_id}/attendees', { params: { path: { event_id: id } }, body })),
  );

export const useRemoveAttendee = (id: string) =>
  useEventMutation((contactId: string) =>
    unwrap(
      api.DELETE('/v1/events/{event_id}/attendees/{contact_id}', {
        params: { path: { event_id: id, contact_id: contactId } },
      }),
    ),
  );

interface Acceptance {
  suggestionId: string;
  /** Who they are, where they are known; else a new contact is made of them, or one that matches is found. */
  contactId?: string;
}

export const useAcceptSuggestion = (id: string) =>
  useEventMutation(({ suggestionId, contactId }: Acceptance) =>
    unwrap(
      api.POST('/v1/events/{event_id}/suggestions/{suggestion_id}/accept', {
        params: { path: { event_id: id, suggestion_id: suggestionId } },
        body: contactId ? { contact_id: contactId } : {},
      }),
    ),
  );

export const useDismissSuggestion = (id: string) =>
  useEventMutation((suggestionId: string) =>
    unwrap(
      api.DELETE('/v1/events/{event_id}/suggestions/{suggestion_id}', {
        params: { path: { event_id: id, suggestion_id: suggestionId } },
      }),
    ),
  );

/** Takes back that somebody was met. */
export const useForgetTalk = () =>
  useEventMutation((interactionId: string) =>
    unwrap(api.DELETE('/v1/interactions/{interaction_id}', { params: { path: { interaction_id: interactionId } } })),
  );
