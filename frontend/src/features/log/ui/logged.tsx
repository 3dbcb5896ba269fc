import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { messageOf } from '@/api/problem';
import { Button, buttonClass } from '@/ui/button';
import { FormAlert } from '@/ui/field';
import { Card } from '@/ui/page';
import { useTakeBack } from '../api/queries';
import type { LogDraft } from '../model/draft';

interface Props {
  /** What was saved, and what it moved. */
  line: string;
  person: LogDraft['person'];
  /** The entry as the server keeps it; null while it waits for the network. */
  entryId: string | null;
  onAnother: () => void;
  onTakenBack: () => void;
}

/** What the entry moved, and where one may want to go from here. */
export function Logged({ line, person, entryId, onAnother, onTakenBack }: Props) {
  const takeBack = useTakeBack();
  const next = useRef<HTMLDivElement>(null);
  useEffect(() => next.current?.querySelector('a')?.focus(), []);
  return (
    <Card className="grid gap-4">
      <p role="status" className="flex gap-3 text-lg">
        <CircleCheck aria-hidden="true" className="text-ok mt-0.5 size-5 shrink-0" />
        {line}
      </p>
      <FormAlert>{takeBack.error && messageOf(takeBack.error)}</FormAlert>
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
        {person && entryId && (
          <Button
            variant="ghost"
            busy={takeBack.isPending}
            onClick={() => takeBack.mutate({ id: entryId, contactId: person.id }, { onSuccess: onTakenBack })}
          >
            Undo
          </Button>
        )}
      </div>
    </Card>
  );
}
