import { createFileRoute } from '@tanstack/react-router';
import { PeopleScreen, peopleFilters, peopleQuery, tidy } from '@/features/contacts';

export const Route = createFileRoute('/_app/people/')({
  validateSearch: peopleFilters,
  loaderDeps: ({ search }) => tidy(search),
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(peopleQuery(deps)),
  component: People,
});

function People() {
  return <PeopleScreen filters={tidy(Route.useSearch())} />;
}
