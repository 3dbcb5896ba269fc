import type { Moment } from '@/api/types';
import { monthName } from '@/lib/dates';

interface Month {
  month: string;
  items: Moment[];
}

/** Newest first, as the server sends them, cut at each turn of a month. */
export function byMonth(items: readonly Moment[]): Month[] {
  const months: Month[] = [];
  for (const item of items) {
    const month = monthName(item.at);
    const current = months.at(-1);
    if (current?.month === month) current.items.push(item);
    else months.push({ month, items: [item] });
  }
  return months;
}
