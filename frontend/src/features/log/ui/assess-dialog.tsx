import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Signal, Step } from '@/api/types';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { FormAlert } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useAssess } from '../api/queries';
import type { LogDraft } from '../model/draft';
import { effectLine } from '../model/effects';
import { SignalChips } from './signal-chips';

/** People think that a talk went worse than it did, so it is asked what happened. */
const LIKING_GAP = 'What they said and did, not how it felt: most people are liked more than they think.';

/** Fifteen seconds after a conversation. */
export function AssessDialog({ step, onClose }: { step: Step; onClose: () => void }) {
  const say = useToast();
  const assess = useAssess();
  const [signals, setSignals] = useState<Signal[]>([]);
  const [promises, setPromises] = useState<LogDraft['promises']>({});
  const interactionId = assessedInteraction(step);

  const save = () => {
    if (!interactionId || !step.contact) return;
    const assessment = { interactionId, contactId: step.contact.id, signals, promises };
    assess.mutate(assessment, {
      onSuccess: ({ effects }) => {
        say({ text: effectLine(effects) });
        onClose();
      },
    });
  };

  return (
    <Dialog open onClose={onClose} title="What happened?" description={LIKING_GAP}>
      <SignalChips
        signals={signals}
        promises={promises}
        onChange={(nextSignals, nextPromises) => {
          setSignals(nextSignals);
          setPromises(nextPromises);
        }}
      />
      <FormAlert>{assess.isError && messageOf(assess.error)}</FormAlert>
      <Button variant="primary" busy={assess.isPending} onClick={save} className="justify-self-start">
        {signals.length > 0 ? 'Save' : 'Nothing stood out'}
      </Button>
    </Dialog>
  );
}

/** The conversation that the step is about stands in the evidence of its reasons. */
function assessedInteraction(step: Step): string | undefined {
  const evidence = step.reasons.flatMap((reason) => reason.evidence);
  return evidence.find((item) => item.interaction_id)?.interaction_id ?? undefined;
}
