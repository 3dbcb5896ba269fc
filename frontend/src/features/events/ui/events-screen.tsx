import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CalendarDays, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Gathering } from '@/api/types';
import { clock } from '@/lib/clock';
import { LIST_STOP, useListKeys } from '@/lib/commands/use-list-keys';
import { Button, buttonClass } from '@/ui/button';
import { Page, SectionTitle } from '@/ui/page';
import { Empty, Failure, SkeletonList } from '@/ui/states';
import { eventsQuery } from '../api/queries';
import { calendarOf } from '../model/calendar';
import { whenOf } from '../model/when';
import { AddEventDialog } from './event-dialogs';

export function EventsScreen() {
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title="Events"
      subtitle="Who to meet there, and what to do after."
      actions={
        <>
          <Link to="/import" className={buttonClass('ghost')}>
            Import a calendar
          </Link>
          <Button onClick={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            Add an event
          </Button>
        </>
      }
    >
      <EventsBody />
      {adding && (
        <AddEventDialog
          onClose={() => setAdding(false)}
          onAdded={({ id }) => void navigate({ to: '/events/$eventId', params: { eventId: id } })}
        />
      )}
    </Page>
  );
}

function EventsBody() {
  const events = useInfiniteQuery(eventsQuery());
  if (events.isPending) return <SkeletonList rows={3} className="h-16" />;
  if (events.isError) return <Failure error={events.error} retry={() => void events.refetch()} />;
  const all = events.data.pages.flatMap((page) => page.items);
  if (all.length === 0) {
    return (
      <Empty icon={CalendarDays} title="No events yet">
        Add one by hand, or import a calendar file (.ics): who is invited becomes somebody to meet.
      </Empty>
    );
  }
  return (
    <div className="grid gap-6">
      <Calendar events={all} />
      {events.hasNextPage && (
        <Button busy={events.isFetchingNextPage} className="w-fit" onClick={() => void events.fetchNextPage()}>
          Show earlier
        </Button>
      )}
    </div>
  );
}

function Calendar({ events }: { events: Gathering[] }) {
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  return (
    <div ref={list} className="grid gap-8">
      {calendarOf(events, clock.now()).map(({ part, items }) => (
        <section key={part} aria-label={part} className="grid gap-2">
          <SectionTitle>{part}</SectionTitle>
          <ul className="border-line border-t">
            {items.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function EventRow({ event }: { event: Gathering }) {
  const facts = [whenOf(event, clock.now()), event.place, !event.attending && 'You do not go'];
  return (
    <li className="border-line border-b">
      <Link
        {...LIST_STOP}
        to="/events/$eventId"
        params={{ eventId: event.id }}
        className="press-row -mx-2 block rounded-sm px-2 py-3"
      >
        <span className="block font-medium">{event.name}</span>
        <span className="text-ink-2 block">{facts.filter(Boolean).join(' · ')}</span>
      </Link>
    </li>
  );
}
