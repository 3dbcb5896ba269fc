import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { HookAnswer, HookEvent, IntegrationDraft, IntegrationPatch } from '@/api/types';
import { pace } from '@/lib/live';

const path = (id: string) => ({ path: { integration_id: id } });

export const kindsQuery = () =>
  queryOptions({
    queryKey: [...keys.integrations, 'kinds'],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/v1/integrations/kinds', { signal }))).kinds,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const integrationsQuery = () =>
  queryOptions({
    queryKey: [...keys.integrations, 'list'],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/integrations', { signal, params: { query: { limit: 200 } } })),
  });

export const integrationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.integration(id),
    queryFn: ({ signal }) => unwrap(api.GET('/v1/integrations/{integration_id}', { signal, params: path(id) })),
  });

export const inboxQuery = (id: string, status: HookEvent['status'] | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.integration(id), 'events', status],
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET('/v1/integrations/{integration_id}/events', {
          signal,
          params: { ...path(id), query: { limit: 20, ...(status && { status }), ...pageParam } },
        }),
      ),
    initialPageParam: {} as { cursor?: string },
    getNextPageParam: (page) => (page.next_cursor ? { cursor: page.next_cursor } : undefined),
    refetchInterval: pace<HookEvent>(({ status }) => status === 'received'),
  });

function useThenRefetch<Input, Output>(send: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.integrations }),
  });
}

export const useAddIntegration = () =>
  useThenRefetch((body: IntegrationDraft) => unwrap(api.POST('/v1/integrations', { body })));

export const useChangeIntegration = (id: string) =>
  useThenRefetch((body: IntegrationPatch) =>
    unwrap(api.PATCH('/v1/integrations/{integration_id}', { params: path(id), body })),
  );

export const useRotateSecret = (id: string) =>
  useThenRefetch((secret: string | null) =>
    unwrap(
      api.POST('/v1/integrations/{integration_id}/rotate', { params: path(id), body: { secret, overlap_hours: 24 } }),
    ),
  );

/** The page of what is gone must not ask for it again: the list alone is asked anew, before it is shown. */
export function useDeleteIntegration(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/v1/integrations/{integration_id}', { params: path(id) })),
    onSuccess: () => client.invalidateQueries({ queryKey: integrationsQuery().queryKey, refetchType: 'all' }),
  });
}

/** Says what to do with an event; the people whom it is about are asked anew. */
export function useAnswer(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: HookAnswer) =>
      unwrap(api.POST('/v1/integrations/{integration_id}/events', { params: path(id), body })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.integrations });
      await refreshAdvice(client, 'none');
    },
  });
}
