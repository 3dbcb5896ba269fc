import type { Brief, GoalOutcome, Interaction } from '@/api/types';

/** The outcomes once that of one goal is said, in the order of the goals; null where nobody said. */
export function withOutcome(
  { goals, goal_outcomes }: Pick<Interaction, 'goals' | 'goal_outcomes'>,
  place: number,
  outcome: GoalOutcome,
): (GoalOutcome | null)[] {
  return goals.map((_, index) => (index === place ? outcome : (goal_outcomes[index] ?? null)));
}

/** The conversations whose goals are spoken of: the last one, and those that left something open. */
export function conversationsOf({ last_conversation, left_open }: Brief): string[] {
  const ids = [last_conversation?.interaction_id, ...left_open.map(({ interaction_id }) => interaction_id)];
  return [...new Set(ids.filter((id) => id !== undefined))];
}
