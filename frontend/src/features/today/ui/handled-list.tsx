import { Undo2 } from 'lucide-react';
import { Button } from '@/ui/button';
import { useReopen } from '../api/use-handling';
import { HANDLED_LABEL, type Handled } from '../model/handled';

/** The last deeds stay within reach, since a toast is gone too soon for some. */
const SHOWN = 20;

export function HandledList({ handled }: { handled: Handled[] }) {
  const reopen = useReopen();
  if (handled.length === 0) return null;
  return (
    <details className="border-line mt-8 border-t pt-4">
      <summary className="text-ink-2 w-fit rounded-sm font-medium">Done and put aside today</summary>
      <ul className="mt-2 grid">
        {handled.slice(0, SHOWN).map(({ step, how }) => (
          <li key={step.id} className="border-line flex items-center gap-3 border-b py-2 last:border-0">
            <span className="text-ink-3 w-20 shrink-0 text-sm">{HANDLED_LABEL[how]}</span>
            <span className="min-w-0 flex-1">{step.headline}</span>
            <Button variant="ghost" size="sm" aria-label={`Undo: ${step.headline}`} onClick={() => reopen(step)}>
              <Undo2 aria-hidden="true" />
              Undo
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
