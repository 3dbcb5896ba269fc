import { useState } from 'react';
import { messageOf } from '@/api/problem';
import { type Person, PersonPicker } from '@/features/contacts';
import { clock } from '@/lib/clock';
import { isoDay, morningIn } from '@/lib/dates';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, FormAlert, Input } from '@/ui/field';
import { useAddFollowUp } from '../api/queries';

/** Where a follow-up is put when nobody says otherwise. */
const USUAL_DAYS = 7;

export function AddFollowUpDialog({ onClose }: { onClose: () => void }) {
  const add = useAddFollowUp();
  const [person, setPerson] = useState<Person | null>(null);
  const [day, setDay] = useState(() => isoDay(morningIn(USUAL_DAYS, clock.now())));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);

  const submit = () => {
    setTried(true);
    if (!person || !day) return;
    const due_at = new Date(`${day}T09:00:00`).toISOString();
    add.mutate({ contact_id: person.id, due_at, action: 'follow_up', note: note.trim() }, { onSuccess: onClose });
  };

  return (
    <Dialog open onClose={onClose} title="Add a follow-up">
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label="Who" error={tried && !person ? 'Choose a person.' : undefined}>
          {(control) => <PersonPicker {...control} value={person} onChange={setPerson} />}
        </Field>
        <Field label="On" error={tried && !day ? 'Choose a day.' : undefined} className="max-w-48">
          {(control) => <Input {...control} type="date" value={day} onChange={(event) => setDay(event.target.value)} />}
        </Field>
        <Field label="What about (optional)">
          {(control) => <Input {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <FormAlert>{add.isError && messageOf(add.error)}</FormAlert>
        <Button type="submit" variant="primary" busy={add.isPending} className="justify-self-start">
          Add
        </Button>
      </form>
    </Dialog>
  );
}
