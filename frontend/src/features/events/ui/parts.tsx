import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { EventPart, EventPlan } from '@/api/types';
import { clock } from '@/lib/clock';
import { dayAndTime } from '@/lib/dates';
import { Button } from '@/ui/button';
import { SectionTitle } from '@/ui/page';
import { PART_LABEL } from '../model/parts';
import { AddPartDialog } from './add-part-dialog';

/** The parts of the event: people talk in breakouts and informal parts, and listen in the others. */
export function Parts({ plan: { event, sessions } }: { plan: EventPlan }) {
  const [adding, setAdding] = useState(false);
  return (
    <section aria-label="Parts of the event" className="grid gap-2">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <SectionTitle>Parts of the event</SectionTitle>
        <Button size="sm" onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" />
          Add a part
        </Button>
      </header>
      {sessions.length > 0 ? (
        <PartList parts={sessions} />
      ) : (
        <p className="text-ink-2">
          Breakouts, dinners and coffee are where people talk. Note those that you would join.
        </p>
      )}
      {adding && <AddPartDialog eventId={event.id} parts={sessions} onClose={() => setAdding(false)} />}
    </section>
  );
}

export function PartList({ parts }: { parts: EventPart[] }) {
  return (
    <ul className="border-line border-t">
      {parts.map((part) => (
        <li key={`${part.title} ${part.starts_at}`} className="border-line border-b py-2">
          <PartLine part={part} />
        </li>
      ))}
    </ul>
  );
}

export function PartLine({ part }: { part: EventPart }) {
  const facts = [PART_LABEL[part.part], part.starts_at && dayAndTime(part.starts_at, clock.now())];
  return (
    <>
      <p className="font-medium">{part.title}</p>
      <p className="text-ink-3 text-sm">{facts.filter(Boolean).join(' · ')}</p>
    </>
  );
}
