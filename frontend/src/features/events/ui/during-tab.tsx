import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { EventPlan } from '@/api/types';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { SectionTitle } from '@/ui/page';
import { Failure, SkeletonList } from '@/ui/states';
import { attendeesQuery } from '../api/queries';
import { useMet } from '../api/use-met';
import { isTalkative } from '../model/parts';
import { namedLike, rosterOf } from '../model/roster';
import { AddAttendeeDialog } from './add-attendee-dialog';
import { MetRow } from './met-row';
import { PartList } from './parts';

/** More rows than these are searched, not scrolled. */
const ROWS_WITHOUT_SEARCH = 8;

/** For one thumb: a row for everybody, and one tap says that you met. */
export function DuringTab({ plan }: { plan: EventPlan }) {
  const attendees = useQuery(attendeesQuery(plan.event.id));
  const [adding, setAdding] = useState(false);
  const talkative = plan.sessions.filter(isTalkative);
  return (
    <div className="grid gap-8">
      <section aria-label="Whom you meet" className="grid gap-3">
        <SectionTitle>Whom you meet</SectionTitle>
        {attendees.isPending && <SkeletonList rows={4} className="h-16" />}
        {attendees.isError && <Failure error={attendees.error} retry={() => void attendees.refetch()} />}
        {attendees.data && <Roster plan={plan} people={rosterOf(plan, attendees.data.items)} />}
        <Button size="field" className="w-full" onClick={() => setAdding(true)}>
          <UserPlus aria-hidden="true" />
          Somebody else
        </Button>
      </section>
      {talkative.length > 0 && (
        <section aria-label="Where people talk" className="grid gap-2">
          <SectionTitle>Where people talk</SectionTitle>
          <PartList parts={talkative} />
        </section>
      )}
      {adding && <AddAttendeeDialog eventId={plan.event.id} onClose={() => setAdding(false)} />}
    </div>
  );
}

function Roster({ plan, people }: { plan: EventPlan; people: ReturnType<typeof rosterOf> }) {
  const { met, busy, meet, note } = useMet(plan.event);
  const [sought, setSought] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  if (people.length === 0) {
    return <p className="text-ink-2">Nobody is on the list yet. Add whom you talk with, right after you talked.</p>;
  }
  return (
    <>
      {people.length > ROWS_WITHOUT_SEARCH && (
        <Field label="Find somebody">
          {(control) => (
            <Input {...control} type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
          )}
        </Field>
      )}
      <ul className="grid gap-2">
        {namedLike(people, sought).map((person) => (
          <MetRow
            key={person.id}
            person={person}
            met={met.get(person.id)}
            busy={busy}
            open={open === person.id}
            onOpen={(opened) => setOpen(opened ? person.id : null)}
            onMeet={() => meet(person, () => setOpen(person.id))}
            onNote={(said, more) => note(person, said, more, () => setOpen(null))}
          />
        ))}
      </ul>
    </>
  );
}
