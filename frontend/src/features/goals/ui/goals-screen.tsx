import { useSuspenseQuery } from '@tanstack/react-query';
import { Plus, Target } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Goal } from '@/api/types';
import { clock } from '@/lib/clock';
import { shortDate } from '@/lib/dates';
import { ASK_LABEL } from '@/lib/words';
import { Button } from '@/ui/button';
import { Card, Page } from '@/ui/page';
import { Empty } from '@/ui/states';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { goalsQuery, useAddGoal, useRemoveGoal } from '../api/queries';
import { toGoalDraft, toGoalForm, URGENCY_LABEL } from '../model/goal-form';
import { AddGoalDialog, EditGoalDialog } from './goal-dialogs';

export function GoalsScreen() {
  const { data: goals } = useSuspenseQuery(goalsQuery());
  const [adding, setAdding] = useState(false);
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      Add a goal
    </Button>
  );
  const none = goals.items.length === 0;
  return (
    <Page
      title="Goals"
      subtitle="What you are after. Comity looks for the way there, at a pace people welcome."
      actions={!none && add}
    >
      {none ? (
        <Empty icon={Target} title="No goal yet" action={add}>
          A new job, a client, a co-founder, advice: name it, and the people who can help come first.
        </Empty>
      ) : (
        <ul className="grid gap-4">
          {goals.items.map((goal) => (
            <li key={goal.id}>
              <GoalCard goal={goal} />
            </li>
          ))}
        </ul>
      )}
      {adding && <AddGoalDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function GoalCard({ goal }: { goal: Goal }) {
  const [editing, setEditing] = useState(false);
  const removeGoal = useRemoveWithUndo(goal);
  return (
    <Card className="grid gap-3">
      <div className="grid gap-1">
        <h2 className="font-serif text-xl font-medium">{goal.title}</h2>
        <p className="text-ink-2">{goalLine(goal)}</p>
      </div>
      <div className="flex gap-2">
        <Button size="sm" onClick={() => setEditing(true)} aria-label={`Edit ${goal.title}`}>
          Edit
        </Button>
        <Button size="sm" variant="ghost" onClick={removeGoal} aria-label={`Remove ${goal.title}`}>
          Remove
        </Button>
      </div>
      {editing && <EditGoalDialog goal={goal} onClose={() => setEditing(false)} />}
    </Card>
  );
}

function goalLine(goal: Goal): string {
  return [
    `Needs ${ASK_LABEL[goal.ask_size]}`,
    ...goal.companies,
    ...goal.fields,
    URGENCY_LABEL[goal.urgency],
    goal.ends_on && `Until ${shortDate(goal.ends_on, clock.now())}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function useRemoveWithUndo(goal: Goal): () => void {
  const say = useToast();
  const remember = useUndo();
  const remove = useRemoveGoal();
  const add = useAddGoal();
  const failed = (error: Error) => say({ text: messageOf(error), tone: 'failed' });
  const again = { ...toGoalDraft(toGoalForm(goal)), contact_ids: goal.contact_ids };
  return () =>
    remove
      .mutateAsync(goal.id)
      .then(() => remember(`Removed: ${goal.title}`, () => add.mutateAsync(again).catch(failed)), failed);
}
