import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { GoalDraft } from '@/api/types';

export const goalsQuery = () =>
  queryOptions({
    queryKey: keys.goals,
    queryFn: ({ signal }) => unwrap(api.GET('/v1/goals', { signal, params: { query: { limit: 100 } } })),
  });

/** A goal changes what is recommended for everybody it concerns. */
function useGoalMutation<Input>(send: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.goals });
      await refreshAdvice(client);
    },
  });
}

export const useAddGoal = () => useGoalMutation((body: GoalDraft) => unwrap(api.POST('/v1/goals', { body })));

export const useSaveGoal = (id: string) =>
  useGoalMutation((body: GoalDraft) =>
    unwrap(api.PATCH('/v1/goals/{goal_id}', { params: { path: { goal_id: id } }, body })),
  );

export const useRemoveGoal = () =>
  useGoalMutation((id: string) => unwrap(api.DELETE('/v1/goals/{goal_id}', { params: { path: { goal_id: id } } })));
