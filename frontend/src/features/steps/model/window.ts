import { addDays, differenceInMinutes, startOfDay } from 'date-fns';
import type { StepWindow } from '@/api/types';
import { relativeDay, weekdayAndTime } from '@/lib/dates';

/** The bar shows two weeks, from this morning on. */
const DAYS_SHOWN = 14;

export interface WindowBar {
  /** Shares of the bar, 0 to 1. */
  start: number;
  end: number;
}

export function windowBar(window: StepWindow, now: Date): WindowBar {
  const begin = startOfDay(now);
  const whole = differenceInMinutes(addDays(begin, DAYS_SHOWN), begin);
  const place = (moment: Date) => Math.min(1, Math.max(0, differenceInMinutes(moment, begin) / whole));
  const start = place(new Date(window.from));
  const end = window.until ? place(new Date(window.until)) : 1;
  return { start, end: Math.max(end, start) };
}

/** "Open now, closes Friday." or "Opens Tue 09:00 their time, closes 12 Mar." */
export function windowWords(window: StepWindow, now: Date): string {
  const opens = new Date(window.from);
  const opening = opens <= now ? 'Open now' : `Opens ${weekdayAndTime(opens, window.timezone)} their time`;
  if (!window.until) return `${opening}.`;
  const until = new Date(window.until);
  return until < now ? 'Overdue.' : `${opening}, closes ${closingDay(until, now)}.`;
}

/** A day of this week by its name, a later one by its date. */
function closingDay(until: Date, now: Date): string {
  const soon = until.getTime() - now.getTime() < 7 * 24 * 3_600_000;
  const relative = relativeDay(until, now);
  if (!soon || relative === 'today' || relative === 'tomorrow') return relative;
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long' }).format(until);
}
