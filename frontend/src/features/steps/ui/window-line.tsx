import { Clock } from 'lucide-react';
import type { StepWindow } from '@/api/types';
import { clock } from '@/lib/clock';
import { windowBar, windowWords } from '../model/window';

/** When it is the moment: a bar over the next two weeks, and the same in words. */
export function WindowLine({ window }: { window: StepWindow }) {
  const now = clock.now();
  const { start, end } = windowBar(window, now);
  const width = 96;
  return (
    <p className="text-ink-3 flex items-center gap-3 text-sm">
      <Clock aria-hidden="true" className="size-4 shrink-0" />
      <svg aria-hidden="true" viewBox={`0 0 ${width} 6`} className="h-1.5 w-24 shrink-0">
        <rect width={width} height="6" rx="3" className="fill-sunken" />
        <rect x={start * width} width={Math.max(6, (end - start) * width)} height="6" rx="3" className="fill-chart-1" />
      </svg>
      <span>{windowWords(window, now)}</span>
    </p>
  );
}
