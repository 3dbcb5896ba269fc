import { createFileRoute } from '@tanstack/react-router';
import { GoalsScreen, goalsQuery } from '@/features/goals';

export const Route = createFileRoute('/_app/goals')({
  loader: ({ context }) => context.queryClient.ensureQueryData(goalsQuery()),
  component: GoalsScreen,
});
