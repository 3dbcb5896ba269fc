import type { Habit, HabitEvidence, Insights } from '@/api/types';
import { formatNumber } from '@/lib/intl';
import { countWords } from './rates';

/** Where to begin: the habit that costs most, if it is sure that it costs anything. The server puts it first. */
export function mostToGain(habits: Habit[]): Habit | null {
  const [first] = habits;
  return first && first.count > 0 && !first.too_few ? first : null;
}

/** Whether a habit moves, with the counts that say so. */
export function trendWords({ direction, days, recent, before }: Habit['trend']): string {
  if (direction === 'too_few') return 'Too few yet to see a trend.';
  const months = Math.round(days / 30);
  const counts = `${countWords(recent)} in the last ${months} months, ${countWords(before)} in the ${months} before.`;
  return `${TREND_LABEL[direction]}: ${counts}`;
}

const TREND_LABEL = { better: 'Less often now', worse: 'More often now', steady: 'About as often as before' } as const;

/** What the fix is for: a change, a habit to keep, or a case that has not come up. */
export function fixLabel({ count, opportunities }: Habit): string {
  if (count > 0) return 'Try next';
  return opportunities > 0 ? 'Keep doing' : 'When it comes up';
}

export function evidenceLabel({ count, evidence }: Habit): string {
  if (evidence.length === 1 && count === 1) return 'See when it was';
  return evidence.length < count
    ? `See the latest ${evidence.length} of ${formatNumber(count)}`
    : `See all ${evidence.length}`;
}

export const evidenceKey = ({ contact, occurred_at, text }: HabitEvidence) =>
  [contact?.id, occurred_at, text].join(' ');

/** How much there is to tell of: of nobody, of people with whom nothing happened in this time, or enough to look at. */
export function howMuchToTell({ health, mistakes, reply_rates }: Insights): 'nobody' | 'silence' | 'something' {
  if (health.contacts === 0) return 'nobody';
  const judged = mistakes.some(({ opportunities }) => opportunities > 0);
  return judged || reply_rates.overall.rate.of > 0 ? 'something' : 'silence';
}

/** Whether so little happened that no habit can be told from chance. */
export const allTooFew = (habits: Habit[]) => habits.every(({ too_few }) => too_few);
