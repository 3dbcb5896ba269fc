import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Page } from '@/ui/page';
import { contactQuery, useSaveContact } from '../api/queries';
import { toForm, toPatch } from '../model/contact-form';
import { ContactForm } from './contact-form';

export function EditContactScreen({ contactId }: { contactId: string }) {
  const { data: contact } = useSuspenseQuery(contactQuery(contactId));
  const navigate = useNavigate();
  const save = useSaveContact(contactId);
  const leave = () => navigate({ to: '/people/$contactId', params: { contactId } });
  return (
    <Page title={`Edit ${contact.full_name}`}>
      <ContactForm
        values={toForm(contact)}
        inferred={contact.inferred}
        full
        submitLabel="Save"
        onCancel={() => void leave()}
        onSubmit={async (values, dirty) => {
          await save.mutateAsync(toPatch(values, dirty));
          await leave();
        }}
      />
    </Page>
  );
}
