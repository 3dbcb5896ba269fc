interface ProgressBarProps {
  label: string;
  done: number;
  /** Null while the end is not known. */
  total: number | null;
  /** What stands under the bar: rate, time left. */
  detail?: string;
}

export function ProgressBar({ label, done, total, detail }: ProgressBarProps) {
  const percent = total ? Math.min(100, Math.floor((done / total) * 100)) : null;
  return (
    <div className="grid gap-2">
      <div className="flex justify-between gap-4 text-sm">
        <span className="font-medium">{label}</span>
        <span className="tabular text-ink-2">{percent === null ? '' : `${percent}%`}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={detail}
        className="bg-sunken h-2 overflow-hidden rounded-full"
      >
        <div
          className="bg-accent h-full rounded-full transition-[width] duration-300"
          style={{ width: percent === null ? '33%' : `${percent}%` }}
        />
      </div>
      {detail && <p className="tabular text-ink-3 text-sm">{detail}</p>}
    </div>
  );
}
