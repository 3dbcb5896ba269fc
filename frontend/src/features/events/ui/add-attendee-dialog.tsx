import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, FormAlert, Input } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useAddAttendee } from '../api/mutations';

const BLANK = { full_name: '', company: '', title: '', email: '' };

/** Somebody who comes, by name: found among the contacts, or added as a new one. */
export function AddAttendeeDialog({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const say = useToast();
  const add = useAddAttendee(eventId);
  const [form, setForm] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const name = form.full_name.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name) return;
    const filled = { full_name: name, company: form.company || null, title: form.title || null };
    add.mutate(
      { ...filled, email: form.email.trim() || null },
      {
        onSuccess: ({ added, full_name }) => {
          say({ text: added ? `${full_name} is new among your people.` : `${full_name} will be there.` });
          onClose();
        },
      },
    );
  };

  const field = (key: keyof typeof BLANK, label: string, type = 'text', error?: string) => (
    <Field label={label} error={error}>
      {(control) => (
        <Input
          {...control}
          type={type}
          value={form[key]}
          onChange={(event) => setForm({ ...form, [key]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <Dialog open onClose={onClose} title="Who comes?" description="Somebody you know is found by the name.">
      <form noValidate className="grid gap-4" onSubmit={submit}>
        {field('full_name', 'Name', 'text', tried && !name ? 'Say who.' : undefined)}
        {field('company', 'Company (optional)')}
        {field('title', 'What they do (optional)')}
        {field('email', 'Email (optional)', 'email')}
        <FormAlert>{add.isError && messageOf(add.error)}</FormAlert>
        <Button type="submit" variant="primary" busy={add.isPending} className="justify-self-start">
          Add
        </Button>
      </form>
    </Dialog>
  );
}
