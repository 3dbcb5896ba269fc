import { createFileRoute } from '@tanstack/react-router';
import { SignUpScreen } from '@/features/account';

export const Route = createFileRoute('/sign-up')({ component: SignUp });

function SignUp() {
  const navigate = Route.useNavigate();
  return <SignUpScreen onSignedUp={() => void navigate({ to: '/welcome' })} />;
}
