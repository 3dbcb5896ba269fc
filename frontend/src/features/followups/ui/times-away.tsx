import { useQuery } from '@tanstack/react-query';
import { Palmtree } from 'lucide-react';
import { messageOf } from '@/api/problem';
import type { TimeAway } from '@/api/types';
import { clock } from '@/lib/clock';
import { plural } from '@/lib/intl';
import { Button } from '@/ui/button';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { timesAwayQuery, useShift, useUndoShift } from '../api/queries';
import { awayWords } from '../model/away';

/** The times away that are not over, each to be called off. Nothing where there is none. */
export function TimesAway() {
  const { data } = useQuery(timesAwayQuery());
  if (!data || data.length === 0) return null;
  return (
    <section aria-label="Time away" className="mb-8">
      <ul className="grid gap-2">
        {data.map((time) => (
          <Row key={time.id} time={time} />
        ))}
      </ul>
    </section>
  );
}

function Row({ time: { id, away, moved } }: { time: TimeAway }) {
  const undo = useUndoShift();
  const leave = useShift();
  const say = useToast();
  const remember = useUndo();
  const failed = (error: Error) => say({ text: messageOf(error), tone: 'failed' });
  const words = awayWords(away, clock.now());
  const callOff = () =>
    undo
      .mutateAsync(id)
      .then(() => remember(`Called off: ${words}`, () => leave.mutateAsync(away).catch(failed)), failed);
  return (
    <li className="bg-hold-soft flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-md py-2 pr-2 pl-4">
      <span className="flex min-w-0 items-center gap-3">
        <Palmtree aria-hidden="true" className="text-hold size-[18px] shrink-0" />
        <span className="min-w-0">
          <span className="block font-medium">{away.why ? `${words}: ${away.why}` : words}</span>
          <span className="text-ink-2 block text-sm">
            {moved > 0 ? `${plural(moved, 'follow-up')} moved behind it.` : 'No follow-up had to move.'}
          </span>
        </span>
      </span>
      <Button variant="ghost" size="sm" busy={undo.isPending} aria-label={`Call off: ${words}`} onClick={callOff}>
        Call it off
      </Button>
    </li>
  );
}
