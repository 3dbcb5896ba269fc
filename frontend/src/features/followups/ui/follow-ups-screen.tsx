import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ListChecks, Palmtree, Plus } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { FollowUp } from '@/api/types';
import { clock } from '@/lib/clock';
import { useListKeys } from '@/lib/commands/use-list-keys';
import { plural } from '@/lib/intl';
import { Button } from '@/ui/button';
import { Page, SectionTitle } from '@/ui/page';
import { Empty } from '@/ui/states';
import { followUpsQuery } from '../api/queries';
import { agenda } from '../model/agenda';
import { FollowUpRow } from './follow-up-row';
import { TimesAway } from './times-away';

const AddFollowUpDialog = lazy(async () => ({ default: (await import('./add-follow-up-dialog')).AddFollowUpDialog }));
const AwayDialog = lazy(async () => ({ default: (await import('./away-dialog')).AwayDialog }));

type Asking = 'add' | 'away' | null;

export function FollowUpsScreen() {
  const { data: followUps } = useSuspenseQuery(followUpsQuery());
  const [asking, setAsking] = useState<Asking>(null);
  const count = followUps.length;
  const close = () => setAsking(null);
  return (
    <Page
      title="Follow-ups"
      subtitle={count > 0 ? `${plural(count, 'follow-up')} ahead.` : undefined}
      actions={
        <>
          <Button variant="ghost" onClick={() => setAsking('away')}>
            <Palmtree aria-hidden="true" />I am away…
          </Button>
          <Button onClick={() => setAsking('add')}>
            <Plus aria-hidden="true" />
            Add a follow-up
          </Button>
        </>
      }
    >
      <TimesAway />
      {count > 0 ? <Agenda followUps={followUps} /> : <NoneAhead />}
      <Suspense>
        {asking === 'add' && <AddFollowUpDialog onClose={close} />}
        {asking === 'away' && <AwayDialog onClose={close} />}
      </Suspense>
    </Page>
  );
}

function Agenda({ followUps }: { followUps: FollowUp[] }) {
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  return (
    <div ref={list} className="grid gap-8">
      {agenda(followUps, clock.now()).map(({ part, items }) => (
        <section key={part} aria-label={part} className="grid gap-2">
          <SectionTitle>{part}</SectionTitle>
          <ul className="border-line border-t">
            {items.map((followUp) => (
              <FollowUpRow key={followUp.id} followUp={followUp} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function NoneAhead() {
  return (
    <Empty icon={ListChecks} title="Nothing scheduled">
      Follow-ups appear here when you log a conversation, or add one yourself.{' '}
      <Link to="/log" className="text-accent font-medium underline underline-offset-4">
        Log an interaction
      </Link>
    </Empty>
  );
}
