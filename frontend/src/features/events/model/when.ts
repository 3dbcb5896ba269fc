import { isSameDay } from 'date-fns';
import type { Gathering } from '@/api/types';
import { dayAndTime, isoDay, timeOfDay } from '@/lib/dates';

type Span = Pick<Gathering, 'starts_at' | 'ends_at'>;

/** "10 Mar, 18:00 to 21:00"; "10 Mar, 09:00 to 12 Mar, 17:00"; "10 Mar, 18:00" where the end is not known. */
export function whenOf({ starts_at, ends_at }: Span, now: Date): string {
  const begins = dayAndTime(starts_at, now);
  if (starts_at === ends_at) return begins;
  return `${begins} to ${isSameDay(starts_at, ends_at) ? timeOfDay(ends_at) : dayAndTime(ends_at, now)}`;
}

/** The moment to record of a talk there: now, as far as the event lasts. It is never ahead of now. */
export function talkMoment({ ends_at }: Span, now: Date): Date {
  const end = new Date(ends_at);
  return now > end ? end : now;
}

/** `2026-03-10T18:00` as a field for day and time holds it, by the clock on the wall. */
export function toLocalField(moment: string | null): string {
  if (!moment) return '';
  const date = new Date(moment);
  return `${isoDay(date)}T${timeOfDay(date)}`;
}

/** The moment that such a field holds; null of an empty one. */
export const fromLocalField = (field: string): string | null => (field ? new Date(field).toISOString() : null);
