import type { TimeAway } from '@/api/types';
import { isoDay, shortDate } from '@/lib/dates';

/** "Away until 14 Mar"; "Away from 1 Jun until 14 Jun" where it has not begun. */
export function awayWords({ from, until }: TimeAway['away'], now: Date): string {
  const end = `until ${shortDate(until, now)}`;
  return from > isoDay(now) ? `Away from ${shortDate(from, now)} ${end}` : `Away ${end}`;
}
