import { type FormEvent, useState } from 'react';
import type { Contact } from '@/api/types';
import { type Person, PersonPicker } from '@/features/contacts';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, FormAlert, Input, Options, Select } from '@/ui/field';
import { useAddFollowUp } from '../api/queries';
import { RHYTHM_LABEL, RHYTHMS, type Rhythm, recurrenceOf } from '../model/recurrence';
import { refusalWords, WhenField } from './when-field';

/** How many weeks after the last contact, when nobody says otherwise. */
const USUAL_WEEKS = 6;
const MOST_WEEKS = 104;

interface Props {
  /** Whom it is with; without it one chooses. */
  contact?: Contact;
  onClose: () => void;
}

export function AddFollowUpDialog({ contact, onClose }: Props) {
  const add = useAddFollowUp();
  const [person, setPerson] = useState<Person | null>(null);
  const [due, setDue] = useState('in a week');
  const [rhythm, setRhythm] = useState<Rhythm>('once');
  const [weeks, setWeeks] = useState(USUAL_WEEKS);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const contactId = contact?.id ?? person?.id;
  const afterContact = rhythm === 'contact';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!contactId || !(due.trim() || afterContact)) return;
    const when = afterContact ? {} : { due: due.trim() };
    const recurrence = recurrenceOf(rhythm, weeks);
    add.mutate(
      { contact_id: contactId, action: 'follow_up', note: note.trim(), recurrence, ...when },
      { onSuccess: onClose },
    );
  };

  return (
    <Dialog open onClose={onClose} title="Add a follow-up" {...(contact && { description: contact.full_name })}>
      <form noValidate className="grid gap-4" onSubmit={submit}>
        {!contact && (
          <Field label="Who" error={tried && !person ? 'Choose a person.' : undefined}>
            {(control) => <PersonPicker {...control} value={person} onChange={setPerson} />}
          </Field>
        )}
        {!afterContact && (
          <WhenField
            label="When"
            value={due}
            onChange={setDue}
            contactId={contactId}
            error={tried && !due.trim() ? 'Say when.' : undefined}
          />
        )}
        <Field label="Repeat">
          {(control) => (
            <Select {...control} value={rhythm} onChange={({ target }) => setRhythm(rhythmNamed(target.value))}>
              <Options of={RHYTHMS} label={(one) => RHYTHM_LABEL[one]} />
            </Select>
          )}
        </Field>
        {afterContact && (
          <Field label="How many weeks" hint="It moves whenever you talk, or they write." className="max-w-48">
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                max={MOST_WEEKS}
                value={weeks}
                onChange={({ target }) => setWeeks(Math.min(MOST_WEEKS, Math.max(1, target.valueAsNumber || 1)))}
              />
            )}
          </Field>
        )}
        <Field label="What about (optional)">
          {(control) => <Input {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <FormAlert>{add.isError && refusalWords(add.error)}</FormAlert>
        <Button type="submit" variant="primary" busy={add.isPending} className="justify-self-start">
          Add
        </Button>
      </form>
    </Dialog>
  );
}

const rhythmNamed = (value: string): Rhythm => RHYTHMS.find((one) => one === value) ?? 'once';
