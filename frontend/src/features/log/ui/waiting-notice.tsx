import { Clock } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { plural } from '@/lib/intl';
import { useOnline } from '@/lib/online';
import { useToast } from '@/ui/toast';
import { useSendWaiting } from '../api/queries';
import { storedWaiting } from '../model/storage';

/** Sends what was logged without a network once there is one again, and says so while it waits. */
export function WaitingNotice() {
  const online = useOnline();
  const say = useToast();
  const { mutate } = useSendWaiting();
  const send = useEffectEvent(() => {
    const waiting = storedWaiting().length;
    if (waiting === 0) return;
    mutate(undefined, {
      onSuccess: ({ refused }) => {
        const sent = waiting - refused.length;
        if (sent > 0) say({ text: `Sent: ${plural(sent, 'entry', 'entries')} from while you were offline.` });
        for (const { draft } of refused) {
          say({ text: `The entry about ${draft.person?.full_name} was refused. Log it again.`, tone: 'failed' });
        }
      },
    });
  });
  useEffect(() => {
    if (online) send();
  }, [online]);

  const waiting = online ? 0 : storedWaiting().length;
  if (waiting === 0) return null;
  return (
    <p role="status" className="bg-sunken text-ink-2 flex items-center justify-center gap-2 px-4 py-2 text-sm">
      <Clock aria-hidden="true" className="size-4" />
      {`Will send ${plural(waiting, 'entry', 'entries')} when you are back online.`}
    </p>
  );
}
