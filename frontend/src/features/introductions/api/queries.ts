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
    mutationFn: (deed: Deed) => ('log' in deed ? log(deed.log) : settle(deed.settle, deed.outcome)),
    onSuccess: () => refreshAdvice(client),
  });
}

export function useTakeBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (takeBack: () => Promise<unknown>) => takeBack(),
    onSuccess: () => refreshAdvice(client),
  });
}

async function log(body: InteractionDraft): Promise<() => Promise<unknown>> {
  const headers = { 'Idempotency-Key': randomKey() };
  const { id } = await unwrap(api.POST('/v1/interactions', { body, headers }));
  const params = { path: { interaction_id: id } };
  return () => unwrap(api.DELETE('/v1/interactions/{interaction_id}', { params }));
}

async function settle(id: string, outcome: 'granted' | 'declined'): Promise<() => Promise<unknown>> {
  const params = { path: { interaction_id: id } };
  await unwrap(api.PATCH('/v1/interactions/{interaction_id}', { params, body: { ask_outcome: outcome } }));
  return () => unwrap(api.PATCH('/v1/interactions/{interaction_id}', { params, body: { ask_outcome: 'open' } }));
}
