import type { Rate } from '@/api/types';
import { formatNumber, formatPercent } from '@/lib/intl';

/** "41 of 44". */
export const countWords = ({ count, of }: Rate) => `${formatNumber(count)} of ${formatNumber(of)}`;

/** "84–97%": where the true rate lies, nine times in ten. */
export const spanWords = ({ low, high }: Rate) => `${formatNumber(Math.round(low * 100))}–${formatPercent(high)}`;

/** "93% of 44, likely 84–97%"; where they are too few, that and the bare count. */
export function rateWords(rate: Rate): string {
  if (rate.share === null) return 'None yet';
  if (rate.too_few) return `${countWords(rate)}, too few to tell`;
  return `${formatPercent(rate.share)} of ${formatNumber(rate.of)}, likely ${spanWords(rate)}`;
}

/** What stands in a table for the counts, for the share, and for where it likely lies. */
export const countCell = (rate: Rate) => (rate.of === 0 ? '–' : countWords(rate));
export const shareCell = ({ share }: Rate) => (share === null ? '–' : formatPercent(share));
export const spanCell = (rate: Rate) => (rate.too_few ? 'too few' : spanWords(rate));

export const INTERVAL_NOTE = 'The thin line under a bar is where the true rate likely lies, nine times in ten.';
