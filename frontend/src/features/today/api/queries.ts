import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { Step, Today } from '@/api/types';
import { clock } from '@/lib/clock';
import { type Handled, without } from '../model/handled';

export const todayQuery = () =>
  queryOptions({
    queryKey: keys.today,
    queryFn: ({ signal }) => unwrap(api.GET('/v1/next-steps', { signal })),
  });

/** Whether there is anybody at all. An account without people is shown the three doors. */
export const anybodyQuery = () =>
  queryOptions({
    queryKey: keys.contactList({ anybody: true }),
    queryFn: async ({ signal }) => {
      const page = await unwrap(api.GET('/v1/contacts', { signal, params: { query: { limit: 1 } } }));
      return page.items.length > 0;
    },
  });

const HANDLED_KEY = ['handled-today'];

/** What was done, snoozed or dismissed since this page was opened: the server's list no longer has it. */
export const handledQuery = () =>
  queryOptions<Handled[]>({
    queryKey: HANDLED_KEY,
    queryFn: () => [],
    initialData: [],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

type How = { how: 'done' } | { how: 'snoozed'; until: string } | { how: 'dismissed'; reason: string | null };

interface Handling {
  step: Step;
  handling: How;
}

function send(id: string, handling: How) {
  const params = { path: { id } };
  if (handling.how === 'done') return unwrap(api.POST('/v1/next-steps/{id}/done', { params, body: {} }));
  if (handling.how === 'snoozed')
    return unwrap(api.POST('/v1/next-steps/{id}/snooze', { params, body: { until: handling.until } }));
  return unwrap(api.POST('/v1/next-steps/{id}/dismiss', { params, body: { reason: handling.reason } }));
}

/** Takes a step off the list at once; when the server refuses, the whole list is put back. */
export function useHandleStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, handling }: Handling) => send(step.id, handling),
    onMutate: async ({ step, handling }) => {
      const before = await snapshot(client);
      client.setQueryData(todayQuery().queryKey, (today) => today && without(today, step.id));
      client.setQueryData(HANDLED_KEY, [{ step, how: handling.how, at: clock.now() }, ...before.handled]);
      return before;
    },
    onError: (_error, _variables, before) => before && restore(client, before),
    onSettled: () => refreshAdvice(client),
  });
}

/** Undo is a request of its own: the server opens the step again. */
export function useReopenStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => unwrap(api.POST('/v1/next-steps/{id}/reopen', { params: { path: { id: step.id } } })),
    onMutate: async (step) => {
      const before = await snapshot(client);
      client.setQueryData(
        HANDLED_KEY,
        before.handled.filter((handled) => handled.step.id !== step.id),
      );
      return before;
    },
    onError: (_error, _step, before) => before && restore(client, before),
    onSettled: () => refreshAdvice(client),
  });
}

interface Snapshot {
  today: Today | undefined;
  handled: Handled[];
}

async function snapshot(client: QueryClient): Promise<Snapshot> {
  await client.cancelQueries({ queryKey: keys.today });
  return {
    today: client.getQueryData(todayQuery().queryKey),
    handled: client.getQueryData(handledQuery().queryKey) ?? [],
  };
}

function restore(client: QueryClient, before: Snapshot): void {
  client.setQueryData(todayQuery().queryKey, before.today);
  client.setQueryData(HANDLED_KEY, before.handled);
}

export function useExploreSample() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/v1/sample-network')),
    onSuccess: () => refreshAdvice(client),
  });
}
