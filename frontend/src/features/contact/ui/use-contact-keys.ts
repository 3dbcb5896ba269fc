import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '@/lib/commands/provider';

/** On a person's page `l` logs with that person, and Escape goes back to everybody. */
export function useContactKeys(contactId: string): void {
  const navigate = useNavigate();
  useCommand('app.log', () => void navigate({ to: '/log', search: { person: contactId } }));
  useCommand('app.back', () => void navigate({ to: '/people' }));
}
