import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HookEvent } from '@/api/types';
import { LiveList } from '@/ui/live-list';
import { inboxQuery } from '../api/queries';
import { NOTHING, STATUS_LABEL, STATUSES } from '../model/inbox';
import { EventRow } from './event-row';

/** What was told: what became of it, and what waits for a word. */
export function Inbox({ integrationId }: { integrationId: string }) {
  const [status, setStatus] = useState<HookEvent['status'] | null>(null);
  const events = useInfiniteQuery(inboxQuery(integrationId, status));
  return (
    <LiveList
      title="Inbox"
      statuses={STATUSES}
      label={STATUS_LABEL}
      nothing={NOTHING}
      never="Nothing was told yet. It appears here by itself."
      shown={status}
      onShow={setStatus}
      list={events}
    >
      {(event) => <EventRow key={event.id} event={event} integrationId={integrationId} />}
    </LiveList>
  );
}
