import { useQuery } from '@tanstack/react-query';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { ACTION_LABEL } from '@/lib/words';
import { followUpsQuery } from '../api/queries';
import { agenda } from '../model/agenda';
import { Whom } from './whom';

/** What comes in the next days, folded: to be looked at, not to be done. */
export function LaterThisWeek() {
  const { data } = useQuery(followUpsQuery());
  const soon = agenda(data ?? [], clock.now()).find(({ part }) => part === 'This week');
  if (!soon) return null;
  return (
    <details className="border-line mt-8 border-t pt-4">
      <summary className="text-ink-2 w-fit rounded-sm font-medium">{`Later this week: ${soon.items.length}`}</summary>
      <ul className="mt-2 grid">
        {soon.items.map((followUp) => (
          <li key={followUp.id} className="border-line flex flex-wrap items-center gap-x-3 border-b py-2 last:border-0">
            <Whom contactId={followUp.contact_id} />
            <span className="text-ink-2">{ACTION_LABEL[followUp.action]}</span>
            <span className="text-ink-3 ml-auto text-sm">{relativeDay(followUp.due_at, clock.now())}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
