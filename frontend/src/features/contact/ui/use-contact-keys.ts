import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '@/lib/commands/provider';

/** On a person's page `l` logs with that person, and `c` writes to them. */
export function useContactKeys(contactId: string): void {
  const navigate = useNavigate();
  useCommand('app.write', () => void navigate({ to: '/write', search: { person: contactId } }));
  useCommand('app.log', () => void navigate({ to: '/log', search: { person: contactId } }));
}
