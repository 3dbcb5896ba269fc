import { useQuery } from '@tanstack/react-query';
import { contactQuery, PersonLink } from '@/features/contacts';
import { Skeleton } from '@/ui/states';

/** The name behind a follow-up: the list itself has only the id. */
export function useName(contactId: string): string | undefined {
  return useQuery({ ...contactQuery(contactId), select: (contact) => contact.full_name }).data;
}

export function Whom({ contactId }: { contactId: string }) {
  const name = useName(contactId);
  if (!name) return <Skeleton className="h-5 w-32" />;
  return <PersonLink id={contactId} name={name} look="row" stop />;
}
