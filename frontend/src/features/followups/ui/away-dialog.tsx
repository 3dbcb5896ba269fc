import { useState } from 'react';
import { clock } from '@/lib/clock';
import { isoDay } from '@/lib/dates';
import { plural } from '@/lib/intl';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, FormAlert, Input } from '@/ui/field';
import { useUndo } from '@/ui/undo';
import { useShift, useUndoShift } from '../api/queries';
import { awayWords } from '../model/away';
import { refusalWords, WhenField } from './when-field';

/** "I am away until ...": what is due meanwhile moves behind it, and all of it back with one undo. */
export function AwayDialog({ onClose }: { onClose: () => void }) {
  const shift = useShift();
  const undo = useUndoShift();
  const remember = useUndo();
  const [from, setFrom] = useState(() => isoDay(clock.now()));
  const [until, setUntil] = useState('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const leave = () =>
    shift.mutate(
      { from: from || null, until: until.trim(), why: why.trim() },
      {
        onSuccess: ({ id, away, moved }) => {
          const said = moved.length > 0 ? `${plural(moved.length, 'follow-up')} moved` : 'nothing was due meanwhile';
          remember(`${awayWords(away, clock.now())}: ${said}`, () => undo.mutate(id));
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="I am away"
      description="What is due meanwhile waits until you are back, a few a day, so that nothing piles up."
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (until.trim()) leave();
        }}
      >
        <Field label="From" className="max-w-48">
          {(control) => (
            <Input {...control} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <WhenField
          label="Until and with"
          value={until}
          onChange={setUntil}
          error={tried && !until.trim() ? 'Say when.' : undefined}
        />
        <Field label="Why (optional)">
          {(control) => (
            <Input
              {...control}
              value={why}
              maxLength={300}
              autoComplete="off"
              onChange={(event) => setWhy(event.target.value)}
            />
          )}
        </Field>
        <FormAlert>{shift.error && refusalWords(shift.error)}</FormAlert>
        <Button type="submit" variant="primary" busy={shift.isPending} className="justify-self-start">
          Move my follow-ups
        </Button>
      </form>
    </Dialog>
  );
}
