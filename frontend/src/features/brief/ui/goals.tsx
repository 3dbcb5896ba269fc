import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Brief } from '@/api/types';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useSaveConversation } from '../api/queries';
import { BriefPart, Lines } from './brief-part';

/** What the talk is for: at most two things. They can be changed where a talk is planned. */
export function Goals({ brief }: { brief: Brief }) {
  const [editing, setEditing] = useState(false);
  const { planned, goals, contact } = brief;
  if (editing && planned) {
    return (
      <BriefPart title="Goals" shown>
        <GoalsForm
          contactId={contact.id}
          interactionId={planned.interaction_id}
          goals={goals}
          onClose={() => setEditing(false)}
        />
      </BriefPart>
    );
  }
  return (
    <BriefPart title="Goals" shown>
      {goals.length > 0 ? (
        <Lines items={goals.map((text) => ({ text }))} />
      ) : (
        <p className="text-ink-2">None yet. One is enough, two are the most that a talk bears.</p>
      )}
      {planned && (
        <Button size="sm" className="justify-self-start" onClick={() => setEditing(true)}>
          {goals.length > 0 ? 'Change the goals' : 'Set a goal'}
        </Button>
      )}
    </BriefPart>
  );
}

interface FormProps {
  contactId: string;
  interactionId: string;
  goals: string[];
  onClose: () => void;
}

function GoalsForm({ contactId, interactionId, goals, onClose }: FormProps) {
  const say = useToast();
  const save = useSaveConversation(contactId, interactionId);
  const [first, setFirst] = useState(goals[0] ?? '');
  const [second, setSecond] = useState(goals[1] ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const filled = [first, second].map((goal) => goal.trim()).filter(Boolean);
    save.mutate(
      { goals: filled },
      {
        onSuccess: () => {
          say({ text: 'The goals are saved.' });
          onClose();
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label="First goal">
        {(control) => <Input {...control} value={first} onChange={(event) => setFirst(event.target.value)} />}
      </Field>
      <Field label="Second goal (optional)">
        {(control) => <Input {...control} value={second} onChange={(event) => setSecond(event.target.value)} />}
      </Field>
      <FormAlert>{save.isError && messageOf(save.error)}</FormAlert>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={save.isPending}>
          Save
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
