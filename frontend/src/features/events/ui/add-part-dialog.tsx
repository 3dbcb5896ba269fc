import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { EventPart } from '@/api/types';
import { Button } from '@/ui/button';
import { ChipChoice } from '@/ui/chip';
import { Dialog } from '@/ui/dialog';
import { Field, FormAlert, Input } from '@/ui/field';
import { useSaveParts } from '../api/mutations';
import { newPart, PART_LABEL, PARTS } from '../model/parts';
import { fromLocalField } from '../model/when';

interface Props {
  eventId: string;
  parts: EventPart[];
  onClose: () => void;
}

export function AddPartDialog({ eventId, parts, onClose }: Props) {
  const save = useSaveParts(eventId);
  const [title, setTitle] = useState('');
  const [part, setPart] = useState<EventPart['part']>('breakout');
  const [begins, setBegins] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!title.trim()) return;
    save.mutate([...parts, newPart(title.trim(), part, fromLocalField(begins))], { onSuccess: onClose });
  };
  return (
    <Dialog open onClose={onClose} title="Add a part of the event">
      <form noValidate className="grid gap-4" onSubmit={submit}>
        <Field label="What is it called?" error={tried && !title.trim() ? 'Say what it is called.' : undefined}>
          {(control) => <Input {...control} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <ChipChoice
          legend="What is it?"
          name="part"
          options={PARTS}
          label={(option) => PART_LABEL[option]}
          value={part}
          onChange={setPart}
        />
        <Field label="Begins (optional)">
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={begins}
              onChange={(event) => setBegins(event.target.value)}
            />
          )}
        </Field>
        <FormAlert>{save.isError && messageOf(save.error)}</FormAlert>
        <Button type="submit" variant="primary" busy={save.isPending} className="justify-self-start">
          Add
        </Button>
      </form>
    </Dialog>
  );
}
