import type { Step } from '@/api/types';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { HANDLING_LABEL, type Handling } from '../model/handling';
import { useHandleStep, useReopenStep } from './queries';

/** Handles a step and says so, with a way back; says it too when the server refused. */
export function useHandling(): (step: Step, handling: Handling) => void {
  const say = useToast();
  const remember = useUndo();
  const handle = useHandleStep();
  const reopen = useReopen();
  return (step, handling) => {
    handle.mutate(
      { step, handling },
      { onError: () => say({ text: 'That did not save. It is back on your list.', tone: 'failed' }) },
    );
    remember(`${HANDLING_LABEL[handling.how]}: ${step.headline}`, () => reopen(step.id));
  };
}

export function useReopen(): (stepId: string) => void {
  const say = useToast();
  const reopen = useReopenStep();
  return (stepId) =>
    reopen.mutate(stepId, { onError: () => say({ text: 'That could not be undone. Try again.', tone: 'failed' }) });
}
