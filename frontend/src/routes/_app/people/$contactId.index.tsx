import { createFileRoute } from '@tanstack/react-router';
import { ContactScreen, nextStepQuery, relationshipQuery, VIEWS } from '@/features/contact';
import { contactQuery } from '@/features/contacts';
import { oneOf, reads } from '@/lib/address';
import { ASKS } from '@/lib/orders';

export const Route = createFileRoute('/_app/people/$contactId/')({
  validateSearch: reads({ view: oneOf(VIEWS), want: oneOf(ASKS) }),
  loader: ({ context: { queryClient }, params: { contactId } }) => {
    void queryClient.prefetchQuery(nextStepQuery(contactId));
    void queryClient.prefetchQuery(relationshipQuery(contactId));
    return queryClient.ensureQueryData(contactQuery(contactId));
  },
  component: ContactPage,
});

function ContactPage() {
  const { contactId } = Route.useParams();
  const { view, want } = Route.useSearch();
  return <ContactScreen contactId={contactId} view={view ?? 'next'} want={want === 'none' ? undefined : want} />;
}
