import * as v from 'valibot';
import type { AccountPatch, GoalDraft } from '@/api/types';
import { SENIORITIES } from '@/lib/orders';

export const onboardingSchema = v.object({
  seniority: v.nullable(v.picklist(SENIORITIES)),
  profile_url: v.pipe(v.string(), v.trim()),
  timezone: v.string(),
  goal: v.pipe(v.string(), v.trim(), v.maxLength(200, 'Keep it under 200 characters.')),
});

type Answers = v.InferOutput<typeof onboardingSchema>;

export function toAccountPatch({ seniority, profile_url, timezone }: Answers): AccountPatch {
  return { timezone, ...(seniority && { seniority }), ...(profile_url && { profile_url }) };
}

/** Most who come are after somebody to speak for them; Goals has the finer choice. */
export function toFirstGoal({ goal }: Answers): GoalDraft | null {
  return goal ? { title: goal, ask_size: 'referral' } : null;
}
