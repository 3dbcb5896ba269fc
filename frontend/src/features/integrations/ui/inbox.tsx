import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HookEvent } from '@/api/types';
import { Button } from '@/ui/button';
import { ChipChoice } from '@/ui/chip';
import { SectionTitle } from '@/ui/page';
import { Failure, SkeletonList } from '@/ui/states';
import { inboxQuery } from '../api/queries';
import { NOTHING, STATUS_LABEL, STATUSES } from '../model/inbox';
import { EventRow } from './event-row';

const EVERYTHING = 'all';
const CHOICES = [EVERYTHING, ...STATUSES] as const;

/** What was told, live: what became of it, and what waits for a word. */
export function Inbox({ integrationId }: { integrationId: string }) {
  const [chosen, setChosen] = useState<(typeof CHOICES)[number]>(EVERYTHING);
  const status = chosen === EVERYTHING ? null : chosen;
  const events = useInfiniteQuery(inboxQuery(integrationId, status));
  const found = events.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-label="Inbox" className="grid gap-4">
      <SectionTitle>Inbox</SectionTitle>
      <ChipChoice
        legend="Show"
        hideLegend
        name="status"
        options={CHOICES}
        label={(one) => (one === EVERYTHING ? 'Everything' : STATUS_LABEL[one])}
        value={chosen}
        onChange={setChosen}
      />
      {events.isPending && <SkeletonList rows={3} className="h-14" />}
      {events.isError && !found && <Failure error={events.error} retry={() => void events.refetch()} />}
      {found && <Events events={found} integrationId={integrationId} status={status} />}
      {events.hasNextPage && (
        <Button
          busy={events.isFetchingNextPage}
          className="justify-self-start"
          onClick={() => void events.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </section>
  );
}

interface EventsProps {
  events: HookEvent[];
  integrationId: string;
  status: HookEvent['status'] | null;
}

function Events({ events, integrationId, status }: EventsProps) {
  if (events.length === 0) {
    return (
      <p className="text-ink-2">{status ? NOTHING[status] : 'Nothing was told yet. It appears here by itself.'}</p>
    );
  }
  return (
    <ul className="border-line border-t">
      {events.map((event) => (
        <EventRow key={event.id} event={event} integrationId={integrationId} />
      ))}
    </ul>
  );
}
