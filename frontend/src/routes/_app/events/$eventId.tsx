import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { EventScreen, planQuery, TABS } from '@/features/events';

export const Route = createFileRoute('/_app/events/$eventId')({
  validateSearch: v.object({ tab: v.optional(v.fallback(v.optional(v.picklist(TABS)), undefined)) }),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(planQuery(params.eventId)),
  component: EventPage,
});

function EventPage() {
  return <EventScreen eventId={Route.useParams().eventId} tab={Route.useSearch().tab} />;
}
