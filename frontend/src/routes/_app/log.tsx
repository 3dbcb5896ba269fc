import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { contactQuery } from '@/features/contacts';
import { LogScreen } from '@/features/log';

export const Route = createFileRoute('/_app/log')({
  validateSearch: v.object({ person: v.optional(v.string()) }),
  loaderDeps: ({ search }) => ({ person: search.person }),
  loader: ({ context, deps }) => (deps.person ? context.queryClient.ensureQueryData(contactQuery(deps.person)) : null),
  component: Log,
});

function Log() {
  const person = Route.useLoaderData();
  return <LogScreen key={person?.id} person={person && { id: person.id, full_name: person.full_name }} />;
}
