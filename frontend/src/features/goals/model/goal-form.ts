import * as v from 'valibot';
import type { Goal, GoalDraft } from '@/api/types';
import { parted } from '@/lib/lists';
import { ASKS } from '@/lib/orders';

export const URGENCIES = ['low', 'normal', 'high'] as const;

export const URGENCY_LABEL = { low: 'Some day', normal: 'This season', high: 'Urgent' } as const;

export const goalFormSchema = v.object({
  title: v.pipe(v.string(), v.trim(), v.nonEmpty('Say what you are after.')),
  ask_size: v.picklist(ASKS),
  urgency: v.picklist(URGENCIES),
  companies: v.string(),
  fields: v.string(),
  ends_on: v.string(),
});

export type GoalForm = v.InferOutput<typeof goalFormSchema>;

export const BLANK_GOAL: GoalForm = {
  title: '',
  ask_size: 'referral',
  urgency: 'normal',
  companies: '',
  fields: '',
  ends_on: '',
};

export function toGoalForm(goal: Goal): GoalForm {
  return {
    title: goal.title,
    ask_size: goal.ask_size,
    urgency: goal.urgency,
    companies: goal.companies.join(', '),
    fields: goal.fields.join(', '),
    ends_on: goal.ends_on ?? '',
  };
}

export function toGoalDraft(form: GoalForm): GoalDraft {
  return { ...form, companies: parted(form.companies), fields: parted(form.fields), ends_on: form.ends_on || null };
}
