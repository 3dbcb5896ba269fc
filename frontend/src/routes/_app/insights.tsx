import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { InsightsScreen, InsightsSkeleton, insightsQuery, QUALITIES } from '@/features/insights';

export const Route = createFileRoute('/_app/insights')({
  validateSearch: v.object({ by: v.optional(v.fallback(v.picklist(QUALITIES), 'channel')) }),
  loader: ({ context }) => context.queryClient.ensureQueryData(insightsQuery()),
  pendingComponent: InsightsSkeleton,
  component: InsightsPage,
});

function InsightsPage() {
  return <InsightsScreen by={Route.useSearch().by ?? 'channel'} />;
}
