import { useRef } from 'react';
import type { Habit } from '@/api/types';
import { useCommand } from '@/lib/commands/provider';
import { useListKeys } from '@/lib/commands/use-list-keys';
import { Card } from '@/ui/page';
import { allTooFew, mostToGain } from '../model/habits';
import { HabitRow } from './habit-row';

interface Props {
  habits: Habit[];
  /** With fewer chances than this, a habit cannot be told from chance. */
  leastToTell: number;
}

/** The owner's own mistakes, one row each. */
export function Habits({ habits, leastToTell }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useListKeys(list);
  useCommand('list.open', toggleEvidence);
  const first = mostToGain(habits);
  return (
    <>
      {allTooFew(habits) && (
        <p className="text-ink-2">{`The numbers are still small. From ${leastToTell} of a kind on, a habit shows.`}</p>
      )}
      <Card className="py-0 md:py-0">
        <ol ref={list}>
          {habits.map((habit) => (
            <HabitRow key={habit.mistake} habit={habit} first={habit === first} leastToTell={leastToTell} />
          ))}
        </ol>
      </Card>
    </>
  );
}

function toggleEvidence(): void {
  const evidence = document.activeElement?.querySelector(':scope > details');
  if (evidence instanceof HTMLDetailsElement) evidence.open = !evidence.open;
}
