import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Account } from '@/api/types';
import { useSaveAccount } from '@/features/account';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { SettingsSection } from './settings-section';

/** Shown where the account has said nothing: what the coach goes by then. */
const USUAL_HOURS = { from: '09:00', until: '18:00' };

export function DaySection({ me }: { me: Account }) {
  const say = useToast();
  const save = useSaveAccount();
  const [touches, setTouches] = useState(String(me.daily_touches));
  const [hours, setHours] = useState(me.working_hours ?? USUAL_HOURS);
  const submit = () =>
    save.mutate(
      { daily_touches: Number(touches), working_hours: hours },
      { onSuccess: () => say({ text: 'Saved. Today is asked anew.' }) },
    );
  return (
    <SettingsSection title="Your day" lead="How much room there is. What you owe is never cut.">
      <form
        className="grid gap-4 sm:grid-cols-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label="Next steps a day">
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={50}
              required
              value={touches}
              onChange={(event) => setTouches(event.target.value)}
            />
          )}
        </Field>
        <Field label="Working from">
          {(control) => (
            <Input
              {...control}
              type="time"
              required
              value={hours.from}
              onChange={(event) => setHours({ ...hours, from: event.target.value })}
            />
          )}
        </Field>
        <Field label="Until">
          {(control) => (
            <Input
              {...control}
              type="time"
              required
              value={hours.until}
              onChange={(event) => setHours({ ...hours, until: event.target.value })}
            />
          )}
        </Field>
        <div className="grid gap-4 sm:col-span-3">
          <FormAlert>{save.isError && messageOf(save.error)}</FormAlert>
          <Button type="submit" variant="primary" busy={save.isPending} className="justify-self-start">
            Save
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}
