import type { Gathering } from '@/api/types';

const PARTS = ['Under way', 'Ahead', 'Over'] as const;
type Part = (typeof PARTS)[number];

/** The events by where they stand, without the parts that are empty: the next one first, and the last one first. */
export function calendarOf(events: readonly Gathering[], now: Date): { part: Part; items: Gathering[] }[] {
  const soonest = [...events].sort((one, other) => one.starts_at.localeCompare(other.starts_at));
  return PARTS.map((part) => {
    const items = soonest.filter((event) => partOf(event, now) === part);
    return { part, items: part === 'Over' ? items.reverse() : items };
  }).filter(({ items }) => items.length > 0);
}

function partOf({ starts_at, ends_at }: Gathering, now: Date): Part {
  if (now < new Date(starts_at)) return 'Ahead';
  return now < new Date(ends_at) ? 'Under way' : 'Over';
}
