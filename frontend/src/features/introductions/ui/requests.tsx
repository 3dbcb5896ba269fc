import { Link } from '@tanstack/react-router';
import { Check, Feather } from 'lucide-react';
import type { IntroductionRequest } from '@/api/types';
import { clock } from '@/lib/clock';
import { cn } from '@/lib/cn';
import { relativeDay } from '@/lib/dates';
import { buttonClass } from '@/ui/button';
import { choicesOf, milestonesOf, STANDING } from '../model/tracking';
import { ChoiceButton } from './choice-button';

interface Props {
  requests: readonly IntroductionRequest[];
  toId: string;
}

/** The introductions that were asked for, each on its way from asked to made to thanked. */
export function Requests({ requests, toId }: Props) {
  return (
    <ul aria-label="Asked for" className="grid gap-5">
      {requests.map((request) => (
        <li key={`${request.interaction_id} ${request.connector_id}`} className="grid gap-3">
          <h3 className="font-serif text-xl font-medium">{`Over ${request.full_name}`}</h3>
          <Milestones request={request} />
          {STANDING[request.status] && <p className="text-ink-2 text-sm">{STANDING[request.status]}</p>}
          <Choices request={request} toId={toId} />
        </li>
      ))}
    </ul>
  );
}

function Milestones({ request }: { request: IntroductionRequest }) {
  return (
    <ol className="grid grid-cols-3 gap-1">
      {milestonesOf(request).map(({ name, at }) => (
        <li key={name} className="grid content-start gap-1">
          <span
            aria-hidden="true"
            className={cn('h-1.5 rounded-full', at ? 'bg-accent' : 'bg-sunken border-line border')}
          />
          <span className={cn('flex items-center gap-1 text-sm', at ? 'font-medium' : 'text-ink-3')}>
            {at && <Check aria-hidden="true" className="text-accent size-4" />}
            {name}
          </span>
          <span className="text-ink-3 text-sm">{at ? relativeDay(at, clock.now()) : 'not yet'}</span>
        </li>
      ))}
    </ol>
  );
}

function Choices({ request, toId }: { request: IntroductionRequest; toId: string }) {
  const choices = choicesOf(request, toId, clock.now());
  if (choices.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {request.status === 'made' && (
        <Link to="/write" search={{ person: request.connector_id, intent: 'thank' }} className={buttonClass('primary')}>
          <Feather aria-hidden="true" />
          Write thanks
        </Link>
      )}
      {choices.map((choice) => (
        <ChoiceButton key={choice.label} choice={choice} />
      ))}
    </div>
  );
}
