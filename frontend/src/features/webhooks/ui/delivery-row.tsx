import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Delivery, Webhook } from '@/api/types';
import { clock } from '@/lib/clock';
import { cn } from '@/lib/cn';
import { dayAndTime } from '@/lib/dates';
import { Button } from '@/ui/button';
import { CopyBlock } from '@/ui/copyable';
import { Failure, Skeleton } from '@/ui/states';
import { useToast } from '@/ui/toast';
import { deliveryQuery, useReplay } from '../api/queries';
import { courseOf, STATUS_LABEL, topicOf } from '../model/words';

interface Props {
  delivery: Delivery;
  webhook: Webhook;
}

const TONE: Record<Delivery['status'], string> = {
  waiting: 'bg-sunken text-ink-2',
  delivered: 'bg-ok-soft text-ok',
  parked: 'bg-danger-soft text-danger',
};

export function DeliveryRow({ delivery, webhook }: Props) {
  const now = clock.now();
  const [open, setOpen] = useState(false);
  const title = `${topicOf(delivery)}, ${dayAndTime(delivery.created_at, now)}`;
  return (
    <li className="border-line grid gap-2 border-b py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-60">
          <p className="font-medium">{topicOf(delivery)}</p>
          <p className="text-ink-2 tabular">{courseOf(delivery, now)}</p>
          {delivery.tries > 0 && delivery.fault && <p className="text-ink-2 wrap-anywhere">{delivery.fault}</p>}
        </div>
        <div className="flex items-center gap-3">
          <span className="text-ink-3 tabular text-sm">{dayAndTime(delivery.created_at, now)}</span>
          <span className={cn('rounded-full px-3 py-1 text-sm font-medium', TONE[delivery.status])}>
            {STATUS_LABEL[delivery.status]}
          </span>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={open}
          aria-label={`Body and tries: ${title}`}
          onClick={() => setOpen(!open)}
        >
          Body and tries
        </Button>
        {delivery.can_be_replayed && webhook.status === 'active' && (
          <Replay deliveryId={delivery.id} webhookId={webhook.id} title={title} />
        )}
      </div>
      {open && <Details delivery={delivery} webhookId={webhook.id} />}
    </li>
  );
}

function Replay({ deliveryId, webhookId, title }: { deliveryId: string; webhookId: string; title: string }) {
  const say = useToast();
  const replay = useReplay(webhookId);
  const send = () =>
    replay.mutate(deliveryId, {
      onSuccess: () => say({ text: 'It is sent again.' }),
      onError: (error) => say({ text: messageOf(error), tone: 'failed' }),
    });
  return (
    <Button size="sm" variant="ghost" busy={replay.isPending} aria-label={`Replay: ${title}`} onClick={send}>
      Replay
    </Button>
  );
}

/** What was sent, and what each try was answered. */
function Details({ delivery, webhookId }: { delivery: Delivery; webhookId: string }) {
  const details = useQuery(deliveryQuery(webhookId, delivery));
  if (details.isError) return <Failure error={details.error} retry={() => void details.refetch()} />;
  if (!details.data) return <Skeleton className="h-24" />;
  const { body, attempts } = details.data;
  return (
    <div className="grid gap-3">
      {body ? (
        <CopyBlock label="Body" text={JSON.stringify(body, null, 2)} />
      ) : (
        <p className="text-ink-2">Its body is gone: it is kept for seven days.</p>
      )}
      <ul className="grid gap-2" aria-label="Tries">
        {attempts.map((attempt) => (
          <li key={attempt.began_at} className="bg-sunken grid gap-1 rounded-sm px-3 py-2 text-sm">
            <p className="tabular">
              {[
                dayAndTime(attempt.began_at, clock.now()),
                attempt.answered !== null && `answered ${attempt.answered}`,
                attempt.milliseconds !== null && `${attempt.milliseconds} ms`,
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            {attempt.fault && <p className="text-ink-2 wrap-anywhere">{attempt.fault}</p>}
            {attempt.answer && <p className="text-ink-2 font-mono wrap-anywhere">{attempt.answer}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
