import type { Step } from '@/api/types';

/** What can be done with a step on the list, by click or by key. */
export interface StepDeeds {
  done: (step: Step) => void;
  snooze: (step: Step) => void;
  dismiss: (step: Step) => void;
  assess: (step: Step) => void;
  write: (step: Step) => void;
  log: (step: Step) => void;
  open: (step: Step) => void;
}
