import { useNavigate } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { messageOf } from '@/api/problem';
import { Button } from '@/ui/button';
import { useToast } from '@/ui/toast';
import { useSignOut } from '../api/queries';

export function SignOutButton() {
  const navigate = useNavigate();
  const say = useToast();
  const signOut = useSignOut();
  return (
    <Button
      busy={signOut.isPending}
      onClick={() =>
        signOut.mutate(undefined, {
          onSuccess: () => void navigate({ to: '/sign-in' }),
          onError: (error) => say({ text: messageOf(error), tone: 'failed' }),
        })
      }
    >
      <LogOut aria-hidden="true" />
      Sign out
    </Button>
  );
}
