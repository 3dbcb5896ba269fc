import { useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { type Person, PersonPicker } from './person-picker';

interface Props {
  name: string;
  onClose: () => void;
  onMatch: (contactId: string) => void;
}

/** Says which of the contacts a name is. */
export function MatchDialog({ name, onClose, onMatch }: Props) {
  const [person, setPerson] = useState<Person | null>(null);
  const [tried, setTried] = useState(false);
  return (
    <Dialog open onClose={onClose} title={`Who is ${name}?`}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (person) onMatch(person.id);
        }}
      >
        <Field label="Among your people" error={tried && !person ? 'Choose a person.' : undefined}>
          {(control) => <PersonPicker {...control} value={person} onChange={setPerson} />}
        </Field>
        <Button type="submit" variant="primary" className="justify-self-start">
          It is them
        </Button>
      </form>
    </Dialog>
  );
}
