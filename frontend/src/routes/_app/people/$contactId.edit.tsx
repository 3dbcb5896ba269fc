import { createFileRoute } from '@tanstack/react-router';
import { contactQuery, EditContactScreen } from '@/features/contacts';

export const Route = createFileRoute('/_app/people/$contactId/edit')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(contactQuery(params.contactId)),
  component: EditContact,
});

function EditContact() {
  return <EditContactScreen contactId={Route.useParams().contactId} />;
}
