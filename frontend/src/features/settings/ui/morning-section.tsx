import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Account } from '@/api/types';
import { useSaveAccount } from '@/features/account';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useEndCalendar, useMakeCalendar } from '../api/queries';
import { SettingsSection } from './settings-section';

/** What reaches the owner outside of this app: a mail in the morning, and a calendar to subscribe to. */
export function MorningSection({ me }: { me: Account }) {
  return (
    <SettingsSection title="Mail and calendar" lead="One mail in the morning, and only when there is something.">
      <DigestHour me={me} />
      <CalendarAddress />
    </SettingsSection>
  );
}

function DigestHour({ me }: { me: Account }) {
  const say = useToast();
  const save = useSaveAccount();
  const [at, setAt] = useState(me.digest_at ?? '');
  const submit = () =>
    save.mutate(
      { digest_at: at || null },
      { onSuccess: () => say({ text: at ? `A digest comes at ${at}.` : 'No digest comes any more.' }) },
    );
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label="Digest at (empty: none)">
        {(control) => <Input {...control} type="time" value={at} onChange={(event) => setAt(event.target.value)} />}
      </Field>
      <FormAlert>{save.error && messageOf(save.error)}</FormAlert>
      <Button type="submit" busy={save.isPending} className="justify-self-start">
        Set the hour
      </Button>
    </form>
  );
}

function CalendarAddress() {
  const say = useToast();
  const make = useMakeCalendar();
  const end = useEndCalendar();
  const failed = (error: Error) => say({ text: messageOf(error), tone: 'failed' });
  const address = make.data && `${window.location.origin}${make.data.path}`;
  const copy = (text: string) => navigator.clipboard.writeText(text).then(() => say({ text: 'Copied.' }), failed);
  const stop = () =>
    end.mutate(undefined, {
      onError: failed,
      onSuccess: () => {
        make.reset();
        say({ text: 'The calendar address is ended.' });
      },
    });
  return (
    <div className="grid gap-4">
      {address && (
        <>
          <Field label="Calendar address, shown this once">
            {(control) => <Input {...control} readOnly value={address} />}
          </Field>
          <Button className="justify-self-start" onClick={() => void copy(address)}>
            Copy the address
          </Button>
        </>
      )}
      <p className="text-ink-2">Whoever has the address can read your calendar. A new one ends the old.</p>
      <div className="flex flex-wrap gap-2">
        <Button busy={make.isPending} onClick={() => make.mutate(undefined, { onError: failed })}>
          New calendar address
        </Button>
        <Button busy={end.isPending} onClick={stop}>
          End the calendar
        </Button>
      </div>
    </div>
  );
}
