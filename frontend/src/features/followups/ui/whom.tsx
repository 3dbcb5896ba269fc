import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { contactQuery } from '@/features/contacts';
import { LIST_STOP } from '@/lib/commands/use-list-keys';
import { Skeleton } from '@/ui/states';

/** The name behind a follow-up: the list itself has only the id. */
export function useName(contactId: string): string | undefined {
  return useQuery({ ...contactQuery(contactId), select: (contact) => contact.full_name }).data;
}

export function Whom({ contactId }: { contactId: string }) {
  const name = useName(contactId);
  if (!name) return <Skeleton className="h-5 w-32" />;
  return (
    <Link
      {...LIST_STOP}
      to="/people/$contactId"
      params={{ contactId }}
      className="decoration-edge rounded-sm font-medium underline-offset-4 hover:underline"
    >
      {name}
    </Link>
  );
}
