import { Link } from '@tanstack/react-router';
import { Check, Clock, Feather, PenLine } from 'lucide-react';
import { lazy, Suspense, useId } from 'react';
import type { Step } from '@/api/types';
import { PersonLine } from '@/features/contacts';
import { Cautions, HowToSayIt, isHold, Reasons, StepFacts, StepPlace, writingOf } from '@/features/steps';
import { LIST_STOP } from '@/lib/commands/use-list-keys';
import { Button, buttonClass } from '@/ui/button';
import { Keys } from '@/ui/kbd';
import type { StepDeeds } from '../model/deeds';

const CardMenu = lazy(async () => ({ default: (await import('./card-menu')).CardMenu }));

/** The reasons shown at first; the rest is a click away on the person's page. */
const REASONS_SHOWN = 2;

interface Props {
  step: Step;
  rank: number;
  deeds: StepDeeds;
}

export function StepCard({ step, rank, deeds }: Props) {
  const titleId = useId();
  return (
    <article
      {...LIST_STOP}
      data-step={step.id}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="border-line bg-surface focus-visible:border-accent relative grid gap-3 rounded-lg border p-4 md:p-5"
    >
      <span aria-hidden="true" className="tabular text-ink-3 absolute top-5 -left-7 hidden lg:block">
        {rank}
      </span>
      <div className="grid gap-1">
        {step.contact && <PersonLine person={step.contact} />}
        <h3 id={titleId} className="font-serif text-xl font-medium">
          {step.headline}
        </h3>
      </div>
      <Reasons reasons={step.reasons.slice(0, REASONS_SHOWN)} contactId={step.contact?.id} />
      <Cautions cautions={step.cautions.filter(isHold).slice(0, REASONS_SHOWN)} />
      <StepFacts step={step} />
      <HowToSayIt brief={step.message_brief} />
      <CardActions step={step} deeds={deeds} />
    </article>
  );
}

/** So that a card's buttons stand in one line on a small phone. */
const TIGHT = 'max-sm:px-3';

function CardActions({ step, deeds }: { step: Step; deeds: StepDeeds }) {
  const writing = writingOf(step);
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      {step.action === 'assess' ? (
        <Button variant="primary" onClick={() => deeds.assess(step)}>
          <PenLine aria-hidden="true" />
          Note how it went
        </Button>
      ) : (
        <>
          {writing && (
            <Link to="/write" search={writing} className={buttonClass('primary', 'md', TIGHT)}>
              <Feather aria-hidden="true" className="max-sm:hidden" />
              Write it
            </Link>
          )}
          <Button variant={writing ? 'secondary' : 'primary'} className={TIGHT} onClick={() => deeds.done(step)}>
            <Check aria-hidden="true" className="max-sm:hidden" />
            Done
            <Keys of="step.done" />
          </Button>
        </>
      )}
      <StepPlace step={step} />
      <Button className={TIGHT} onClick={() => deeds.snooze(step)}>
        <Clock aria-hidden="true" className="max-sm:hidden" />
        Snooze
        <Keys of="step.snooze" />
      </Button>
      <span className="ml-auto">
        <Suspense fallback={<span className={buttonClass('ghost', 'icon')} />}>
          <CardMenu step={step} deeds={deeds} />
        </Suspense>
      </span>
    </div>
  );
}
