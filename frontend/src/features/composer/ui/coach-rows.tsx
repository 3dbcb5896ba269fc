import { Circle, CircleCheck, Hand, Lightbulb, type LucideIcon, PencilLine } from 'lucide-react';
import { cn } from '@/lib/cn';
import type { Row } from '../model/rows';
import { SEVERITY_LABEL } from '../model/standing';

const STANDING: Record<Row['standing'], { icon: LucideIcon; word: string; look: string }> = {
  open: { icon: Circle, word: 'Open', look: 'text-ink-3' },
  fine: { icon: CircleCheck, word: 'Fine', look: 'text-ok' },
  hint: { icon: Lightbulb, word: SEVERITY_LABEL.hint, look: 'text-ink-2' },
  warn: { icon: PencilLine, word: SEVERITY_LABEL.warn, look: 'text-warn' },
  block: { icon: Hand, word: SEVERITY_LABEL.block, look: 'text-hold' },
};

/** The five things that are always in sight, whatever was found. */
export function CoachRows({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="grid gap-3">
      {rows.map(({ name, says, standing }) => {
        const { icon: Icon, word, look } = STANDING[standing];
        return (
          <li key={name} className="grid grid-cols-[1fr_auto] gap-x-3">
            <span className="text-sm font-medium">{name}</span>
            <span className={cn('inline-flex items-center gap-1.5 text-sm', look)}>
              <Icon aria-hidden="true" className="size-4" />
              {word}
            </span>
            <span className="tabular text-ink-2 col-span-2 text-sm">{says}</span>
          </li>
        );
      })}
    </ul>
  );
}
