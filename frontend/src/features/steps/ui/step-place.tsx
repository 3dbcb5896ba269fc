import { Link } from '@tanstack/react-router';
import type { Step } from '@/api/types';
import { buttonClass } from '@/ui/button';
import { eventOf } from '../model/event-of';

/** Where a step is prepared: the brief of a talk, the plan of an event. */
export function StepPlace({ step }: { step: Step }) {
  if (step.action === 'prepare_meeting' && step.contact) {
    return (
      <Link
        to="/people/$contactId/brief"
        params={{ contactId: step.contact.id }}
        className={buttonClass('secondary', 'md', 'justify-self-start')}
      >
        Open the brief
      </Link>
    );
  }
  const eventId = eventOf(step);
  if (!eventId) return null;
  return (
    <Link to="/events/$eventId" params={{ eventId }} className={buttonClass('secondary', 'md', 'justify-self-start')}>
      Open the event
    </Link>
  );
}
