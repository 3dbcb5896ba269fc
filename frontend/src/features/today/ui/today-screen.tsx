import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Step } from '@/api/types';
import { LaterThisWeek } from '@/features/followups';
import { AssessDialog } from '@/features/log';
import { clock } from '@/lib/clock';
import { useListKeys } from '@/lib/commands/use-list-keys';
import { Page } from '@/ui/page';
import { anybodyQuery, todayQuery } from '../api/queries';
import { useHandling } from '../api/use-handling';
import { todaySections } from '../model/sections';
import { summary } from '../model/summary';
import { CaughtUp } from './caught-up';
import { DismissDialog } from './dismiss-dialog';
import { DoneList } from './done-list';
import { FirstDoors } from './first-doors';
import { SnoozeDialog } from './snooze-dialog';
import type { StepDeeds } from './step-card';
import { StepSection } from './step-section';
import { useStepKeys } from './use-step-keys';

export function TodayScreen() {
  const { data: today } = useSuspenseQuery(todayQuery());
  const { data: anybody } = useSuspenseQuery(anybodyQuery());
  if (!anybody) return <FirstDoors />;
  const done = today.done.length;
  return (
    <Page
      title="Today"
      subtitle={summary(today)}
      actions={done > 0 && <p className="text-ink-2">{`${done} done today`}</p>}
    >
      {today.items.length > 0 ? <Steps steps={today.items} /> : <CaughtUp nextOpensAt={today.next_opens_at} />}
      <LaterThisWeek />
      <DoneList done={today.done} />
    </Page>
  );
}

type Asking = { what: 'snooze' | 'dismiss' | 'assess'; step: Step } | null;

function Steps({ steps }: { steps: Step[] }) {
  const container = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const handle = useHandling();
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);

  const leave = (step: Step, handling: Parameters<typeof handle>[1]) => {
    close();
    focusNeighbour(container.current, step.id);
    handle(step, handling);
  };
  const deeds: StepDeeds = {
    done: (step) => leave(step, { how: 'done' }),
    snooze: (step) => setAsking({ what: 'snooze', step }),
    dismiss: (step) => setAsking({ what: 'dismiss', step }),
    assess: (step) => setAsking({ what: 'assess', step }),
    log: (step) => void navigate({ to: '/log', search: step.contact ? { person: step.contact.id } : {} }),
    open: (step) => step.contact && void navigate({ to: '/people/$contactId', params: { contactId: step.contact.id } }),
  };
  useListKeys(container);
  useStepKeys(container, steps, deeds);

  return (
    <>
      <div ref={container} className="grid gap-8">
        {todaySections(steps).map((section) => (
          <StepSection key={section.title} section={section} deeds={deeds} />
        ))}
      </div>
      {asking?.what === 'snooze' && (
        <SnoozeDialog
          step={asking.step}
          now={clock.now()}
          onClose={close}
          onSnooze={(until) => leave(asking.step, { how: 'snoozed', until })}
        />
      )}
      {asking?.what === 'dismiss' && (
        <DismissDialog
          step={asking.step}
          onClose={close}
          onDismiss={(reason) => leave(asking.step, { how: 'dismissed', reason })}
        />
      )}
      {asking?.what === 'assess' && <AssessDialog step={asking.step} onClose={close} />}
    </>
  );
}

/** The focus goes on to the next card, or back to the one before when the last one leaves. */
function focusNeighbour(container: HTMLElement | null, stepId: string): void {
  const cards = [...(container?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  const here = cards.findIndex((card) => card.dataset.step === stepId);
  const neighbour = cards[here + 1] ?? cards[here - 1];
  // Once a closing dialog has handed the focus back.
  requestAnimationFrame(() => neighbour?.focus());
}
