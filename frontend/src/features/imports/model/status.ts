import type { Import } from '@/api/types';
import { formatNumber, plural, roughDuration } from '@/lib/intl';

export const STATUS_LABEL: Record<Import['status'], string> = {
  previewing: 'Being looked at',
  ready: 'Waits for you',
  applying: 'Coming in',
  done: 'Imported',
  cancelled: 'Cancelled',
  failed: 'Failed',
  undoing: 'Being undone',
  undone: 'Undone',
};

export const isUnderWay = ({ status }: Import) => ['previewing', 'applying', 'undoing'].includes(status);

/** How many records would change something. */
export const wouldChange = ({ counts }: Import) => counts.created + counts.updated;

/** What became of a file, as a title. */
export function verdict(job: Import): string {
  const { created, updated, skipped, refused } = job.counts;
  if (job.status === 'ready') {
    if (wouldChange(job) > 0) return 'This is what would come in';
    return skipped === 0 && refused > 0 ? 'Nothing in this file can come in yet' : 'Nothing in this file is new';
  }
  if (job.status === 'done') return `${formatNumber(created)} new, ${formatNumber(updated)} brought up to date`;
  if (job.status === 'undone') return 'Undone. Your network is as it was before.';
  return STATUS_LABEL[job.status];
}

/** "1,240 of 30,000, 3,100 a second, 9 seconds left" */
export function progressWords({ progress }: Import): string {
  const { done, total, per_second, seconds_left } = progress;
  const parts = [total > 0 ? `${formatNumber(done)} of ${formatNumber(total)}` : plural(done, 'record')];
  if (per_second > 0) parts.push(`${formatNumber(Math.round(per_second))} a second`);
  if (seconds_left !== null) parts.push(`${roughDuration(seconds_left)} left`);
  return parts.join(', ');
}
