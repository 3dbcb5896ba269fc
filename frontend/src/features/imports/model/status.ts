import type { Import } from '@/api/types';
import { formatNumber, plural, roughDuration } from '@/lib/intl';

export const STATUS_LABEL: Record<Import['status'], string> = {
  previewing: 'Being looked at',
  ready: 'Waits for you',
  applying: 'Coming in',
  done: 'Imported',
  cancelled: 'Cancelled',
  failed: 'Failed',
  undone: 'Undone',
};

export const isUnderWay = ({ status }: Import) => status === 'previewing' || status === 'applying';

/** How many records would change something. */
export const wouldChange = ({ counts }: Import) => counts.created + counts.updated;

/** "1,240 of 30,000, 3,100 a second, 9 seconds left" */
export function progressWords({ progress }: Import): string {
  const { done, total, per_second, seconds_left } = progress;
  const parts = [total ? `${formatNumber(done)} of ${formatNumber(total)}` : plural(done, 'record')];
  if (per_second) parts.push(`${formatNumber(Math.round(per_second))} a second`);
  if (seconds_left !== null) parts.push(`${roughDuration(seconds_left)} left`);
  return parts.join(', ');
}
