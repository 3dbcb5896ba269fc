import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/keys';
import type { Delivery, WebhookDraft, WebhookPatch } from '@/api/types';
import { CALM_MS, pace } from '@/lib/live';

const path = (id: string) => ({ path: { webhook_id: id } });

export const webhooksQuery = () =>
  queryOptions({
    queryKey: [...keys.webhooks, 'list'],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/webhooks', { signal, params: { query: { limit: 200 } } })),
  });

/** A delivery can change how it is: refused for days it is parked, and a 410 ends it. */
export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: keys.webhook(id),
    queryFn: ({ signal }) => unwrap(api.GET('/v1/webhooks/{webhook_id}', { signal, params: path(id) })),
    refetchInterval: CALM_MS,
  });

export const deliveriesQuery = (id: string, status: Delivery['status'] | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.webhook(id), 'deliveries', status],
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET('/v1/webhooks/{webhook_id}/deliveries', {
          signal,
          params: { ...path(id), query: { limit: 20, ...(status && { status }), ...pageParam } },
        }),
      ),
    initialPageParam: {} as { cursor?: string },
    getNextPageParam: (page) => (page.next_cursor ? { cursor: page.next_cursor } : undefined),
    refetchInterval: pace<Delivery>(({ status, tries }) => status === 'waiting' && tries === 0),
  });

/** What was sent, and each try: read anew with each try that is made. */
export const deliveryQuery = (webhookId: string, { id, tries, status }: Delivery) =>
  queryOptions({
    queryKey: [...keys.webhook(webhookId), 'delivery', id, tries, status],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/webhooks/{webhook_id}/deliveries/{delivery_id}', {
          signal,
          params: { path: { webhook_id: webhookId, delivery_id: id } },
        }),
      ),
  });

function useThenRefetch<Input, Output>(send: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.webhooks }),
  });
}

export const useAddWebhook = () => useThenRefetch((body: WebhookDraft) => unwrap(api.POST('/v1/webhooks', { body })));

export const useChangeWebhook = (id: string) =>
  useThenRefetch((body: WebhookPatch) => unwrap(api.PATCH('/v1/webhooks/{webhook_id}', { params: path(id), body })));

export const useRotateSecret = (id: string) =>
  useThenRefetch((_: undefined) =>
    unwrap(api.POST('/v1/webhooks/{webhook_id}/rotate', { params: path(id), body: { overlap_hours: 24 } })),
  );

export const useSendTest = (id: string) =>
  useThenRefetch((_: undefined) => unwrap(api.POST('/v1/webhooks/{webhook_id}/test', { params: path(id) })));

export const useReplay = (id: string) =>
  useThenRefetch((deliveryId: string) =>
    unwrap(
      api.POST('/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/replay', {
        params: { path: { webhook_id: id, delivery_id: deliveryId } },
      }),
    ),
  );

/** The page of what is gone must not ask for it again: the list alone is asked anew, before it is shown. */
export function useDeleteWebhook(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/v1/webhooks/{webhook_id}', { params: path(id) })),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooksQuery().queryKey, refetchType: 'all' }),
  });
}
