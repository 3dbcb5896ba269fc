import { createFileRoute } from '@tanstack/react-router';
import { requireAccount } from '@/app/guard';
import { OnboardingScreen } from '@/features/onboarding';

export const Route = createFileRoute('/welcome')({
  beforeLoad: ({ context, location }) => requireAccount(context.queryClient, location.href),
  component: Welcome,
});

function Welcome() {
  const navigate = Route.useNavigate();
  return <OnboardingScreen onDone={() => void navigate({ to: '/' })} />;
}
