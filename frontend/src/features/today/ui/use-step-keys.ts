import type { RefObject } from 'react';
import type { Step } from '@/api/types';
import { useCommand } from '@/lib/commands/provider';
import type { StepDeeds } from '../model/deeds';

/** `e`, `s`, `x`, `c`, `l` and Enter act on the card that has the focus, or on the first one. */
export function useStepKeys(container: RefObject<HTMLElement | null>, steps: Step[], deeds: StepDeeds): void {
  const onCurrent = (act: (step: Step) => void) => () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-step]');
    const id = container.current?.contains(focused ?? null) ? focused?.dataset.step : undefined;
    const step = steps.find((candidate) => candidate.id === id) ?? steps[0];
    if (step) act(step);
  };
  useCommand(
    'step.done',
    onCurrent((step) => (step.action === 'assess' ? deeds.assess(step) : deeds.done(step))),
  );
  useCommand('step.snooze', onCurrent(deeds.snooze));
  useCommand('step.dismiss', onCurrent(deeds.dismiss));
  useCommand('app.write', onCurrent(deeds.write));
  useCommand('app.log', onCurrent(deeds.log));
  useCommand('list.open', onCurrent(deeds.open));
}
