import { isValid, parse, startOfDay, subDays } from 'date-fns';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WRITTEN = ['yyyy-MM-dd', 'd MMM yyyy', 'd MMM', 'd MMMM', 'd.M.yyyy', 'd.M.'];

/**
 * "today", "yesterday", "tue", "3 days ago", "12 Nov", "2026-11-12": the day meant, never one to come
 * unless it is written out. Null when it is not understood.
 */
export function parseDay(text: string, now: Date): Date | null {
  const words = text.trim().toLowerCase();
  const today = startOfDay(now);
  if (words === '' || words === 'today' || words === 'now') return today;
  if (words === 'yesterday') return subDays(today, 1);
  return parseDaysAgo(words, today) ?? parseWeekday(words, today) ?? parseWritten(text.trim(), today);
}

function parseDaysAgo(words: string, today: Date): Date | null {
  const match = /^(\d{1,3}) ?d(ays?)?( ago)?$/.exec(words);
  return match ? subDays(today, Number(match[1])) : null;
}

function parseWeekday(words: string, today: Date): Date | null {
  const match = /^(?:last )?([a-z]{3})[a-z]*$/.exec(words);
  const weekday = WEEKDAYS.indexOf(match?.[1] ?? '');
  if (weekday === -1) return null;
  return subDays(today, (today.getDay() - weekday + 7) % 7 || 7);
}

function parseWritten(text: string, today: Date): Date | null {
  for (const format of WRITTEN) {
    const day = parse(text, format, today);
    if (isValid(day)) return format.includes('y') ? day : notAhead(day, today);
  }
  return null;
}

/** A day without a year that lies ahead was last year's. */
function notAhead(day: Date, today: Date): Date {
  if (day <= today) return day;
  return new Date(day.getFullYear() - 1, day.getMonth(), day.getDate());
}

/** The moment to record: now for today, midday for another day, since the hour is not known. */
export function momentOf(day: Date, now: Date): Date {
  if (startOfDay(day).getTime() === startOfDay(now).getTime()) return now;
  const midday = startOfDay(day);
  midday.setHours(12);
  return midday;
}
