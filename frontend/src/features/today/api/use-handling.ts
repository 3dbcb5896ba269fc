import type { Step } from '@/api/types';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { HANDLED_LABEL } from '../model/handled';
import { useHandleStep, useReopenStep } from './queries';

type Handling = Parameters<ReturnType<typeof useHandleStep>['mutate']>[0]['handling'];

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
    remember(`${HANDLED_LABEL[handling.how]}: ${step.headline}`, () => reopen(step));
  };
}

export function useReopen(): (step: Step) => void {
  const say = useToast();
  const reopen = useReopenStep();
  return (step) =>
    reopen.mutate(step, {
      onError: () => say({ text: 'That could not be undone. Try again from the list below.', tone: 'failed' }),
    });
}
