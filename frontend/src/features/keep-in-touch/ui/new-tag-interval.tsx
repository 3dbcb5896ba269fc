import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { TagInTouch } from '@/api/types';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input } from '@/ui/field';
import { useUndo } from '@/ui/undo';
import { useSetTagIntervals } from '../api/queries';
import { intervalWords, readInterval, typed, withTag } from '../model/interval';
import { IntervalFields } from './interval-fields';

const LONGEST_TAG = 60;

export function NewTagInterval({ all }: { all: TagInTouch[] }) {
  const set = useSetTagIntervals();
  const remember = useUndo();
  const [tag, setTag] = useState('');
  const [value, setValue] = useState(() => typed(null));
  const [tried, setTried] = useState(false);
  const name = tag.trim();
  const { interval, faults } = readInterval(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name || !interval) return;
    set.mutate(withTag(all, name, interval), {
      onSuccess: () => {
        setTag('');
        setTried(false);
        remember(`${name}: ${intervalWords(interval)}`, () => set.mutate(all));
      },
    });
  };
  return (
    <form noValidate className="grid gap-4" onSubmit={submit}>
      <Field label="Tag" error={tried && !name ? 'Which tag? As it stands with your people.' : undefined}>
        {(control) => (
          <Input
            {...control}
            value={tag}
            maxLength={LONGEST_TAG}
            autoComplete="off"
            onChange={(event) => setTag(event.target.value)}
          />
        )}
      </Field>
      <IntervalFields value={value} faults={tried ? faults : {}} onChange={setValue} />
      <FormAlert>{set.isError && messageOf(set.error)}</FormAlert>
      <Button type="submit" busy={set.isPending} className="justify-self-start">
        Set for this tag
      </Button>
    </form>
  );
}
