import type { ReactNode } from 'react';

/** Of the whole, 0 to 1. */
interface Span {
  low: number;
  high: number;
}

interface BarProps {
  /** Of the whole, 0 to 1. */
  share: number;
  /** A thin line under the bar: where the true value likely lies, or where it was before. */
  span?: Span | undefined;
  /** Means little yet: an outline alone. */
  faint?: boolean | undefined;
}

/** A bar along its track. It repeats what the words beside it say, so nobody has to see it. */
export function Bar({ share, span, faint = false }: BarProps) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 12" preserveAspectRatio="none" className="h-3 w-full">
      <rect width="100" height="7" className="fill-sunken" />
      {share > 0 && (
        <rect
          width={share * 100}
          height="7"
          vectorEffect="non-scaling-stroke"
          className={faint ? 'stroke-chart-1 fill-transparent' : 'fill-chart-1'}
        />
      )}
      {span && (
        <path
          d={`M${(span.low * 100).toFixed(1)} 10.5H${(span.high * 100).toFixed(1)}`}
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          className="stroke-chart-2"
        />
      )}
    </svg>
  );
}

export interface BarRow extends BarProps {
  key: string;
  label: ReactNode;
  /** The same as the bar, in words. */
  value: string;
}

/** One bar a row, its name before it and its value behind; on a phone both stand above the bar. */
export function BarRows({ rows }: { rows: BarRow[] }) {
  return (
    <ul className="grid gap-3">
      {rows.map(({ key, label, value, ...bar }) => (
        <li
          key={key}
          className="grid grid-cols-[minmax(0,auto)_minmax(0,auto)] items-center justify-between gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)_12rem]"
        >
          <span className="text-sm font-medium">{label}</span>
          <span className="order-last col-span-2 sm:order-none sm:col-span-1">
            <Bar {...bar} />
          </span>
          <span className="tabular text-ink-2 text-right text-sm sm:text-left">{value}</span>
        </li>
      ))}
    </ul>
  );
}
