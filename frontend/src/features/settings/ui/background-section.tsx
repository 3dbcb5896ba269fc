import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Background } from '@/api/types';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input, Textarea } from '@/ui/field';
import { Failure, SkeletonList } from '@/ui/states';
import { useToast } from '@/ui/toast';
import { backgroundQuery, useSaveBackground } from '../api/queries';
import { backgroundOf, formOf, HALVES, type Half } from '../model/background';
import { SettingsSection } from './settings-section';

const LABEL: Record<Half, string> = {
  employers: 'Where you have worked',
  schools: 'Where you have studied',
  places: 'Where you have lived',
  groups: 'Clubs, boards and communities',
  interests: 'What you care about',
};

/** The owner's half of what they share with others. */
export function BackgroundSection() {
  const background = useQuery(backgroundQuery());
  return (
    <SettingsSection title="Your background" lead="Comity looks for what you share with people, to open with it.">
      {background.isPending && <SkeletonList rows={3} className="h-12" />}
      {background.isError && <Failure error={background.error} retry={() => void background.refetch()} />}
      {background.data && <BackgroundFields background={background.data} />}
    </SettingsSection>
  );
}

function BackgroundFields({ background }: { background: Background }) {
  const say = useToast();
  const save = useSaveBackground();
  const [form, setForm] = useState(() => formOf(background));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(backgroundOf(form), { onSuccess: () => say({ text: 'Saved.' }) });
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
      {HALVES.map((half) => (
        <Field key={half} label={LABEL[half]} hint="Separate several by commas.">
          {(control) => (
            <Input
              {...control}
              value={form[half]}
              onChange={({ target }) => setForm({ ...form, [half]: target.value })}
            />
          )}
        </Field>
      ))}
      <Field
        label="What you have done"
        hint="One a line. A brief offers them once there is common ground, never to open with."
        className="sm:col-span-2"
      >
        {(control) => (
          <Textarea
            {...control}
            value={form.accomplishments}
            onChange={({ target }) => setForm({ ...form, accomplishments: target.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:col-span-2">
        <FormAlert>{save.error && messageOf(save.error)}</FormAlert>
        <Button type="submit" variant="primary" busy={save.isPending} className="justify-self-start">
          Save background
        </Button>
      </div>
    </form>
  );
}
