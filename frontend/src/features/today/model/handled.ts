import type { Step, Today } from '@/api/types';

/** A step that left the list by the owner's hand. */
export interface Handled {
  step: Step;
  how: 'done' | 'snoozed' | 'dismissed';
  at: Date;
}

export const HANDLED_LABEL: Record<Handled['how'], string> = {
  done: 'Done',
  snoozed: 'Snoozed',
  dismissed: 'Not for me',
};

export function without(today: Today, stepId: string): Today {
  return { ...today, items: today.items.filter((step) => step.id !== stepId) };
}

export const doneCount = (handled: readonly Handled[]) => handled.filter(({ how }) => how === 'done').length;
