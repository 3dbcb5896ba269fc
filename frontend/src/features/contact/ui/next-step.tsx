import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact, Step } from '@/api/types';
import { AssessDialog } from '@/features/log';
import { Cautions, HowToSayIt, Reasons, StepFacts } from '@/features/steps';
import { ACTION_LABEL, ASK_LABEL } from '@/lib/words';
import { Button } from '@/ui/button';
import { nextStepQuery } from '../api/queries';
import { Section } from './section';

/** The one next step with this person, why, and what would change it. */
export function NextStep({ contact }: { contact: Contact }) {
  const step = useQuery(nextStepQuery(contact.id));
  return (
    <Section title="Next step" query={step}>
      {(data) => <StepBody step={data} contactId={contact.id} />}
    </Section>
  );
}

function StepBody({ step, contactId }: { step: Step; contactId: string }) {
  const [assessing, setAssessing] = useState(false);
  return (
    <>
      <div className="grid gap-1">
        {step.action && <p className="text-ink-3 text-sm">{ACTION_LABEL[step.action]}</p>}
        <h3 className="font-serif text-2xl font-medium">{step.headline || 'Nothing is recommended'}</h3>
      </div>
      <Reasons reasons={step.reasons} contactId={contactId} />
      <Cautions cautions={step.cautions} />
      <StepFacts step={step} />
      <HowToSayIt brief={step.message_brief} />
      {step.action && (
        <p className="text-ink-2 text-sm">{`The most you could ask of them today: ${ASK_LABEL[step.max_ask]}.`}</p>
      )}
      {step.action === 'assess' && (
        <Button variant="primary" className="justify-self-start" onClick={() => setAssessing(true)}>
          Note how it went
        </Button>
      )}
      <Alternatives step={step} />
      {assessing && <AssessDialog step={step} onClose={() => setAssessing(false)} />}
    </>
  );
}

function Alternatives({ step }: { step: Step }) {
  if (step.alternatives.length === 0) return null;
  return (
    <details className="border-line border-t pt-3">
      <summary className="text-ink-2 w-fit rounded-sm text-sm font-medium">Why not something else?</summary>
      <ul className="mt-2 grid gap-2">
        {step.alternatives.map((other) => (
          <li key={other.headline} className="text-ink-2">
            <span className="text-ink font-medium">{other.headline}</span>
            {other.reasons[0] && <span className="block text-sm">{other.reasons[0].text}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
