import { createFileRoute, useLocation } from '@tanstack/react-router';
import { ResetScreen } from '@/features/account';

export const Route = createFileRoute('/reset')({ component: Reset });

/** Who comes by the link of a mail brings its token behind the #, where no server and no log sees it. */
function Reset() {
  const navigate = Route.useNavigate();
  const token = useLocation({ select: (location) => location.hash });
  return <ResetScreen token={token} onDone={() => void navigate({ to: '/sign-in' })} />;
}
