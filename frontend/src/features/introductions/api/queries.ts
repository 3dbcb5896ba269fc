import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { InteractionDraft } from '@/api/types';
import { randomKey } from '@/lib/id';
import type { Deed } from '../model/tracking';

export const introductionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.contact(id), 'introductions'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/contacts/{contact_id}/introductions', { signal, params: { path: { contact_id: id } } })),
  });

/** Writes down what became of an introduction. The answer takes it back. */
export function useNoteDeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ log, settle }: Deed) => {
      const logged = log && (await noted(log));
      if (settle) await settled(settle.id, settle.outcome);
      return async () => {
        if (settle) await settled(settle.id, 'open');
        if (logged) await removed(logged.id);
      };
    },
    // Not waited for: the button goes with the answer, and what it has to say would go unsaid.
    onSuccess: () => void refreshAdvice(client),
  });
}

export function useTakeBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (takeBack: () => Promise<unknown>) => takeBack(),
    onSuccess: () => refreshAdvice(client),
  });
}

const noted = (body: InteractionDraft) =>
  unwrap(api.POST('/v1/interactions', { body, headers: { 'Idempotency-Key': randomKey() } }));

const removed = (id: string) =>
  unwrap(api.DELETE('/v1/interactions/{interaction_id}', { params: { path: { interaction_id: id } } }));

const settled = (id: string, outcome: 'granted' | 'declined' | 'open') =>
  unwrap(
    api.PATCH('/v1/interactions/{interaction_id}', {
      params: { path: { interaction_id: id } },
      body: { ask_outcome: outcome },
    }),
  );
