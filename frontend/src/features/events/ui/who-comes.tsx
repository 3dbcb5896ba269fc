import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Attendee, EventPlan } from '@/api/types';
import { PersonLink, roleOf } from '@/features/contacts';
import { Button, buttonClass } from '@/ui/button';
import { SectionTitle } from '@/ui/page';
import { Failure, Skeleton } from '@/ui/states';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { useAddAttendee, useRemoveAttendee } from '../api/mutations';
import { attendeesQuery } from '../api/queries';
import { AddAttendeeDialog } from './add-attendee-dialog';

/** Everybody else who comes, as far as it is known. */
export function WhoComes({ plan: { event, key_people } }: { plan: EventPlan }) {
  const attendees = useQuery(attendeesQuery(event.id));
  const [adding, setAdding] = useState(false);
  const key = new Set(key_people.map(({ contact }) => contact.id));
  return (
    <section aria-label="Who else comes" className="grid gap-2">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <SectionTitle>{key.size > 0 ? 'Who else comes' : 'Who comes'}</SectionTitle>
        <div className="flex flex-wrap gap-2">
          <Link to="/import" search={{ event: event.id }} className={buttonClass('ghost', 'sm')}>
            Import a list
          </Link>
          <Button size="sm" onClick={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            Add somebody
          </Button>
        </div>
      </header>
      {attendees.isPending && <Skeleton className="h-16" />}
      {attendees.isError && <Failure error={attendees.error} retry={() => void attendees.refetch()} />}
      {attendees.data && (
        <Others people={attendees.data.items.filter(({ contact_id }) => !key.has(contact_id))} anybody={key.size > 0} />
      )}
      {adding && <AddAttendeeDialog eventId={event.id} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Others({ people, anybody }: { people: Attendee[]; anybody: boolean }) {
  if (people.length === 0) {
    return <p className="text-ink-2">{anybody ? 'Nobody else that you know of.' : 'Nobody that you know of yet.'}</p>;
  }
  return (
    <ul className="border-line border-t">
      {people.map((person) => (
        <AttendeeRow key={person.contact_id} person={person} />
      ))}
    </ul>
  );
}

function AttendeeRow({ person }: { person: Attendee }) {
  const say = useToast();
  const remember = useUndo();
  const add = useAddAttendee(person.event_id);
  const removal = useRemoveAttendee(person.event_id);
  const onError = (error: unknown) => say({ text: messageOf(error), tone: 'failed' });
  const remove = () =>
    removal
      .mutateAsync(person.contact_id)
      .then(
        () =>
          remember(`${person.full_name} is off the list.`, () =>
            add.mutateAsync({ contact_id: person.contact_id }).catch(onError),
          ),
        onError,
      );
  return (
    <li className="border-line flex items-center gap-3 border-b py-2">
      <div className="min-w-0 flex-1">
        <PersonLink id={person.contact_id} name={person.full_name} look="row" stop />
        <p className="text-ink-2">{roleOf(person)}</p>
      </div>
      <Button
        variant="ghost"
        size="icon"
        busy={removal.isPending}
        onClick={remove}
        aria-label={`${person.full_name} does not come`}
      >
        <X aria-hidden="true" />
      </Button>
    </li>
  );
}
