import type { Step } from '@/api/types';
import { AssessDialog } from '@/features/log';
import { clock } from '@/lib/clock';
import type { Handling } from '../model/handling';
import { DismissDialog } from './dismiss-dialog';
import { SnoozeDialog } from './snooze-dialog';

export interface Asking {
  what: 'snooze' | 'dismiss' | 'assess';
  step: Step;
}

interface Props {
  asking: Asking;
  onHandle: (handling: Handling) => void;
  onClose: () => void;
}

/** What is asked about a step before it leaves the list. */
export function StepDialogs({ asking: { what, step }, onHandle, onClose }: Props) {
  if (what === 'assess') return <AssessDialog step={step} onClose={onClose} />;
  if (what === 'dismiss') {
    return (
      <DismissDialog step={step} onClose={onClose} onDismiss={(reason) => onHandle({ how: 'dismissed', reason })} />
    );
  }
  return (
    <SnoozeDialog
      step={step}
      now={clock.now()}
      onClose={onClose}
      onSnooze={(until) => onHandle({ how: 'snoozed', until })}
    />
  );
}
