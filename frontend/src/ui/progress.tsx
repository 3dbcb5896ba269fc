import { Progress as Base } from '@base-ui/react/progress';

interface ProgressBarProps {
  label: string;
  done: number;
  /** Null while the end is not known. */
  total: number | null;
  /** What stands under the bar: rate, time left. */
  detail?: string;
}

export function ProgressBar({ label, done, total, detail }: ProgressBarProps) {
  const value = total ? Math.min(100, (done / total) * 100) : null;
  return (
    <Base.Root value={value} className="grid gap-2">
      <div className="flex justify-between gap-4 text-sm">
        <Base.Label className="font-medium">{label}</Base.Label>
        <span className="tabular text-ink-2">{value === null ? '' : `${Math.floor(value)}%`}</span>
      </div>
      <Base.Track className="bg-sunken h-2 overflow-hidden rounded-full">
        <Base.Indicator className="bg-accent h-full rounded-full transition-[width] duration-300 data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Base.Track>
      {detail && <p className="tabular text-ink-3 text-sm">{detail}</p>}
    </Base.Root>
  );
}
