import { createFileRoute } from '@tanstack/react-router';
import { FollowUpsScreen, followUpsQuery } from '@/features/followups';

export const Route = createFileRoute('/_app/follow-ups')({
  loader: ({ context }) => context.queryClient.ensureQueryData(followUpsQuery()),
  component: FollowUpsScreen,
});
