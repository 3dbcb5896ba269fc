import { clock } from '@/lib/clock';
import { shortDate } from '@/lib/dates';
import { plural } from '@/lib/intl';
import { useUndo } from '@/ui/undo';
import { useShift, useUndoShift } from '../api/queries';
import { WhenDialog } from './when-dialog';

/** "I am away until ...": what is due meanwhile moves behind it, and all of it back with one undo. */
export function AwayDialog({ onClose }: { onClose: () => void }) {
  const shift = useShift();
  const undo = useUndoShift();
  const remember = useUndo();
  const leave = (until: string) =>
    shift.mutate(until, {
      onSuccess: ({ id, away, moved }) => {
        const back = `Away until ${shortDate(away.until, clock.now())}`;
        const said = moved.length > 0 ? `${plural(moved.length, 'follow-up')} moved` : 'nothing was due meanwhile';
        remember(`${back}: ${said}`, () => undo.mutate(id));
        onClose();
      },
    });
  return (
    <WhenDialog
      title="I am away"
      description="What is due meanwhile waits until you are back, a few a day, so that nothing piles up."
      label="Until and with"
      deed="Move my follow-ups"
      busy={shift.isPending}
      error={shift.error}
      onSay={leave}
      onClose={onClose}
    />
  );
}
