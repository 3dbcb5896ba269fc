import type { Recurrence } from '@/api/types';
import { plural } from '@/lib/intl';

/** How a follow-up may come round, as one picks it. */
export const RHYTHMS = ['once', 'week', 'fortnight', 'month', 'quarter', 'year', 'contact'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const RHYTHM_LABEL: Record<Rhythm, string> = {
  once: 'Does not repeat',
  week: 'Every week',
  fortnight: 'Every two weeks',
  month: 'Every month',
  quarter: 'Every three months',
  year: 'Every year',
  contact: 'Some weeks after you were last in touch',
};

const BY_DATE: Partial<Record<Rhythm, Pick<Recurrence, 'every' | 'unit'>>> = {
  week: { every: 1, unit: 'week' },
  fortnight: { every: 2, unit: 'week' },
  month: { every: 1, unit: 'month' },
  quarter: { every: 3, unit: 'month' },
  year: { every: 1, unit: 'year' },
};

export function recurrenceOf(rhythm: Rhythm, weeks: number): Recurrence | null {
  if (rhythm === 'contact') return { every: weeks, unit: 'week', anchor: 'last_contact' };
  const byDate = BY_DATE[rhythm];
  return byDate ? { ...byDate, anchor: 'date' } : null;
}

/** "every 3 weeks after your last contact" */
export function rhythmWords({ every, unit, anchor }: Recurrence): string {
  const often = every === 1 ? `every ${unit}` : `every ${plural(every, unit)}`;
  return anchor === 'last_contact' ? `${often} after your last contact` : often;
}
