import { Link } from '@tanstack/react-router';

export function PersonLink({ person }: { person: { id: string; full_name: string } }) {
  return (
    <Link
      to="/people/$contactId"
      params={{ contactId: person.id }}
      className="decoration-edge inline-block rounded-sm py-0.5 underline underline-offset-4"
    >
      {person.full_name}
    </Link>
  );
}
