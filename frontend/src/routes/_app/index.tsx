import { createFileRoute } from '@tanstack/react-router';
import { anybodyQuery, TodayScreen, TodaySkeleton, todayQuery } from '@/features/today';

export const Route = createFileRoute('/_app/')({
  // The first page asks for its data while its screen is still on the way.
  codeSplitGroupings: [['component', 'pendingComponent']],
  // Fetched, not just ensured: after an import or a log the list from before would be wrong.
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.fetchQuery(todayQuery()), queryClient.fetchQuery(anybodyQuery())]),
  pendingComponent: TodaySkeleton,
  component: TodayScreen,
});
