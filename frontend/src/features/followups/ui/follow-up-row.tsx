import { CalendarClock, CalendarSearch, Check, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { FollowUp } from '@/api/types';
import { clock } from '@/lib/clock';
import { dayAndTime, morningIn, relativeDay, shortDate } from '@/lib/dates';
import { ACTION_LABEL } from '@/lib/words';
import { Button, buttonClass } from '@/ui/button';
import { Menu, MenuItem } from '@/ui/menu';
import { rhythmWords } from '../model/recurrence';
import { movedWords, plannedWords } from '../model/why';
import { useUndoableDeed } from './use-undoable-deed';
import { useName, Whom } from './whom';

const WhenDialog = lazy(async () => ({ default: (await import('./when-dialog')).WhenDialog }));

const SNOOZES = [
  ['Tomorrow', 1],
  ['In three days', 3],
  ['In a week', 7],
  ['In a month', 30],
] as const;

interface Props {
  followUp: FollowUp;
  /** On a person's own page their name goes without saying. */
  named?: boolean;
}

export function FollowUpRow({ followUp, named = true }: Props) {
  const name = useName(followUp.contact_id) ?? 'this person';
  const { act, isPending, error, reset } = useUndoableDeed(followUp, name);
  const [asking, setAsking] = useState(false);
  const now = clock.now();
  return (
    <li className="border-line flex flex-wrap items-center gap-x-3 gap-y-2 border-b py-3 last:border-0">
      <div className="min-w-0 flex-1 basis-52">
        {named && <Whom contactId={followUp.contact_id} />}
        <p className="text-ink-2">{[ACTION_LABEL[followUp.action], followUp.note].filter(Boolean).join(': ')}</p>
        <p className="text-ink-3 text-sm" title={dayAndTime(followUp.due_at, now)}>
          {wordsBelow(followUp, now)}
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="sm" onClick={() => act({ kind: 'complete' }, 'Done')} aria-label={`Done: ${name}`}>
          <Check aria-hidden="true" />
          Done
        </Button>
        <Menu
          label={`Snooze the follow-up with ${name}`}
          trigger={
            <>
              <CalendarClock aria-hidden="true" />
              Snooze
            </>
          }
          triggerClass={buttonClass('ghost', 'sm')}
        >
          {SNOOZES.map(([label, days]) => {
            const day = morningIn(days, now);
            const until = day.toISOString();
            return (
              <MenuItem
                key={label}
                onSelect={() => act({ kind: 'snooze', until }, `Snoozed to ${shortDate(day, now)}`)}
              >
                {label} <span className="text-ink-3 text-sm">{shortDate(day, now)}</span>
              </MenuItem>
            );
          })}
          <MenuItem icon={CalendarSearch} onSelect={() => setAsking(true)}>
            Another day…
          </MenuItem>
          <MenuItem icon={X} onSelect={() => act({ kind: 'skip' }, 'Skipped')}>
            Skip it
          </MenuItem>
        </Menu>
      </div>
      <Suspense>
        {asking && (
          <WhenDialog
            title="Snooze"
            description={`${ACTION_LABEL[followUp.action]}: ${name}`}
            label="Until"
            deed="Snooze"
            contactId={followUp.contact_id}
            busy={isPending}
            error={error}
            onSay={(until) => act({ kind: 'snooze', until }, `Snoozed: ${until}`, () => setAsking(false))}
            onClose={() => {
              reset();
              setAsking(false);
            }}
          />
        )}
      </Suspense>
    </li>
  );
}

/** When, why it was moved or planned, and how it comes round. */
function wordsBelow(followUp: FollowUp, now: Date): string {
  const words = [
    relativeDay(followUp.due_at, now),
    plannedWords(followUp),
    movedWords(followUp),
    followUp.recurrence && rhythmWords(followUp.recurrence),
  ].filter(Boolean);
  return words.join(' · ');
}
