import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Account } from '@/api/types';
import { useSaveAccount } from '@/features/account';
import { clock } from '@/lib/clock';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { digestsQuery, useAskDigestsAnew } from '../api/queries';
import { digestWords, NO_MAIL } from '../model/morning';

/** When the mail comes, what became of the last one, and none any more. */
export function DigestHour({ me }: { me: Account }) {
  const say = useToast();
  const save = useSaveAccount();
  const askAnew = useAskDigestsAnew();
  const { data: digests } = useQuery(digestsQuery());
  const [at, setAt] = useState(me.digest_at ?? '');
  const set = (digest_at: string | null) =>
    save.mutate(
      { digest_at },
      {
        onSuccess: () => {
          setAt(digest_at ?? '');
          say({ text: digest_at ? `A digest comes at ${digest_at}.` : 'No digest comes any more.' });
          void askAnew();
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set(at || null);
  };
  const words = digests && digestWords(digests, clock.now());
  return (
    <form className="grid gap-4" onSubmit={submit}>
      {digests?.goes_by === 'log' && <p className="bg-hold-soft text-hold rounded-md p-3">{NO_MAIL}</p>}
      <Field label="Digest at" hint={words || undefined} className="max-w-64">
        {(control) => <Input {...control} type="time" value={at} onChange={(event) => setAt(event.target.value)} />}
      </Field>
      <FormAlert>{save.error && messageOf(save.error)}</FormAlert>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={save.isPending}>
          Set the hour
        </Button>
        {me.digest_at && (
          <Button variant="ghost" onClick={() => set(null)}>
            No digest
          </Button>
        )}
      </div>
    </form>
  );
}
