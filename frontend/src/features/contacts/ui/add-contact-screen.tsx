import { useNavigate } from '@tanstack/react-router';
import { Page } from '@/ui/page';
import { useToast } from '@/ui/toast';
import { useAddContact } from '../api/queries';
import { BLANK, toDraft } from '../model/contact-form';
import { ContactForm } from './contact-form';

export function AddContactScreen() {
  const navigate = useNavigate();
  const say = useToast();
  const add = useAddContact();
  return (
    <Page title="Add a person" subtitle="Only the name is needed. The rest can come later.">
      <ContactForm
        values={BLANK}
        submitLabel="Add"
        onCancel={() => void navigate({ to: '/people' })}
        onSubmit={async (values) => {
          const { id, full_name } = await add.mutateAsync(toDraft(values));
          say({ text: `${full_name} is added.` });
          await navigate({ to: '/people/$contactId', params: { contactId: id } });
        }}
      />
    </Page>
  );
}
