import type { Step } from '@/api/types';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';

const REASONS = ['Wrong person', 'Wrong moment', 'I did something else'];

interface Props {
  step: Step;
  onDismiss: (reason: string | null) => void;
  onClose: () => void;
}

/** Why not, if they care to say: three taps, none of them needed. */
export function DismissDialog({ step, onDismiss, onClose }: Props) {
  return (
    <Dialog open onClose={onClose} title="Not for me" description={step.headline}>
      <p className="text-ink-2">A reason helps the next advice. You can leave it out.</p>
      <div className="flex flex-wrap gap-2">
        {REASONS.map((reason) => (
          <Button key={reason} size="pill" onClick={() => onDismiss(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <Button variant="primary" onClick={() => onDismiss(null)} className="justify-self-start">
        Dismiss without a reason
      </Button>
    </Dialog>
  );
}
