import { morningIn } from '@/lib/dates';

interface SnoozeChoice {
  label: string;
  until: Date;
}

/** When a step may come back, always in the morning, the nearest first. */
export function snoozeChoices(now: Date): SnoozeChoice[] {
  const choices = [
    { label: 'Tomorrow', until: morningIn(1, now) },
    { label: 'In three days', until: morningIn(3, now) },
    { label: 'Next Monday', until: morningIn(daysToMonday(now), now) },
    { label: 'In a month', until: morningIn(30, now) },
  ];
  return choices.toSorted((a, b) => a.until.getTime() - b.until.getTime());
}

const daysToMonday = (now: Date) => (8 - now.getDay()) % 7 || 7;
