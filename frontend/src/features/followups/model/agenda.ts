import { differenceInCalendarDays } from 'date-fns';
import type { FollowUp } from '@/api/types';

const PARTS = ['Overdue', 'Today', 'This week', 'Later'] as const;
type Part = (typeof PARTS)[number];

interface AgendaPart {
  part: Part;
  items: FollowUp[];
}

/** The follow-ups by when they are due, without the parts that are empty. */
export function agenda(followUps: readonly FollowUp[], now: Date): AgendaPart[] {
  const sorted = [...followUps].sort((one, other) => one.due_at.localeCompare(other.due_at));
  return PARTS.map((part) => ({
    part,
    items: sorted.filter((followUp) => partOf(new Date(followUp.due_at), now) === part),
  })).filter(({ items }) => items.length > 0);
}

export function partOf(due: Date, now: Date): Part {
  const days = differenceInCalendarDays(due, now);
  if (days < 0) return 'Overdue';
  if (days === 0) return 'Today';
  return days <= 7 ? 'This week' : 'Later';
}
