import type { Relationship } from '@/api/types';
import { formatPercent } from '@/lib/intl';

/** The relationship in sentences. Every number is the server's. */

export const BALL_WORDS: Record<Relationship['ball'], string> = {
  mine: 'It is your turn.',
  theirs: 'It is their turn.',
  nobody: 'Nobody owes a word.',
};

export function answersWords({ responsiveness }: Relationship): string {
  const { mean, low, high } = responsiveness;
  return `About ${Math.round(mean * 10)} in 10 of your messages are answered within a week (between ${formatPercent(low)} and ${formatPercent(high)}).`;
}

export function reliabilityWords(reliability: number | null): string | null {
  return reliability === null ? null : `${formatPercent(reliability)} of their promises were kept.`;
}

export function coolingWords(warmth: number, halfLifeDays: number): string {
  if (warmth <= 0) return 'No exchange yet, so there is nothing to cool.';
  return `Halves every ${Math.round(halfLifeDays)} days without an exchange.`;
}

/** Points of the cooling curve over `days`, each as [day, warmth]. */
export function coolingCurve(warmth: number, halfLifeDays: number, days: number, points = 24): [number, number][] {
  return Array.from({ length: points + 1 }, (_, point) => {
    const day = (days * point) / points;
    return [day, warmth * 2 ** (-day / halfLifeDays)];
  });
}
