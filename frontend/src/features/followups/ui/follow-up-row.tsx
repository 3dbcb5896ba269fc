import { CalendarClock, Check, X } from 'lucide-react';
import type { FollowUp, FollowUpPatch } from '@/api/types';
import { clock } from '@/lib/clock';
import { morningIn, relativeDay, shortDate } from '@/lib/dates';
import { ACTION_LABEL } from '@/lib/words';
import { Button, buttonClass } from '@/ui/button';
import { Menu, MenuItem } from '@/ui/menu';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { useChangeFollowUp } from '../api/queries';
import { useName, Whom } from './whom';

const MOVES = [
  ['Tomorrow', 1],
  ['In three days', 3],
  ['In a week', 7],
  ['In a month', 30],
] as const;

export function FollowUpRow({ followUp }: { followUp: FollowUp }) {
  const name = useName(followUp.contact_id) ?? 'this person';
  const change = useUndoableChange(followUp, name);
  const now = clock.now();
  return (
    <li className="border-line flex flex-wrap items-center gap-x-3 gap-y-2 border-b py-3">
      <div className="min-w-0 flex-1 basis-52">
        <Whom contactId={followUp.contact_id} />
        <p className="text-ink-2">{[ACTION_LABEL[followUp.action], followUp.note].filter(Boolean).join(': ')}</p>
        <p className="text-ink-3 text-sm">{relativeDay(followUp.due_at, now)}</p>
      </div>
      <Button size="sm" onClick={() => change({ status: 'done' }, 'Done')} aria-label={`Done: ${name}`}>
        <Check aria-hidden="true" />
        Done
      </Button>
      <Menu
        label={`Move the follow-up with ${name}`}
        trigger={
          <>
            <CalendarClock aria-hidden="true" />
            Move to…
          </>
        }
        triggerClass={buttonClass('ghost', 'sm')}
      >
        {MOVES.map(([label, days]) => {
          const day = morningIn(days, now);
          return (
            <MenuItem
              key={label}
              onSelect={() => change({ due_at: day.toISOString() }, `Moved to ${shortDate(day, now)}`)}
            >
              {label} <span className="text-ink-3 text-sm">{shortDate(day, now)}</span>
            </MenuItem>
          );
        })}
        <MenuItem icon={X} onSelect={() => change({ status: 'skipped' }, 'Skipped')}>
          Skip it
        </MenuItem>
      </Menu>
    </li>
  );
}

function useUndoableChange({ id, status, due_at }: FollowUp, name: string) {
  const say = useToast();
  const remember = useUndo();
  const change = useChangeFollowUp();
  const onError = () => say({ text: 'That did not save. It is back on your list.', tone: 'failed' });
  return (patch: FollowUpPatch, said: string) => {
    change.mutate({ id, ...patch }, { onError });
    remember(`${said}: ${name}`, () => change.mutate({ id, status, due_at }, { onError }));
  };
}
