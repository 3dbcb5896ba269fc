import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { HookEvent, HookPerson } from '@/api/types';
import { MatchDialog } from '@/features/contacts';
import { clock } from '@/lib/clock';
import { cn } from '@/lib/cn';
import { dayAndTime } from '@/lib/dates';
import { Button } from '@/ui/button';
import { useToast } from '@/ui/toast';
import { useAnswer } from '../api/queries';
import { nameOf, STATUS_LABEL, titleOf, unknownOf, whatOf } from '../model/inbox';

interface Props {
  event: HookEvent;
  integrationId: string;
}

const TONE: Record<HookEvent['status'], string> = {
  received: 'bg-sunken text-ink-2',
  applied: 'bg-ok-soft text-ok',
  unmatched: 'bg-accent-soft text-accent',
  rejected: 'bg-danger-soft text-danger',
  ignored: 'bg-sunken text-ink-2',
};

export function EventRow({ event, integrationId }: Props) {
  const said = [whatOf(event), event.subject].filter(Boolean).join(': ');
  return (
    <li className="border-line grid gap-2 border-b py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-60">
          <p className="font-medium wrap-anywhere">
            <Title event={event} />
          </p>
          {said && <p className="text-ink-2 wrap-anywhere">{said}</p>}
          {event.reason && <p className="text-ink-2 wrap-anywhere">{event.reason}</p>}
        </div>
        <div className="flex items-center gap-3">
          <span className="text-ink-3 tabular text-sm">{dayAndTime(event.received_at, clock.now())}</span>
          <span className={cn('rounded-full px-3 py-1 text-sm font-medium', TONE[event.status])}>
            {STATUS_LABEL[event.status]}
          </span>
        </div>
      </div>
      {event.status === 'unmatched' &&
        event.can_be_replayed &&
        unknownOf(event).map((person) => (
          <Unknown key={person.place} event={event} person={person} integrationId={integrationId} />
        ))}
      <Again event={event} integrationId={integrationId} />
    </li>
  );
}

/** With whom: one who is known leads to their page. */
function Title({ event }: { event: HookEvent }) {
  const [only, ...others] = event.people;
  if (only?.contact_id && others.length === 0) {
    return (
      <Link to="/people/$contactId" params={{ contactId: only.contact_id }} className="hover:underline">
        {nameOf(only)}
      </Link>
    );
  }
  return titleOf(event);
}

function useSay(integrationId: string) {
  const say = useToast();
  const answer = useAnswer(integrationId);
  const send = (body: Parameters<typeof answer.mutate>[0], done: string) =>
    answer.mutateAsync(body).then(
      () => say({ text: done }),
      (error) => say({ text: messageOf(error), tone: 'failed' }),
    );
  return { send, busy: answer.isPending };
}

function Unknown({ event, person, integrationId }: Props & { person: HookPerson }) {
  const { send, busy } = useSay(integrationId);
  const [matching, setMatching] = useState(false);
  const name = nameOf(person);
  const match = (contactId: string) =>
    send(
      { event_id: event.id, action: 'match', place: person.place, contact_id: contactId },
      `${name} is known from now on.`,
    );
  return (
    <div className="bg-sunken flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md px-3 py-2">
      <p className="min-w-0 flex-1 basis-48 wrap-anywhere">
        {`Who is ${[person.name, person.email || person.phone].filter(Boolean).join(', ') || 'this'}?`}
      </p>
      <div className="flex flex-wrap gap-2">
        {person.likely.map((one) => (
          <Button
            key={one.contact_id}
            size="sm"
            variant="primary"
            busy={busy}
            onClick={() => match(one.contact_id)}
            aria-label={`${one.full_name}: ${one.why}`}
          >
            {`It is ${one.full_name}`}
          </Button>
        ))}
        <Button size="sm" busy={busy} onClick={() => setMatching(true)} aria-label={`I know ${name}`}>
          I know them
        </Button>
        <Button
          size="sm"
          busy={busy}
          aria-label={`Add ${name} to your people`}
          onClick={() =>
            send({ event_id: event.id, action: 'create', place: person.place }, `${name} is added to your people.`)
          }
        >
          Add
        </Button>
      </div>
      <Suspense>
        {matching && (
          <MatchDialog
            name={name}
            onClose={() => setMatching(false)}
            onMatch={(contactId) => {
              setMatching(false);
              match(contactId);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

const CAN_BE_IGNORED = new Set<HookEvent['status']>(['unmatched', 'rejected']);

function Again({ event, integrationId }: Props) {
  const { send, busy } = useSay(integrationId);
  const title = titleOf(event);
  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {CAN_BE_IGNORED.has(event.status) && (
        <Button
          size="sm"
          variant="ghost"
          busy={busy}
          aria-label={`Leave out: ${title}`}
          onClick={() => send({ event_id: event.id, action: 'ignore' }, 'It is left out.')}
        >
          Leave out
        </Button>
      )}
      {event.can_be_replayed && event.status !== 'received' && (
        <Button
          size="sm"
          variant="ghost"
          busy={busy}
          aria-label={`Replay: ${title}`}
          onClick={() => send({ event_id: event.id, action: 'replay' }, 'It is read anew.')}
        >
          Replay
        </Button>
      )}
    </div>
  );
}
