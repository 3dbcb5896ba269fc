import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ListChecks, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FollowUp } from '@/api/types';
import { clock } from '@/lib/clock';
import { useListKeys } from '@/lib/commands/use-list-keys';
import { plural } from '@/lib/intl';
import { Button } from '@/ui/button';
import { Page, SectionTitle } from '@/ui/page';
import { Empty } from '@/ui/states';
import { followUpsQuery } from '../api/queries';
import { agenda } from '../model/agenda';
import { AddFollowUpDialog } from './add-follow-up-dialog';
import { FollowUpRow } from './follow-up-row';

export function FollowUpsScreen() {
  const { data: followUps } = useSuspenseQuery(followUpsQuery());
  const [adding, setAdding] = useState(false);
  const count = followUps.length;
  return (
    <Page
      title="Follow-ups"
      subtitle={count > 0 ? `${plural(count, 'follow-up')} ahead.` : undefined}
      actions={
        <Button onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" />
          Add a follow-up
        </Button>
      }
    >
      {count > 0 ? <Agenda followUps={followUps} /> : <NoneAhead />}
      {adding && <AddFollowUpDialog onClose={() => setAdding(false)} />}
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
