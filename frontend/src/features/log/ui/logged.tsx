import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, buttonClass } from '@/ui/button';
import { Card } from '@/ui/page';
import type { LogDraft } from '../model/draft';

interface Props {
  /** What was saved, and what it moved. */
  line: string;
  person: LogDraft['person'];
  onAnother: () => void;
}

/** What the entry moved, and where one may want to go from here. */
export function Logged({ line, person, onAnother }: Props) {
  const next = useRef<HTMLDivElement>(null);
  useEffect(() => next.current?.querySelector('a')?.focus(), []);
  return (
    <Card className="grid gap-4">
      <p role="status" className="flex gap-3 text-lg">
        <CircleCheck aria-hidden="true" className="text-ok mt-0.5 size-5 shrink-0" />
        {line}
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
