import type { Step, Today } from '@/api/types';

/** What the owner did with a step. */
export type Handling =
  | { how: 'done' }
  | { how: 'snoozed'; until: string }
  | { how: 'dismissed'; reason: string | null };

export const HANDLING_LABEL: Record<Handling['how'], string> = {
  done: 'Done',
  snoozed: 'Snoozed',
  dismissed: 'Not for me',
};

/** Today as it will be once the server knows: without the step, and with it among what was done. */
export function without(today: Today, step: Step, handling: Handling, now: Date): Today {
  const items = today.items.filter((item) => item.id !== step.id);
  if (handling.how !== 'done' || !step.action) return { ...today, items };
  const deed = {
    id: step.id,
    contact_id: step.contact?.id ?? null,
    action: step.action,
    headline: step.headline,
    decided_at: now.toISOString(),
  };
  return { ...today, items, done: [deed, ...today.done] };
}

/** The step itself comes back with the server's next answer. */
export const reopened = (today: Today, stepId: string): Today => ({
  ...today,
  done: today.done.filter((deed) => deed.id !== stepId),
});
