import { cn } from '@/lib/cn';
import { formatPercent } from '@/lib/intl';

/** Below this a tie counts as cold: the playbook's target. */
const TARGET = 0.5;

/** A bar that cools towards the left, with the mark below which a tie counts as cold. */
export function WarmthBar({ warmth, className }: { warmth: number; className?: string }) {
  return (
    <svg
      role="img"
      viewBox="0 0 120 10"
      preserveAspectRatio="none"
      aria-label={`Warmth ${formatPercent(warmth)}`}
      className={cn('h-2.5 w-full', className)}
    >
      <title>{`Warmth ${formatPercent(warmth)}`}</title>
      <rect width="120" height="10" rx="5" className="fill-sunken" />
      <rect width={Math.max(warmth * 120, warmth > 0 ? 5 : 0)} height="10" rx="5" className="fill-chart-1" />
      <rect x={TARGET * 120 - 0.5} width="1" height="10" className="fill-edge" />
    </svg>
  );
}

/** Small enough for a row: a dot that fills as the tie is warm. */
export function WarmthDot({ warmth }: { warmth: number }) {
  return (
    <svg role="img" viewBox="0 0 16 16" className="size-4 shrink-0" aria-label={`Warmth ${formatPercent(warmth)}`}>
      <title>{`Warmth ${formatPercent(warmth)}`}</title>
      <circle cx="8" cy="8" r="6.25" fill="none" strokeWidth="1.5" className="stroke-edge" />
      <path d={pieSlice(warmth)} className="fill-chart-1" />
    </svg>
  );
}

/** The slice of a clock face, from twelve o'clock, that is `share` of the whole. */
export function pieSlice(share: number): string {
  if (share <= 0) return '';
  if (share >= 0.999) return 'M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9';
  const angle = share * 2 * Math.PI;
  const x = (8 + 4.5 * Math.sin(angle)).toFixed(2);
  const y = (8 - 4.5 * Math.cos(angle)).toFixed(2);
  return `M8 8V3.5A4.5 4.5 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}Z`;
}
