import { createFileRoute } from '@tanstack/react-router';
import { EventScreen, planQuery, TABS } from '@/features/events';
import { oneOf, reads } from '@/lib/address';

export const Route = createFileRoute('/_app/events/$eventId')({
  validateSearch: reads({ tab: oneOf(TABS) }),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(planQuery(params.eventId)),
  component: EventPage,
});

function EventPage() {
  return <EventScreen eventId={Route.useParams().eventId} tab={Route.useSearch().tab} />;
}
