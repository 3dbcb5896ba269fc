import { createFileRoute } from '@tanstack/react-router';
import { SignInScreen } from '@/features/account';
import { ownPage, reads } from '@/lib/address';

export const Route = createFileRoute('/sign-in')({
  validateSearch: reads({ next: ownPage }),
  component: SignIn,
});

function SignIn() {
  const { next } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <SignInScreen onSignedIn={() => void navigate({ href: next ?? '/' })} />;
}
