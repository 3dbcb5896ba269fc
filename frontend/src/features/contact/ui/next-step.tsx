import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, Feather } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { Contact, Step } from '@/api/types';
import { AssessDialog } from '@/features/log';
import { AlsoTrue, Cautions, HowToSayIt, isHold, Reasons, StepFacts, StepPlace, writingOf } from '@/features/steps';
import { useHandling } from '@/features/today';
import { ASK_LABEL } from '@/lib/words';
import { Button, buttonClass } from '@/ui/button';
import { Section } from '@/ui/section';
import { nextStepQuery } from '../api/queries';

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
      <h3 className="font-serif text-2xl font-medium">{step.headline || 'Nothing is recommended'}</h3>
      <Reasons reasons={step.reasons} contactId={contactId} />
      <Cautions cautions={step.cautions.filter(isHold)} />
      <StepFacts step={step} />
      <HowToSayIt brief={step.message_brief} />
      {step.action && (
        <p className="text-ink-2 text-sm">{`The most that trust allows with them: ${ASK_LABEL[step.max_ask]}.`}</p>
      )}
      <StepPlace step={step} />
      <StepAction step={step} onAssess={() => setAssessing(true)} />
      <AlsoTrue notes={step.cautions.filter((caution) => !isHold(caution))} />
      <Alternatives step={step} />
      <Suspense>{assessing && <AssessDialog step={step} onClose={() => setAssessing(false)} />}</Suspense>
    </>
  );
}

const NOTHING_TO_DO = ['wait', 'let_go'];

function StepAction({ step, onAssess }: { step: Step; onAssess: () => void }) {
  const handle = useHandling();
  if (!step.action || NOTHING_TO_DO.includes(step.action)) return null;
  if (step.action === 'assess') {
    return (
      <Button variant="primary" className="justify-self-start" onClick={onAssess}>
        Note how it went
      </Button>
    );
  }
  const writing = writingOf(step);
  return (
    <div className="flex flex-wrap gap-2">
      {writing && (
        <Link to="/write" search={writing} className={buttonClass('primary')}>
          <Feather aria-hidden="true" />
          Write it
        </Link>
      )}
      <Button onClick={() => handle(step, { how: 'done' })}>
        <Check aria-hidden="true" />
        Done
      </Button>
    </div>
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
