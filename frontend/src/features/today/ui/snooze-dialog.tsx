import type { Step } from '@/api/types';
import { shortDate } from '@/lib/dates';
import { Dialog } from '@/ui/dialog';
import { snoozeChoices } from '../model/snooze';

interface Props {
  step: Step;
  now: Date;
  onSnooze: (until: string) => void;
  onClose: () => void;
}

export function SnoozeDialog({ step, now, onSnooze, onClose }: Props) {
  return (
    <Dialog open onClose={onClose} title="Bring it back" description={step.headline}>
      <ul className="-mx-2 grid">
        {snoozeChoices(now).map(({ label, until }) => (
          <li key={label}>
            <button
              type="button"
              onClick={() => onSnooze(until.toISOString())}
              className="press-row flex min-h-12 w-full items-center justify-between gap-4 rounded-sm px-2"
            >
              <span className="font-medium">{label}</span>
              <span className="text-ink-3">{shortDate(until, now)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
