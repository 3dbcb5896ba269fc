import { createFileRoute } from '@tanstack/react-router';
import { EventsScreen, eventsQuery } from '@/features/events';

export const Route = createFileRoute('/_app/events/')({
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(eventsQuery()),
  component: EventsScreen,
});
