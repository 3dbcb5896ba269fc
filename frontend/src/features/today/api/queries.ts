import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { Step, Today } from '@/api/types';
import { clock } from '@/lib/clock';
import { type Handling, reopened, without } from '../model/handling';

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

interface HandledStep {
  step: Step;
  handling: Handling;
}

/** Takes a step off the list at once; when the server refuses, the whole list is put back. */
export function useHandleStep() {
  return useTodayMutation(
    ({ step, handling }: HandledStep) => send(step.id, handling),
    (today, { step, handling }) => without(today, step, handling, clock.now()),
  );
}

/** Undo is a request of its own: the server opens the step again. */
export function useReopenStep() {
  return useTodayMutation(
    (stepId: string) => unwrap(api.POST('/v1/next-steps/{step_id}/reopen', { params: { path: { step_id: stepId } } })),
    (today, stepId) => reopened(today, stepId),
  );
}

async function send(stepId: string, handling: Handling): Promise<void> {
  const params = { path: { step_id: stepId } };
  if (handling.how === 'done') {
    await unwrap(api.POST('/v1/next-steps/{step_id}/done', { params, body: {} }));
  } else if (handling.how === 'snoozed') {
    await unwrap(api.POST('/v1/next-steps/{step_id}/snooze', { params, body: { until: handling.until } }));
  } else {
    await unwrap(api.POST('/v1/next-steps/{step_id}/dismiss', { params, body: { reason: handling.reason } }));
  }
}

/** Shows the list as it will be, sends, and asks the server what it is. */
function useTodayMutation<Input>(
  send: (input: Input) => Promise<unknown>,
  foresee: (today: Today, input: Input) => Today,
) {
  const client = useQueryClient();
  const { queryKey } = todayQuery();
  return useMutation({
    mutationFn: send,
    onMutate: async (input) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (today) => today && foresee(today, input));
      return before;
    },
    onError: (_error, _input, before) => client.setQueryData(queryKey, before),
    onSettled: () => refreshAdvice(client),
  });
}

export function useExploreSample() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/v1/sample-network')),
    onSuccess: () => refreshAdvice(client),
  });
}
