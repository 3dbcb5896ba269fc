import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Step } from '@/api/types';
import { writingOf } from '@/features/steps';
import { useListKeys } from '@/lib/commands/use-list-keys';
import { whenIdle } from '@/lib/idle';
import { useHandling } from '../api/use-handling';
import type { StepDeeds } from '../model/deeds';
import type { Handling } from '../model/handling';
import { todaySections } from '../model/sections';
import type { Asking } from './step-dialogs';
import { StepSection } from './step-section';
import { useStepKeys } from './use-step-keys';

const loadDialogs = async () => ({ default: (await import('./step-dialogs')).StepDialogs });

const StepDialogs = lazy(loadDialogs);

export function Steps({ steps }: { steps: Step[] }) {
  const container = useRef<HTMLDivElement>(null);
  const handle = useHandling();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);

  const leave = (step: Step, handling: Handling) => {
    close();
    focusNeighbour(container.current, step.id);
    handle(step, handling);
  };
  const deeds: StepDeeds = {
    ...useWaysOut(),
    done: (step) => leave(step, { how: 'done' }),
    snooze: (step) => setAsking({ what: 'snooze', step }),
    dismiss: (step) => setAsking({ what: 'dismiss', step }),
    assess: (step) => setAsking({ what: 'assess', step }),
  };
  // Fetched ahead: the key after `s` is already meant for the dialog.
  useEffect(() => whenIdle(() => void loadDialogs()), []);
  useListKeys(container);
  useStepKeys(container, steps, deeds);

  return (
    <>
      <div ref={container} className="grid gap-8">
        {todaySections(steps).map((section) => (
          <StepSection key={section.title} section={section} deeds={deeds} />
        ))}
      </div>
      <Suspense>
        {asking && (
          <StepDialogs asking={asking} onClose={close} onHandle={(handling) => leave(asking.step, handling)} />
        )}
      </Suspense>
    </>
  );
}

/** The deeds that lead to another screen. */
function useWaysOut(): Pick<StepDeeds, 'write' | 'log' | 'open'> {
  const navigate = useNavigate();
  return {
    write: (step) => void navigate({ to: '/write', search: writingOf(step) ?? {} }),
    log: ({ contact }) => void navigate({ to: '/log', search: contact ? { person: contact.id } : {} }),
    open: ({ contact }) => contact && void navigate({ to: '/people/$contactId', params: { contactId: contact.id } }),
  };
}

/** The focus goes on to the next card, or back to the one before when the last one leaves. */
function focusNeighbour(container: HTMLElement | null, stepId: string): void {
  const cards = [...(container?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  const here = cards.findIndex((card) => card.dataset.step === stepId);
  const neighbour = cards[here + 1] ?? cards[here - 1];
  // Once a closing dialog has handed the focus back.
  requestAnimationFrame(() => neighbour?.focus());
}
