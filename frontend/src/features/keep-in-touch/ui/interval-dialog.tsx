import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { KeepInTouch } from '@/api/types';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { FormAlert } from '@/ui/field';
import { readInterval, typed } from '../model/interval';
import { IntervalFields } from './interval-fields';

interface Props {
  title: string;
  description: string;
  interval: KeepInTouch | null;
  /** What stands on the button that takes the interval away; none where there is nothing to take away. */
  without: string | null;
  busy: boolean;
  error: Error | null;
  onSet: (interval: KeepInTouch | null) => void;
  onClose: () => void;
}

/** Asks how often to be in touch. */
export function IntervalDialog({ title, description, interval, without, busy, error, onSet, onClose }: Props) {
  const [value, setValue] = useState(() => typed(interval));
  const [tried, setTried] = useState(false);
  const read = readInterval(value);
  return (
    <Dialog open onClose={onClose} title={title} description={description}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (read.interval) onSet(read.interval);
        }}
      >
        <IntervalFields value={value} faults={tried ? read.faults : {}} onChange={setValue} />
        <FormAlert>{error && messageOf(error)}</FormAlert>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={busy}>
            Save
          </Button>
          {without && (
            <Button variant="ghost" onClick={() => onSet(null)}>
              {without}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
