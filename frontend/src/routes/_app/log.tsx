import { createFileRoute } from '@tanstack/react-router';
import { contactQuery } from '@/features/contacts';
import { LogScreen } from '@/features/log';
import { reads, text } from '@/lib/address';

const address = reads({ person: text });

export const Route = createFileRoute('/_app/log')({
  validateSearch: address,
  loaderDeps: ({ search }) => ({ person: search.person }),
  loader: ({ context, deps }) => (deps.person ? context.queryClient.ensureQueryData(contactQuery(deps.person)) : null),
  component: Log,
});

function Log() {
  const person = Route.useLoaderData();
  return <LogScreen key={person?.id} person={person && { id: person.id, full_name: person.full_name }} />;
}
