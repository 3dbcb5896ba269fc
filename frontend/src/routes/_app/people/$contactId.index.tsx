import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { ContactScreen, nextStepQuery, relationshipQuery, VIEWS } from '@/features/contact';
import { contactQuery } from '@/features/contacts';
import { ASKS } from '@/lib/words';

export const Route = createFileRoute('/_app/people/$contactId/')({
  validateSearch: v.object({
    view: v.optional(v.fallback(v.picklist(VIEWS), 'next')),
    want: v.optional(v.fallback(v.picklist(ASKS), 'none')),
  }),
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
