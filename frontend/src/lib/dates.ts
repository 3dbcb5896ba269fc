import { addDays, differenceInCalendarDays, isSameYear, startOfDay } from 'date-fns';

const DAY_WORDS = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** "today", "yesterday", "in 3 days" up to a week away; "12 Nov" beyond; "12 Nov 2024" in another year. */
export function relativeDay(moment: Date | string, now: Date): string {
  const date = toDate(moment);
  const days = differenceInCalendarDays(date, now);
  if (Math.abs(days) <= 7) return DAY_WORDS.format(days, 'day');
  return shortDate(date, now);
}

export function shortDate(moment: Date | string, now: Date): string {
  const date = toDate(moment);
  const year = isSameYear(date, now) ? undefined : 'numeric';
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year }).format(date);
}

/** "Fri 4 Dec": a day near enough to be known by its weekday. */
export function weekdayAndDay(moment: Date | string): string {
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
  return format.format(toDate(moment)).replace(',', '');
}

/** "10 Mar, 14:00", by the clock on the wall. */
export function dayAndTime(moment: Date | string, now: Date): string {
  return `${shortDate(moment, now)}, ${timeOfDay(moment)}`;
}

/** "14:00", by the clock on the wall. */
export function timeOfDay(moment: Date | string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(toDate(moment));
}

/** "March 2026": the heading of a month in a timeline. */
export function monthName(moment: Date | string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' }).format(toDate(moment));
}

/** "Tue 09:00", said in another person's zone. */
export function weekdayAndTime(moment: Date | string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone });
  return format.format(toDate(moment)).replace(',', '');
}

/** A date alone, without a clock: `2026-03-10` means that day wherever one stands. */
export function toDate(moment: Date | string): Date {
  if (moment instanceof Date) return moment;
  return /^\d{4}-\d{2}-\d{2}$/.test(moment) ? new Date(`${moment}T00:00:00`) : new Date(moment);
}

/** `2026-03-10`, by the clock on the wall. */
export function isoDay(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${day}`;
}

/** Nine in the morning, `days` from now: when a snoozed step comes back. */
export function morningIn(days: number, now: Date): Date {
  const morning = startOfDay(addDays(now, days));
  morning.setHours(9);
  return morning;
}
