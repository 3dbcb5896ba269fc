import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { SignInScreen } from '@/features/account';

export const Route = createFileRoute('/sign-in')({
  validateSearch: v.object({ next: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^\/(?![/\\])/)), '/')) }),
  component: SignIn,
});

function SignIn() {
  const { next } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <SignInScreen onSignedIn={() => void navigate({ href: next ?? '/' })} />;
}
