import { Undo2 } from 'lucide-react';
import type { DoneStep } from '@/api/types';
import { plural } from '@/lib/intl';
import { Button } from '@/ui/button';
import { useReopen } from '../api/use-handling';

/** The last deeds stay within reach, since a toast is gone too soon for some. */
const SHOWN = 20;

export function DoneList({ done }: { done: DoneStep[] }) {
  const reopen = useReopen();
  if (done.length === 0) return null;
  return (
    <details className="border-line mt-8 border-t pt-4">
      <summary className="text-ink-2 w-fit rounded-sm font-medium">{`Done today: ${plural(done.length, 'step')}`}</summary>
      <ul className="mt-2 grid">
        {done.slice(0, SHOWN).map((step) => (
          <li key={step.id} className="border-line flex items-center gap-3 border-b py-2 last:border-0">
            <span className="min-w-0 flex-1">{step.headline}</span>
            <Button variant="ghost" size="sm" aria-label={`Undo: ${step.headline}`} onClick={() => reopen(step.id)}>
              <Undo2 aria-hidden="true" />
              Undo
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
