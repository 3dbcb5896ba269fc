import type { Goal } from '@/api/types';
import { Dialog } from '@/ui/dialog';
import { useAddGoal, useSaveGoal } from '../api/queries';
import { BLANK_GOAL, toGoalForm } from '../model/goal-form';
import { GoalForm } from './goal-form';

export function AddGoalDialog({ onClose }: { onClose: () => void }) {
  const add = useAddGoal();
  return (
    <Dialog open onClose={onClose} title="Add a goal">
      <GoalForm values={BLANK_GOAL} submitLabel="Add" onSubmit={(goal) => add.mutateAsync(goal).then(onClose)} />
    </Dialog>
  );
}

export function EditGoalDialog({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const save = useSaveGoal(goal.id);
  return (
    <Dialog open onClose={onClose} title="Edit the goal">
      <GoalForm
        values={toGoalForm(goal)}
        submitLabel="Save"
        onSubmit={(draft) => save.mutateAsync(draft).then(onClose)}
      />
    </Dialog>
  );
}
