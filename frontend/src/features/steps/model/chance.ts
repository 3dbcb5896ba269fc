import { formatPercent } from '@/lib/intl';

/** Chances in whole persons out of ten, since "34%" promises more than anyone knows. */
export function chanceWords(probability: number): string {
  const ofTen = Math.round(probability * 10);
  if (ofTen <= 0) return `Rarely answered (${formatPercent(probability)})`;
  if (ofTen >= 10) return `Almost always answered (${formatPercent(probability)})`;
  return `About ${ofTen} in 10 answer (${formatPercent(probability)})`;
}
