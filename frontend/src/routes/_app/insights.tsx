import { createFileRoute } from '@tanstack/react-router';
import { InsightsScreen, InsightsSkeleton, insightsQuery, QUALITIES } from '@/features/insights';
import { oneOf, reads } from '@/lib/address';

export const Route = createFileRoute('/_app/insights')({
  validateSearch: reads({ by: oneOf(QUALITIES) }),
  loader: ({ context }) => context.queryClient.ensureQueryData(insightsQuery()),
  pendingComponent: InsightsSkeleton,
  component: InsightsPage,
});

function InsightsPage() {
  return <InsightsScreen by={Route.useSearch().by ?? 'channel'} />;
}
