import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Interaction } from '@/api/types';
import { Button, buttonClass } from '@/ui/button';
import { Card } from '@/ui/page';
import type { LogDraft } from '../model/draft';
import { effectLine } from '../model/effects';

interface Props {
  interaction: Interaction;
  person: LogDraft['person'];
  onAnother: () => void;
}

/** What the entry moved, and where one may want to go from here. */
export function Logged({ interaction, person, onAnother }: Props) {
  const next = useRef<HTMLDivElement>(null);
  useEffect(() => next.current?.querySelector('a')?.focus(), []);
  return (
    <Card className="grid gap-4">
      <p role="status" className="flex gap-3 text-lg">
        <CircleCheck aria-hidden="true" className="text-ok mt-0.5 size-5 shrink-0" />
        {effectLine(interaction.effects)}
      </p>
      <div ref={next} className="flex flex-wrap gap-2">
        {person && (
          <Link to="/people/$contactId" params={{ contactId: person.id }} className={buttonClass('primary')}>
            See {person.full_name}
          </Link>
        )}
        <Link to="/" className={buttonClass('secondary')}>
          Today
        </Link>
        <Button variant="ghost" onClick={onAnother}>
          Log another
        </Button>
      </div>
    </Card>
  );
}
